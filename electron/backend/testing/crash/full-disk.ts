import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.ts';
import { startChildBackend } from '../child-backend.ts';
import { testKey } from '../test-desk.ts';
import { verify } from './verify.ts';
import { type Acknowledged, write } from './writers.ts';

export interface FullDiskReport {
  readonly levels: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  /** Levels at which the failure was not told as a full disk. */
  readonly unclear: readonly string[];
  /** Levels at which work did not go on once there was room. */
  readonly stuck: number;
}

const entry = new URL('../fixture-backend.ts', import.meta.url);
const diskBytes = 6 * 1024 * 1024;

/**
 * Fills a small disk of its own to several levels while tickets are being written.
 *
 * @returns null where this user may not mount one
 */
export function runFullDisk(levels: number): Promise<FullDiskReport | null> {
  return withSmallDisk(async (disk) => {
    let report: FullDiskReport = { levels, acknowledged: 0, lost: 0, torn: 0, unclear: [], stuck: 0 };
    for (let level = 0; level < levels; level += 1) report = await fillAndGoOn(disk, level / levels, report);
    return report;
  });
}

async function withSmallDisk<Result>(work: (disk: string) => Promise<Result>): Promise<Result | null> {
  const disk = mkdtempSync(join(tmpdir(), 'resetdesk-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'resetdesk', disk];
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) {
    rmSync(disk, { recursive: true });
    return null;
  }
  try {
    return await work(disk);
  } finally {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

/**
 * Fills a small disk to its last byte before the records are opened.
 *
 * @returns why they did not open, although they do once there is room; null where this user may not mount a disk
 */
export function openOnFullDisk(): Promise<string | null> {
  return withSmallDisk(async (disk) => {
    const file = join(disk, 'records.db');
    const filler = join(disk, 'filler');
    await (await openSqliteStore(file, testKey)).close();
    writeFileSync(filler, Buffer.alloc(freeBytes(disk)));
    const failure = await openSqliteStore(file, testKey).catch((error: unknown) => error);
    rmSync(filler);
    await (await openSqliteStore(file, testKey)).close();
    return failure instanceof CallError ? storeFailureOf(failure) : String(failure);
  });
}

async function fillAndGoOn(disk: string, share: number, before: FullDiskReport): Promise<FullDiskReport> {
  const file = join(disk, 'records.db');
  const filler = join(disk, 'filler');
  const acknowledged: Acknowledged = new Map();
  const backend = await startChildBackend(entry);
  const unclear: string[] = [];
  let stuck = 0;
  try {
    await backend.shell.call('store.open', { file, keyHex: testKey });
    writeFileSync(filler, Buffer.alloc(Math.floor(freeBytes(disk) * share)));
    const failure = await write(backend.client, acknowledged);
    const reason = failure instanceof CallError ? storeFailureOf(failure) : null;
    if (reason !== 'diskFull') unclear.push(failure instanceof Error ? failure.message : 'unknown');
    rmSync(filler);
    // The file of the database has grown into the room as well; a little is needed for the next change.
    const page = { lane: 'now', search: '', limit: 1, after: null } as const;
    await backend.client.call('ticket.list', page);
    const isFreed = share > 0.05;
    const goesOn = await backend.client
      .call('ticket.open', { by: 'hand' })
      .then(({ ticket }) =>
        backend.client.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' }),
      )
      .catch(() => null);
    if (isFreed && goesOn === null) stuck = 1;
  } finally {
    await backend.kill();
  }
  const { lost, torn } = await verify(file, { keyHex: testKey, formerKeys: [] }, acknowledged);
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true });
  return {
    ...before,
    acknowledged: before.acknowledged + acknowledged.size,
    lost: before.lost + lost,
    // The ticket that showed that work goes on was opened by hand, without a scan.
    torn: before.torn + Math.max(0, torn - 1),
    unclear: [...before.unclear, ...unclear],
    stuck: before.stuck + stuck,
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
