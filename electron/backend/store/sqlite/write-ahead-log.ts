import { randomInt } from 'node:crypto';
import { statSync } from 'node:fs';
import { CallError } from '../../../../core/contract/errors.ts';
import { busyTimeoutMs, type Connection } from './connection.ts';
import { translateFailure } from './failure.ts';

/** Written into the main file as soon as it has grown by so much, whatever else is going on. */
const MOST_BYTES = 4 * 1024 * 1024;

/** In quiet moments it is emptied, but not so often that a clock that is noted keeps the disk awake. */
const EMPTIED_EVERY_MS = 30_000;

/**
 * Keeps SQLite's log short, so that the main file has nearly everything by itself, and tells before and after each writing
 * of the main file which version of it there is: an older file beside a newer log is noticed by that.
 */
export class WriteAheadLog {
  readonly #connection: Connection;
  readonly #file: string;
  /** The `user_version` that is in the main file; null while it is being written. */
  readonly #onMainVersion: (version: number | null) => void;
  #lastBytes = 0;
  /** How long it was when the last try did not empty it: a reader was at work, or the disk is full. */
  #stuckAtBytes = 0;
  #emptiedAt = performance.now();

  constructor(connection: Connection, file: string, onMainVersion: (version: number | null) => void) {
    this.#connection = connection;
    this.#file = file;
    this.#onMainVersion = onMainVersion;
  }

  /** After a change. */
  keepShort(): void {
    if (this.#bytes() - this.#stuckAtBytes >= MOST_BYTES) this.empty();
  }

  /** Every now and then: empties it when nothing was written since the last time. */
  tidy(): void {
    const bytes = this.#bytes();
    const isQuiet = bytes === this.#lastBytes;
    this.#lastBytes = bytes;
    if (bytes > 0 && isQuiet && performance.now() - this.#emptiedAt >= EMPTIED_EVERY_MS) this.empty();
  }

  /**
   * Nothing that was erased is left in it. It is good housekeeping and no part of what was asked for: where a reader is at work
   * or the disk is full it stays as it is until the next time.
   */
  empty(): void {
    if (this.#bytes() === 0) return;
    this.#emptiedAt = performance.now();
    try {
      this.#write();
    } catch (error) {
      if (!(translateFailure(error, this.#file) instanceof CallError)) throw error;
    }
    this.#stuckAtBytes = this.#bytes();
  }

  #bytes(): number {
    return statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  #write(): void {
    const connection = this.#connection;
    if (connection.inTransaction) return;
    this.#onMainVersion(null);
    const version = randomInt(1, 2 ** 31 - 1);
    // On the first page, which so goes into the main file with the rest.
    connection.pragma(`user_version = ${version}`);
    // The calls must not wait for whoever reads.
    connection.pragma('busy_timeout = 0');
    try {
      const [{ busy, log, checkpointed }] = connection.pragma('wal_checkpoint(TRUNCATE)') as [
        { busy: number; log: number; checkpointed: number },
      ];
      if (busy === 0 && log === checkpointed) this.#onMainVersion(version);
    } finally {
      connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
    }
  }
}
