import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { temporaryFolder, testKey } from '../../testing/test-desk.ts';
import { Lease, type LeaseOptions } from './lease.ts';
import { createLeaseFile, type Holder, leaseFileOf, readHolder, writeHolder } from './lease-file.ts';
import { migrations } from './migrations/index.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Everything faster than on a real day, in the same proportions. */
const quick = { beatEvery: 20, givenUpAfter: 60, deadAfter: 200, lookEvery: 5 };
const computer = 'card-1';
const optionsOf = (host: string, onLost = () => undefined): LeaseOptions => ({
  host,
  computer,
  onLost,
  times: quick,
});

function holderOf(host: string, pid: number): Holder {
  return { id: randomUUID(), host, computer, pid, since: Date.now() + 86_400_000, beat: 7 };
}

/** What a program leaves that was killed. */
function leaveLease(holder: Holder): void {
  createLeaseFile(leaseFileOf(folder.file), holder);
}

/** What a program does that lives. */
function beat(holder: Holder): NodeJS.Timeout {
  const handle = createLeaseFile(leaseFileOf(folder.file), holder);
  let count = holder.beat;
  return setInterval(() => {
    count += 1;
    if (handle !== null) writeHolder(handle, { ...holder, beat: count });
  }, quick.beatEvery);
}

function openedAnew(file: string): string {
  writeFileSync(file, '');
  return file;
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  const failure = await work.then(() => null).catch((error: unknown) => error);
  return failure instanceof CallError ? storeFailureOf(failure) : String(failure);
}

describe('the lease of a database', () => {
  it('is of one program, and of the next one once it was given back', async () => {
    const first = await Lease.take(folder.file, optionsOf('one'));
    expect(await reasonOf(Lease.take(folder.file, optionsOf('two')))).toBe('inUse');
    expect(readHolder(leaseFileOf(folder.file))).toMatchObject({ host: 'one', pid: process.pid });
    first.release();
    expect(existsSync(leaseFileOf(folder.file))).toBe(false);
    (await Lease.take(folder.file, optionsOf('two'))).release();
  });

  it('is taken at once from a process of this computer that is gone', async () => {
    leaveLease(holderOf('one', deadPid()));
    const startedAt = performance.now();
    const lease = await Lease.take(folder.file, {
      ...optionsOf('one'),
      times: { ...quick, deadAfter: 60_000, lookEvery: 30_000 },
    });
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    lease.release();
  });

  it('is taken from a process that goes while it is watched', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)']);
    leaveLease(holderOf('one', child.pid ?? 0));
    const lease = await Lease.take(folder.file, {
      ...optionsOf('one'),
      times: { ...quick, deadAfter: 600_000 },
    });
    expect(lease.isHeld()).toBe(true);
    lease.release();
  });

  it('is not taken at once from another computer of the same name', async () => {
    const beating = beat({ ...holderOf('one', deadPid()), computer: 'card-2' });
    expect(await reasonOf(Lease.take(folder.file, optionsOf('one')))).toBe('inUse');
    clearInterval(beating);
  });

  it('is taken from another computer only when nobody beats it, whatever its clock says', async () => {
    const other = holderOf('two', 1);
    leaveLease(other);
    const lease = await Lease.take(folder.file, optionsOf('one'));
    expect(readHolder(leaseFileOf(folder.file))).toMatchObject({ host: 'one' });
    lease.release();
    expect(readdirSync(dirname(folder.file))).toEqual([]);
  });

  it('stays with another computer that beats it', async () => {
    const beating = beat(holderOf('two', 1));
    expect(await reasonOf(Lease.take(folder.file, optionsOf('one')))).toBe('inUse');
    clearInterval(beating);
    expect(readHolder(leaseFileOf(folder.file))).toMatchObject({ host: 'two' });
  });

  it('is taken over from a file that names nobody', async () => {
    writeFileSync(leaseFileOf(folder.file), '');
    (await Lease.take(folder.file, optionsOf('one'))).release();
  });

  it.each([
    ['a folder with something in it', (file: string) => mkdirSync(join(file, 'kept'), { recursive: true })],
    ['a link that leads nowhere', (file: string) => symlinkSync('/nowhere/at/all', file)],
    ['a pipe', (file: string) => void spawnSync('mkfifo', [file])],
    ['100 MB of something else', (file: string) => truncateSync(openedAnew(file), 100 * 1024 * 1024)],
  ])('is taken where %s lies in its place', async (_, make) => {
    make(leaseFileOf(folder.file));
    const lease = await Lease.take(folder.file, optionsOf('one'));
    expect(readHolder(leaseFileOf(folder.file))).toMatchObject({ host: 'one' });
    lease.release();
  });

  it('goes to one of many who find the same dead holder', async () => {
    leaveLease(holderOf('two', 1));
    const tries = Array.from({ length: 8 }, () => Lease.take(folder.file, optionsOf('one')));
    const ends = await Promise.allSettled(tries);
    const taken = ends.filter((end) => end.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    for (const { value } of taken) value.release();
  });

  it('tells a holder that slept, and it writes nothing more', async () => {
    const onLost = vi.fn();
    const store = await openSqliteStore(folder.file, testKey, migrations, optionsOf('one', onLost));
    rmSync(leaseFileOf(folder.file));
    leaveLease(holderOf('two', 1));
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce());
    const write = store.transact(({ desk }) => desk.setLastTicket('0190a0a0-0000-7000-8000-000000000001'));
    expect(await reasonOf(write)).toBe('inUse');
    await store.close();
    expect(readHolder(leaseFileOf(folder.file))).toMatchObject({ host: 'two' });
  });

  it('does not stay behind when the database does not open', async () => {
    await (await openSqliteStore(folder.file, testKey)).close();
    expect(await reasonOf(openSqliteStore(folder.file, 'ee'.repeat(32)))).toBe('wrongKey');
    expect(existsSync(leaseFileOf(folder.file))).toBe(false);
  });
});
