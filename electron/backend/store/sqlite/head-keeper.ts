import type { Exchange, RecordsHead } from '../../../../core/evidence/records-head.ts';
import { type TailChange, withChanges } from '../../../../core/evidence/trail-sketch.ts';
import type { Connection } from './connection.ts';
import type { HeadFile } from './head-file.ts';
import { writeHeadRow } from './head-row.ts';
import { sketchTrails, watchTails } from './trail-tails.ts';

/** What the keeper begins with. */
export interface KnownHeads {
  /** The head in the database. */
  readonly inside: RecordsHead;
  /** The head beside it. The two differ for good when somebody changed one of them from outside. */
  readonly beside: RecordsHead;
  /** What the file beside says of the database as it is; another than `beside` while records are exchanged. */
  readonly written: RecordsHead;
  readonly exchange: Exchange | null;
  readonly mainVersion: number | null;
}

/**
 * Brings the heads up to date with every change of a trail: the one in the database within the transaction, the one beside
 * it just before that is made durable, and so that the state before and after are both good. Neither is ever made from the
 * trails as they are found, so what was changed from outside keeps showing.
 */
export class HeadKeeper {
  readonly #connection: Connection;
  readonly #file: HeadFile;
  #known: KnownHeads;
  #changes: TailChange[] = [];
  #pending: KnownHeads | null = null;

  constructor(connection: Connection, file: HeadFile, known: KnownHeads) {
    this.#connection = connection;
    this.#file = file;
    this.#known = known;
    watchTails(connection, (change) => this.#changes.push(change));
  }

  /** A transaction has begun. */
  begin(): void {
    this.#changes = [];
    this.#pending = null;
  }

  /** The last thing that a transaction does. */
  settle(): void {
    if (this.#pending === null && this.#changes.length === 0) return;
    const { inside, beside } = this.#pending ?? this.#known;
    const serial = this.nextSerial();
    const next = {
      ...this.#known,
      inside: { serial, sketch: withChanges(inside.sketch, this.#changes) },
      beside: { serial, sketch: withChanges(beside.sketch, this.#changes) },
    };
    this.#write(next);
  }

  /** What both heads have once the transaction is durable. */
  nextSerial(): number {
    return Math.max(this.#known.inside.serial, this.#known.beside.serial) + 1;
  }

  /** Takes the trails as they are for good. To be the last thing that a transaction does but {@link settle}. */
  acceptTrails(): void {
    const sketch = sketchTrails(this.#connection);
    const { inside, beside } = this.#known;
    this.#pending = {
      ...this.#known,
      inside: { ...inside, sketch },
      beside: { ...beside, sketch },
    };
    this.#changes = [];
  }

  committed(): void {
    if (this.#pending === null) return;
    this.#known = { ...this.#pending, written: this.#pending.beside, exchange: null };
    this.#pending = null;
  }

  noteMainVersion(mainVersion: number | null): void {
    this.#known = { ...this.#known, mainVersion };
    const { written: current, beside: next, exchange } = this.#known;
    this.#file.write({ current, next, mainVersion, exchange });
  }

  close(): void {
    this.#file.close();
  }

  #write(next: KnownHeads): void {
    const { written: current, exchange, mainVersion } = this.#known;
    writeHeadRow(this.#connection, next.inside);
    this.#file.write({ current, next: next.beside, mainVersion, exchange });
    this.#pending = next;
  }
}
