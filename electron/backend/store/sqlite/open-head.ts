import { statSync } from 'node:fs';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { HeadRenewal } from '../../../../core/desk-log/desk-entry.ts';
import type { Exchange, RecordsHead } from '../../../../core/evidence/records-head.ts';
import { emptySketch, isSameSketch } from '../../../../core/evidence/trail-sketch.ts';
import { mainVersionOf } from './cipher.ts';
import type { Connection } from './connection.ts';
import { HeadFile, type HeadNote, headFileOf, readHeadNote } from './head-file.ts';
import { HeadKeeper, type KnownHeads } from './head-keeper.ts';
import { readHeadRow, writeHeadRow } from './head-row.ts';
import { sketchTrails } from './trail-tails.ts';

export interface DatabaseFile {
  readonly file: string;
  readonly keyHex: string;
  /** `user_version` as the main file has it, without its log; null when that is not known. */
  readonly mainVersion: number | null;
}

/** What opening found; for the desk's log. */
export type HeadNews = Exchange | { readonly actor: null; readonly entry: HeadRenewal };

export interface OpenedHead {
  readonly keeper: HeadKeeper;
  readonly news: HeadNews | null;
  /** The database is not what the file beside it says: the trails are to be looked through at once. */
  readonly isDoubtful: boolean;
}

/** Reads both heads of a database that was just opened, and begins those that are not there. */
export function openHead(
  connection: Connection,
  { file: databaseFile, keyHex, mainVersion }: DatabaseFile,
): OpenedHead {
  const path = headFileOf(databaseFile);
  const note = readHeadNote(path, keyHex);
  const row = readHeadRow(connection);
  const file = HeadFile.open(path, keyHex);
  try {
    const opened =
      typeof note === 'string' ? withoutNote(connection, row, note) : withNote(connection, row, note);
    const { known } = opened;
    // While records are exchanged the row waits for the entry in the desk's log, so that neither is there alone.
    if (row === null && known.exchange === null) writeHeadRow(connection, known.inside);
    const keeper = new HeadKeeper(connection, file, { ...known, mainVersion });
    if (typeof note === 'string' || note.mainVersion !== mainVersion) keeper.noteMainVersion(mainVersion);
    return { keeper, news: opened.news, isDoubtful: opened.isDoubtful };
  } catch (error) {
    file.close();
    throw error;
  }
}

interface Found extends Omit<OpenedHead, 'keeper'> {
  readonly known: Omit<KnownHeads, 'mainVersion'>;
}

/** There is nothing beside the database, or nothing that was written with its key. */
function withoutNote(connection: Connection, row: RecordsHead | null, why: 'missing' | 'unreadable'): Found {
  const inside = row ?? { serial: 0, sketch: sketchTrails(connection) };
  const known = { inside, beside: inside, written: inside, exchange: null };
  const { entries } = inside.sketch;
  if (entries === 0) return { known, news: null, isDoubtful: false };
  const cause = row === null && why === 'missing' ? 'begun' : why;
  return { known, news: { actor: null, entry: { type: 'headRenewed', cause, entries } }, isDoubtful: false };
}

function withNote(connection: Connection, row: RecordsHead | null, note: HeadNote): Found {
  const written = [note.next, note.current].find((head) => row !== null && isSameHead(head, row));
  if (row !== null && written !== undefined)
    return { known: knownOf(row, written), news: null, isDoubtful: false };
  if (note.exchange !== null) return exchanged(connection, row, note, note.exchange);
  // A row that was taken out: the head beside is what is known.
  const inside = row ?? note.next;
  const beside = inside.serial === note.current.serial ? note.current : note.next;
  return { known: knownOf(inside, beside), news: null, isDoubtful: true };
}

/** Other records were put in place by this program. What a rescue could read, and an early backup, have no head of their own. */
function exchanged(
  connection: Connection,
  row: RecordsHead | null,
  { current, next }: HeadNote,
  exchange: Exchange,
): Found {
  const hasOwn = row !== null && exchange.entry.type === 'recordsRestored';
  const sketch = hasOwn ? row.sketch : sketchTrails(connection);
  const inside = { serial: Math.max(row?.serial ?? 0, current.serial, next.serial) + 1, sketch };
  const known = { inside, beside: inside, written: current, exchange };
  const leftBehind = { after: hasOwn ? row.serial : 0, before: inside.serial };
  const news = { ...exchange, entry: { ...exchange.entry, leftBehind } };
  return { known, news, isDoubtful: false };
}

function knownOf(inside: RecordsHead, beside: RecordsHead): Found['known'] {
  return { inside, beside, written: beside, exchange: null };
}

function isSameHead(one: RecordsHead, other: RecordsHead): boolean {
  return one.serial === other.serial && isSameSketch(one.sketch, other.sketch);
}

/**
 * Looks at the files before they are opened: SQLite would write the log of one time into a main file of another.
 *
 * @returns `user_version` as the main file has it
 * @throws CallError `store_failed` with `mixed`
 */
export function refuseMixedFiles(databaseFile: string, keyHex: string): number | null {
  const mainVersion = mainVersionOf(databaseFile, keyHex);
  const logBytes = statSync(`${databaseFile}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const note = readHeadNote(headFileOf(databaseFile), keyHex);
  const isNoted = typeof note !== 'string' && note.mainVersion !== null && mainVersion !== null;
  if (logBytes > 0 && isNoted && note.mainVersion !== mainVersion)
    throw storeFailed('mixed', 'The database and the log of its latest changes are of two different times.');
  return mainVersion;
}

/** To be called before other records take the place of the present ones; they may be as old, or as damaged, as they are. */
export function noteExchange(databaseFile: string, keyHex: string, exchange: Exchange): void {
  const path = headFileOf(databaseFile);
  const note = readHeadNote(path, keyHex);
  const nothing = { serial: 0, sketch: emptySketch() };
  const { current, next } = typeof note === 'string' ? { current: nothing, next: nothing } : note;
  withFile(path, keyHex, (file) => file.write({ current, next, mainVersion: null, exchange }));
}

/** To be called before the database is given another key: after a crash it has the one or the other. */
export function noteNextKey(databaseFile: string, keyHex: string, nextKeyHex: string): void {
  const path = headFileOf(databaseFile);
  const note = readHeadNote(path, keyHex);
  if (typeof note === 'string') return;
  withFile(path, keyHex, (file) => file.writeForBoth({ ...note, mainVersion: null }, nextKeyHex));
}

function withFile(path: string, keyHex: string, work: (file: HeadFile) => void): void {
  const file = HeadFile.open(path, keyHex);
  try {
    work(file);
  } finally {
    file.close();
  }
}
