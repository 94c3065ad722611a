import { kyselyRepositories } from '../kysely/repositories.ts';
import type { Db } from '../kysely/tables.ts';
import type { Repositories, Store } from '../ports/store.ts';
import { translateFailure } from './failure.ts';
import { SqliteSearchRepository } from './search-repository.ts';

/** One connection, so transactions must not overlap: the backend takes calls one after another. */
export class SqliteStore implements Store {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async transact<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result> {
    try {
      return await this.#db
        .transaction()
        .execute((transaction) =>
          work(kyselyRepositories(transaction, new SqliteSearchRepository(transaction))),
        );
    } catch (error) {
      throw translateFailure(error);
    }
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}
