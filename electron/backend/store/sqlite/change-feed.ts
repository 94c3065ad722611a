import { sql } from 'kysely';
import type { Change } from '../../../../core/contract/change-calls.ts';
import { changeSchema } from '../../../../core/contract/change-calls.ts';
import type { Db } from '../kysely/tables.ts';
import type { ChangeFeed, FeedPart } from '../ports/change-feed.ts';
import type { Connection } from './connection.ts';

/** More at once are read anew as a whole sooner than one by one. */
const changesNamed = 500;

/** Far more than happens while a window is away; of older places all is read anew. */
const changesKept = 50_000;

/** So that the calls between which they are removed do not wait. */
const forgottenAtOnce = 10_000;

/** Whether the database is of a form that has a feed. */
export function canFeed(connection: Connection): boolean {
  return connection.prepare(`select 1 from sqlite_master where name = 'feed'`).get() !== undefined;
}

/** Other records are in the place of those that were here: no place in the feed is one of theirs. */
export function beginNewLine(connection: Connection): void {
  connection.exec('update feed set line = lower(hex(randomblob(8)))');
}

/** The rows that triggers write; see migration 0022. A place is the line of changes and the last row that was read. */
export class SqliteChangeFeed implements ChangeFeed {
  readonly #db: Db;
  readonly #connection: Connection;
  readonly #line: string;
  readonly #listeners = new Set<() => void>();
  #told: number;

  constructor(db: Db, connection: Connection) {
    this.#db = db;
    this.#connection = connection;
    this.#line = String(connection.prepare('select line from feed').pluck().get());
    this.#told = this.#newest();
  }

  changesSince(cursor: string | null): Promise<FeedPart> {
    return this.#db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ oldest: number; newest: number }>`select
        coalesce((select min(seq) from changes), 1) as oldest, coalesce((select max(seq) from changes), 0) as newest`.execute(
        transaction,
      );
      const { oldest = 1, newest = 0 } = rows[0] ?? {};
      const now = this.#cursorOf(newest);
      if (cursor === null) return { cursor: now, changes: [] };
      const since = this.#placeOf(cursor);
      if (since === null || since < oldest - 1 || since > newest) return { cursor: now, changes: null };
      const changes = await readChanges(transaction, since);
      return { cursor: now, changes: changes.length > changesNamed ? null : changes };
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** To be called after a transaction. */
  tell(): void {
    const newest = this.#newest();
    if (newest === this.#told) return;
    this.#told = newest;
    for (const listener of this.#listeners) listener();
  }

  /** A part of what is too old; to be called again and again. */
  forgetOld(): void {
    this.#connection
      .prepare(
        `delete from changes where seq in (
          select seq from changes where seq <= (select max(seq) from changes) - ? order by seq limit ?)`,
      )
      .run([changesKept, forgottenAtOnce]);
  }

  #newest(): number {
    return Number(this.#connection.prepare('select coalesce(max(seq), 0) from changes').pluck().get());
  }

  #cursorOf(seq: number): string {
    return `${this.#line}-${seq}`;
  }

  /** Null for a place of another line. */
  #placeOf(cursor: string): number | null {
    const [line, seq] = cursor.split('-');
    return line === this.#line && seq !== undefined && /^\d{1,15}$/.test(seq) ? Number(seq) : null;
  }
}

/** The newest row of each record. */
async function readChanges(db: Db, since: number): Promise<Change[]> {
  const { rows } = await sql<{ kind: string; id: string; gone: number; version: number | null }>`
    select c.kind, c.id, c.gone, t.version from (
      select kind, id, max(seq) as seq, gone from changes where seq > ${since} group by kind, id
    ) c left join tickets t on c.kind = 'ticket' and t.id = c.id order by c.seq limit ${changesNamed + 1}`.execute(
    db,
  );
  return rows.map(({ gone, ...row }) => changeSchema.parse({ ...row, isGone: gone === 1 }));
}
