import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckResult } from '../../../../core/contract/safety-calls.ts';
import { createRandom, type Random } from '../../../../core/testkit/random.ts';
import { backupFolderOf, listBackups } from '../../store/sqlite/backup-files.ts';
import type { Connection } from '../../store/sqlite/connection.ts';
import { HeadFile, headFileOf } from '../../store/sqlite/head-file.ts';
import { readHeadRow, writeHeadRow } from '../../store/sqlite/head-row.ts';
import { withConnection } from '../../store/sqlite/restore.ts';
import { sketchTrails } from '../../store/sqlite/trail-tails.ts';
import { runJob } from '../../upkeep/jobs.ts';
import { testKey } from '../test-desk.ts';
import { type EditName, editNames, forge, type Target } from './trail-edits.ts';

/** Where it is kept what the trails are. */
export const places = ['database', 'beside', 'backups'] as const;
export type Place = (typeof places)[number];

export interface Desk {
  readonly file: string;
  readonly targets: readonly Target[];
  /** An older copy of the database file. */
  readonly olderCopy: string;
}

export interface Forgery {
  readonly edit: EditName | 'rollBack';
  readonly target: Target;
  /** The one place that the forger has left as it was. */
  readonly missed: Place;
}

/** What only grows can be seen by what is behind it, so a backup does not know of what was put on its end. */
const unknownToBackups: ReadonlySet<Forgery['edit']> = new Set(['inventTicket']);

/** The same for the same seed. */
export function pickForgery({ targets }: Desk, seed: number): Forgery {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[random.integer(0, items.length - 1)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  const edit = pick<Forgery['edit']>([...editNames, 'rollBack', 'rollBack']);
  const missable = places.filter((place) => {
    if (place === 'backups') return !unknownToBackups.has(edit);
    // An older copy brings its own head along.
    return place !== 'database' || edit !== 'rollBack';
  });
  return { edit, target: pick(targets), missed: pick(missable) };
}

/**
 * Forges a copy of the desk, covers it up in every place but one, and looks it through.
 *
 * @param forgery null for a copy that stays as it is
 */
export async function forgeAndCheck(desk: Desk, forgery: Forgery | null, seed: number): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-forgery-'));
  try {
    cpSync(dirname(desk.file), folder, { recursive: true });
    const file = join(folder, 'records.db');
    if (forgery !== null) await forgeIn(file, desk, forgery, seed);
    const result = await runJob({ type: 'check', file, keyHex: testKey, at: 1, after: null });
    if (result.type !== 'check') throw new Error(`The check ended as ${result.type}.`);
    return result.check.result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function forgeIn(file: string, desk: Desk, { edit, target, missed }: Forgery, seed: number) {
  if (edit === 'rollBack') cpSync(desk.olderCopy, file);
  else await change(file, (connection, random) => forge(connection, edit, target, random), seed);
  await withConnection(file, testKey, (connection) => {
    const sketch = sketchTrails(connection);
    const serial = readHeadRow(connection)?.serial ?? 0;
    if (missed !== 'database') writeHeadRow(connection, { serial, sketch });
    if (missed !== 'beside') coverBeside(file, { serial, sketch });
  });
  if (missed === 'backups') return;
  for (const { name } of listBackups(backupFolderOf(file))) {
    const backup = join(backupFolderOf(file), name);
    if (edit === 'rollBack') cpSync(desk.olderCopy, backup);
    else await change(backup, (connection, random) => forge(connection, edit, target, random), seed);
  }
}

function change(file: string, work: (connection: Connection, random: Random) => void, seed: number) {
  return withConnection(file, testKey, (connection) => work(connection, createRandom(seed)));
}

function coverBeside(file: string, head: Parameters<typeof writeHeadRow>[1]): void {
  const beside = HeadFile.open(headFileOf(file), testKey);
  beside.write({ current: head, next: head, mainVersion: null, exchange: null });
  beside.close();
}
