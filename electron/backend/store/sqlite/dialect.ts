import {
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
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

/**
 * SQLite can roll back changes of tables, which Kysely's own adapter does not say. Without it the migrations run outside of a
 * transaction, and a program that is killed in one leaves half of its tables behind.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class ResetDeskSqliteDialect extends SqliteDialect {
  readonly #raw: Connection;

  constructor(raw: Connection) {
    super({ database: raw });
    this.#raw = raw;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new RolledBackSqliteDriver(this.#raw);
  }
}
