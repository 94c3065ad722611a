import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, type Random } from '../../../../core/testkit/random.ts';
import { backupFolderOf, listBackups } from '../../store/sqlite/backup-files.ts';
import { hasPageOfKey } from '../../store/sqlite/cipher.ts';
import { completeSwap } from '../../store/sqlite/swap.ts';
import { startChildBackend } from '../child-backend.ts';
import { temporaryFolder } from '../test-desk.ts';
import { makeOldDatabase } from './old-database.ts';
import { type Verdict, verify } from './verify.ts';
import { type Acknowledged, write } from './writers.ts';

/** What the backend was doing when it was killed. */
export type Activity = 'writing' | 'backup' | 'check' | 'rekey' | 'restore' | 'migration';

export interface KillReport {
  readonly kills: Readonly<Record<Activity, number>>;
  readonly acknowledged: number;
  /** Of all kills together; `tickets` of the largest desk. */
  readonly total: Verdict;
  /** How long opening the database took after each kill, ms, ascending. */
  readonly reopenMs: readonly number[];
}

const entry = new URL('../fixture-backend.ts', import.meta.url);

/** The desk starts anew after so many kills, so that looking through it does not take longer and longer. */
const killsPerDesk = 25;

/** Where a job can be cut off, ms on a computer that opens the database in {@link quickOpenMs}. */
const jobMs: Readonly<Record<'rekey' | 'restore' | 'migration', number>> = {
  rekey: 250,
  restore: 120,
  migration: 300,
};
const quickOpenMs = 40;

/** Kills come after so many acknowledged changes where changes are made, so that a slow computer tests as much. */
const mostChangesBeforeKill = 25;

type ChildBackend = Awaited<ReturnType<typeof startChildBackend>>;

interface Desk {
  readonly file: string;
  keyHex: string;
  readonly formerKeys: string[];
  readonly acknowledged: Acknowledged;
}

/** Kills the backend at random moments of all its activities, and looks through everything after each kill. */
export async function runKills(
  count: number,
  seed: number,
  onKill: (done: number) => void,
): Promise<KillReport> {
  const random = createRandom(seed);
  const kills = { writing: 0, backup: 0, check: 0, rekey: 0, restore: 0, migration: 0 };
  const reopenMs: number[] = [];
  const verdicts: Verdict[] = [];
  let acknowledged = 0;
  for (let done = 0; done < count; done += killsPerDesk) {
    const folder = temporaryFolder();
    try {
      const desk: Desk = { file: folder.file, keyHex: newKey(), formerKeys: [], acknowledged: new Map() };
      for (let index = done; index < Math.min(count, done + killsPerDesk); index += 1) {
        // The first kill of a desk cuts off the update of its tables from the oldest form.
        const activity = index === done ? 'migration' : pickActivity(random);
        await killDuring(activity, desk, random, reopenMs.at(-1) ?? quickOpenMs);
        kills[activity] += 1;
        const { ms, verdict } = await reopen(desk);
        reopenMs.push(ms);
        verdicts.push(verdict);
        onKill(index + 1);
      }
      acknowledged += [...desk.acknowledged.values()].reduce((sum, { entries }) => sum + entries, 0);
    } finally {
      folder.remove();
    }
  }
  return { kills, acknowledged, total: sumOf(verdicts), reopenMs: reopenMs.sort((a, b) => a - b) };
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

function pickActivity(random: Random): Activity {
  return random.pick(['writing', 'writing', 'writing', 'backup', 'check', 'rekey', 'restore'] as const);
}

async function killDuring(activity: Activity, desk: Desk, random: Random, lastOpenMs: number): Promise<void> {
  if (activity === 'migration') await makeOldDatabase(desk.file, desk.keyHex, 1);
  const backend = await startChildBackend(entry);
  const opening = backend.shell.call('store.open', { file: desk.file, keyHex: desk.keyHex });
  if (activity === 'migration' || activity === 'rekey' || activity === 'restore') {
    // What was not answered never settles: the process is gone.
    void opening.catch(() => undefined);
    if (activity !== 'migration') await opening;
    const nextKey = await startJob(activity, backend, desk);
    await pause(random.integer(0, jobMs[activity]) * Math.max(1, lastOpenMs / quickOpenMs));
    await backend.kill();
    settleKey(desk, nextKey);
    return;
  }
  await opening;
  await startJob(activity, backend, desk);
  await writeFor(random.integer(1, mostChangesBeforeKill), backend, desk);
  await pause(random.integer(0, 15));
  await backend.kill();
}

/** Two writers, so that a change is always under way when the process dies. Resolves after so many changes; they go on. */
function writeFor(changes: number, backend: ChildBackend, desk: Desk): Promise<void> {
  let left = changes;
  return new Promise((resolve) => {
    const onChange = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    for (let writer = 0; writer < 2; writer += 1) void write(backend.client, desk.acknowledged, onChange);
  });
}

async function startJob(activity: Activity, backend: ChildBackend, desk: Desk): Promise<string | null> {
  const { file, keyHex, formerKeys } = desk;
  switch (activity) {
    case 'backup':
      await backend.client.call('safety.backUp', {});
      break;
    case 'check':
      await backend.client.call('safety.check', {});
      break;
    case 'rekey': {
      const nextKey = newKey();
      void backend.send('store.rekey', { file, keyHex, newKeyHex: nextKey }, { caller: 'shell' });
      return nextKey;
    }
    case 'restore': {
      const [newest] = await freshBackup(backend, file);
      if (newest === undefined) break;
      const backup = join(backupFolderOf(file), newest.name);
      void backend.send(
        'store.restore',
        { file, keyHex, formerKeys, backup, actor: 'Ada' },
        { caller: 'shell' },
      );
      break;
    }
    default:
      break;
  }
  return null;
}

/** With everything that was acknowledged, so that restoring it loses nothing. */
async function freshBackup(backend: ChildBackend, file: string) {
  // Two of the same second would have one name.
  for (const { name } of listBackups(backupFolderOf(file))) rmSync(join(backupFolderOf(file), name));
  const isDone = backend.waitForEvent(
    'safety.changed',
    (payload) => (payload as { isBackingUp: boolean }).isBackingUp === false,
  );
  await backend.client.call('safety.backUp', {});
  await isDone;
  return listBackups(backupFolderOf(file));
}

/** As the vault does after a crash: the database has the one key or the other. A swap that was cut off is finished first. */
function settleKey(desk: Desk, nextKey: string | null): void {
  if (nextKey === null) return;
  completeSwap(desk.file);
  if (!hasPageOfKey(desk.file, nextKey)) return;
  desk.formerKeys.push(desk.keyHex);
  desk.keyHex = nextKey;
}

/** Opens the database as the next start does, looks through it, and closes it in good order. */
async function reopen(desk: Desk): Promise<{ readonly ms: number; readonly verdict: Verdict }> {
  const backend = await startChildBackend(entry);
  const startedAt = performance.now();
  await backend.shell.call('store.open', { file: desk.file, keyHex: desk.keyHex });
  const ms = performance.now() - startedAt;
  const verdict = await verify(desk.file, desk, desk.acknowledged);
  await backend.shell.call('store.close', {});
  await backend.kill();
  return { ms, verdict };
}

function sumOf(verdicts: readonly Verdict[]): Verdict {
  const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((all, one) => all + count(one), 0);
  return {
    tickets: Math.max(...verdicts.map(({ tickets }) => tickets)),
    lost: sum(({ lost }) => lost),
    torn: sum(({ torn }) => torn),
    brokenChains: sum(({ brokenChains }) => brokenChains),
    isFileWhole: verdicts.every(({ isFileWhole }) => isFileWhole),
    badBackups: sum(({ badBackups }) => badBackups),
  };
}
