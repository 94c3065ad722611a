import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { storeFailed } from '../../../../core/contract/errors.ts';
import type { Connection } from './connection.ts';
import { formerNames, presentName } from './migrations/former-names.ts';

const migrationTable = 'kysely_migration';

/**
 * Refuses a database that this app can not have written, before anything is changed in it.
 *
 * @throws CallError `newerThanApp` when it has a migration this app does not know, `damaged` when it has none at all
 */
export function refuseForeignForm(connection: Connection, known: Readonly<Record<string, Migration>>): void {
  const isOurs = connection
    .prepare('select 1 from sqlite_master where type = ? and name = ?')
    .get('table', migrationTable);
  if (isOurs === undefined) throw storeFailed('damaged', 'This is not a ResetDesk database.');
  if (appliedMigrations(connection).some((name) => !Object.hasOwn(known, name)))
    throw storeFailed('newerThanApp', 'A later version of ResetDesk has written this database.');
}

/** By their present names, in order. */
export function appliedMigrations(connection: Connection): string[] {
  const names = connection.prepare(`select name from ${migrationTable}`).pluck().all();
  return names.map((name) => presentName(String(name))).sort();
}

/** Gives migrations that were carried out under former names their present ones. */
export function renameMigrations(connection: Connection): void {
  const rename = connection.prepare(`update ${migrationTable} set name = ? where name = ?`);
  connection.exec('begin immediate');
  try {
    for (const [former, present] of Object.entries(formerNames)) rename.run([present, former]);
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  }
}

/** Whether there are migrations that this database has not had. */
export function hasOldForm(connection: Connection, known: Readonly<Record<string, Migration>>): boolean {
  const had = appliedMigrations(connection);
  return Object.keys(known).some((name) => !had.includes(name));
}

/** Brings the tables to the newest form; each migration is carried out whole or not at all. */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({
    db,
    provider,
    migrationTableName: migrationTable,
  }).migrateToLatest();
  if (error !== undefined) throw error;
}
