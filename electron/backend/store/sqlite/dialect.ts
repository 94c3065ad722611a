import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely';
import type { Connection } from './connection.ts';

/** After some failures (a full disk) SQLite has rolled back by itself; rolling back again would hide the cause. */
class RolledBackSqliteDriver extends SqliteDriver {
  readonly #raw: Connection;

  constructor(raw: Connection) {
    super({ database: raw });
    this.#raw = raw;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

export class ResetDeskSqliteDialect extends SqliteDialect {
  readonly #raw: Connection;

  constructor(raw: Connection) {
    super({ database: raw });
    this.#raw = raw;
  }

  override createDriver(): Driver {
    return new RolledBackSqliteDriver(this.#raw);
  }
}
