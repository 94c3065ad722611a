import { randomUUID } from 'node:crypto';
import { closeSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { storeFailed } from '../../../../core/contract/errors.ts';
import {
  createLeaseFile,
  type Holder,
  leaseFileOf,
  readHolder,
  removeDeadLease,
  writeHolder,
} from './lease-file.ts';
import { thisComputer } from './this-computer.ts';

export interface LeaseOptions {
  /** This computer's name; tests give another. */
  readonly host: string;
  /** See {@link thisComputer}. */
  readonly computer: string;
  /** Told once, when another program has the database, or the place it is in can not be reached any more. */
  readonly onLost: () => void;
  readonly times: LeaseTimes;
}

/** All in ms. */
interface LeaseTimes {
  readonly beatEvery: number;
  /** A holder that could not beat for so long stops by itself. */
  readonly givenUpAfter: number;
  /** A file that nobody has beaten for so long is of a dead holder. Watched by one's own clock: the holder's may be wrong. */
  readonly deadAfter: number;
  /** How often a file is looked at meanwhile. */
  readonly lookEvery: number;
}

/** Whoever takes over waits longer than a holder goes on without a beat. */
const leaseTimes: LeaseTimes = { beatEvery: 3000, givenUpAfter: 9000, deadAfter: 15_000, lookEvery: 200 };

export const ordinaryLease: LeaseOptions = {
  host: hostname(),
  computer: thisComputer(),
  onLost: () => undefined,
  times: leaseTimes,
};

/** A change must not be written long after the last look; a sleeping computer stops the steady clock but not the other. */
const trustedForMs = 1000;

/** Holders of this very process: its number alone may be that of one that died. */
const heldHere = new Set<string>();

/**
 * The right to use a database file: of one program at a time, on whichever computer. A second one is refused, the lease of
 * a program that died is taken over, and a holder that lost it writes nothing more.
 */
export class Lease {
  readonly #file: string;
  readonly #handle: number;
  readonly #options: LeaseOptions;
  readonly #timer: NodeJS.Timeout;
  #holder: Holder;
  #seenAt = { wall: Date.now(), steady: performance.now() };
  #isLost = false;

  private constructor(file: string, handle: number, holder: Holder, options: LeaseOptions) {
    this.#file = file;
    this.#handle = handle;
    this.#holder = holder;
    this.#options = options;
    heldHere.add(holder.id);
    this.#timer = setInterval(() => this.#beat(), options.times.beatEvery);
    this.#timer.unref();
  }

  /** @throws CallError `store_failed` with `inUse` while another program has it */
  static async take(databaseFile: string, options: LeaseOptions = ordinaryLease): Promise<Lease> {
    const file = leaseFileOf(databaseFile);
    const { host, computer } = options;
    const now = Date.now();
    const holder: Holder = { id: randomUUID(), host, computer, pid: process.pid, since: now, beat: 0 };
    for (;;) {
      const handle = createLeaseFile(file, holder);
      if (handle !== null) return new Lease(file, handle, holder, options);
      // Given back a moment ago, or a link that leads nowhere, which is nobody's.
      const present = readHolder(file) ?? 'unclear';
      if (!isSurelyDead(present, options) && (await isAlive(file, present, options)))
        throw storeFailed('inUse', 'Another program has the records open.');
      removeDeadLease(file, present === 'unclear' ? null : present.id, holder.id);
    }
  }

  /** @throws CallError `store_failed` with `inUse` when the lease was lost; nothing may be written then */
  assertHeld(): void {
    const isFresh =
      Math.abs(Date.now() - this.#seenAt.wall) < trustedForMs &&
      performance.now() - this.#seenAt.steady < trustedForMs;
    if (!this.#isLost && !isFresh) this.#look();
    if (this.#isLost) throw storeFailed('inUse', 'Another program has taken the records over.');
  }

  isHeld(): boolean {
    if (!this.#isLost) this.#look();
    return !this.#isLost;
  }

  release(): void {
    clearInterval(this.#timer);
    heldHere.delete(this.#holder.id);
    closeSync(this.#handle);
    if (this.isHeld()) rmSync(this.#file, { force: true });
  }

  /** Whether it is still this one's; a file that can not be read says neither. */
  #look(): void {
    try {
      if (idOf(readHolder(this.#file)) === this.#holder.id)
        this.#seenAt = { wall: Date.now(), steady: performance.now() };
      else this.#lose();
    } catch {
      if (performance.now() - this.#seenAt.steady > this.#options.times.givenUpAfter) this.#lose();
    }
  }

  #beat(): void {
    this.#look();
    if (this.#isLost) return;
    this.#holder = { ...this.#holder, beat: this.#holder.beat + 1 };
    try {
      writeHolder(this.#handle, this.#holder);
    } catch {
      // Told by the next look, if the place can not be reached for long.
    }
  }

  #lose(): void {
    this.#isLost = true;
    clearInterval(this.#timer);
    this.#options.onLost();
  }
}

/** Runs work that needs the database's files alone. */
export async function withLease<Result>(
  databaseFile: string,
  work: () => Promise<Result>,
  options?: LeaseOptions,
): Promise<Result> {
  const lease = await Lease.take(databaseFile, options);
  try {
    return await work();
  } finally {
    lease.release();
  }
}

function idOf(holder: Holder | 'unclear' | null): string | null {
  return holder === null || holder === 'unclear' ? null : holder.id;
}

/** A holder of this computer whose process is gone; so a start right after a crash does not wait. */
function isSurelyDead(holder: Holder | 'unclear', { host, computer }: LeaseOptions): boolean {
  if (holder === 'unclear' || holder.host !== host || holder.computer !== computer) return false;
  return holder.pid === process.pid ? !heldHere.has(holder.id) : !isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Watches the file until it changes, or for as long as a living holder can be silent. */
async function isAlive(file: string, seen: Holder | 'unclear', options: LeaseOptions): Promise<boolean> {
  if (seen !== 'unclear' && heldHere.has(seen.id)) return true;
  const { deadAfter, lookEvery } = options.times;
  const until = performance.now() + deadAfter;
  while (performance.now() < until) {
    await pause(lookEvery);
    const now = readHolder(file);
    // A backend whose program was killed outlives it for a moment.
    if (now === null || isSurelyDead(now, options)) return false;
    if (now !== 'unclear' && (seen === 'unclear' || now.id !== seen.id || now.beat !== seen.beat))
      return true;
  }
  return false;
}
