import { kyselyRepositories } from '../kysely/repositories.ts';
import type { Db } from '../kysely/tables.ts';
import type { FeedPart } from '../ports/change-feed.ts';
import type { Repositories, Store } from '../ports/store.ts';
import type { SqliteChangeFeed } from './change-feed.ts';
import { translateFailure } from './failure.ts';
import type { Lease } from './lease.ts';
import type { OpenedHead } from './open-head.ts';
import { SqliteSearchRepository } from './search-repository.ts';
import type { WriteAheadLog } from './write-ahead-log.ts';

/** What a store holds besides the connection. */
export interface StoreParts {
  readonly db: Db;
  readonly lease: Lease;
  readonly log: WriteAheadLog;
  /** Null for a database of a form that has no head yet. */
  readonly head: OpenedHead | null;
  /** Null for a database of a form that has none yet. */
  readonly feed: SqliteChangeFeed | null;
}

/** One connection, so transactions must not overlap: the backend takes calls one after another. */
export class SqliteStore implements Store {
  readonly found: Store['found'];
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.found = { news: parts.head?.news ?? null, isDoubtful: parts.head?.isDoubtful ?? false };
  }

  async transact<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    const { db, lease, log, head, feed } = this.#parts;
    try {
      const result = await db.transaction().execute(async (transaction) => {
        head?.keeper.begin();
        const search = new SqliteSearchRepository(transaction);
        const result = await work({
          ...kyselyRepositories(transaction, search),
          evidence: {
            nextSerial: () => head?.keeper.nextSerial() ?? 0,
            acceptTrails: () => head?.keeper.acceptTrails(),
          },
        });
        // The last moment: somebody may have taken the records over while this computer slept.
        lease.assertHeld();
        head?.keeper.settle();
        return result;
      });
      head?.keeper.committed();
      log.keepShort();
      feed?.tell();
      return result;
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async changesSince(cursor: string | null): Promise<FeedPart> {
    try {
      return (await this.#parts.feed?.changesSince(cursor)) ?? { cursor: '', changes: null };
    } catch (error) {
      throw translateFailure(error);
    }
  }

  subscribe(listener: () => void): () => void {
    return this.#parts.feed?.subscribe(listener) ?? (() => undefined);
  }

  emptyLog(): void {
    this.#parts.log.empty();
  }

  tidy(): void {
    this.#parts.feed?.forgetOld();
    this.#parts.log.tidy();
  }

  async close(): Promise<void> {
    const { db, lease, log, head } = this.#parts;
    try {
      if (lease.isHeld()) log.empty();
    } finally {
      await db.destroy();
      head?.keeper.close();
      lease.release();
    }
  }
}
