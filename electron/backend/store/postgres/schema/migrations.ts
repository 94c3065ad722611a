import * as z from 'zod';
import { refusal, type TeamStoreError } from '../finding.ts';
import { type Link, SCHEMA } from '../link.ts';
import { membersAndFeed } from './0001-members-and-feed.ts';
import { type Groups, groupsOf } from './groups.ts';

/** In the order of their versions, from 1; one that has been released is never edited. */
const MIGRATIONS: readonly ((groups: Groups) => string)[] = [membersAndFeed];

export const NEWEST_SCHEMA = MIGRATIONS.length;

const LOCK_WAIT = '5s';
const LOCK_NOT_AVAILABLE = '55P03';

const versionRow = z.object({ version: z.int() });

/** Version 0: where the versions are kept. Agents only read it, so the lock that {@link migrate} takes none of them can hold. */
export function versionTable({ agent, supervisor, auditor }: Groups): string {
  return `
    create table migrations (version int primary key, applied_at timestamptz not null default now());
    grant select on migrations to ${agent}, ${supervisor}, ${auditor}`;
}

/** The version of the schema; null where there is none. */
export async function readSchemaVersion(link: Link): Promise<number | null> {
  const [table] = await link.read(
    z.object({ is_there: z.boolean() }),
    `select to_regclass('${SCHEMA}.migrations') is not null as is_there`,
  );
  if (table?.is_there !== true) return null;
  const [row] = await link.read(versionRow, 'select coalesce(max(version), 0) as version from migrations');
  return row?.version ?? null;
}

/**
 * Brings the schema to the newest version; part of the caller's transaction.
 *
 * @returns the versions that it went through
 * @throws TeamStoreError when somebody holds what it needs, or the schema is newer than this program
 */
export async function migrate(link: Link, database: string): Promise<readonly number[]> {
  const groups = groupsOf(database);
  await link.run(`set local role ${groups.owner}`);
  await link.run(`set local lock_timeout = '${LOCK_WAIT}'`);
  try {
    // Against a second one at the same time. Readers go on; no advisory lock, as those are open to everybody.
    await link.run('lock table migrations in exclusive mode');
    const current = (await readSchemaVersion(link)) ?? 0;
    if (current > NEWEST_SCHEMA) throw newerSchema(current);
    const missing = MIGRATIONS.map((sql, index) => ({ version: index + 1, sql })).slice(current);
    for (const { version, sql } of missing) {
      await link.run(sql(groups));
      await link.run('insert into migrations (version) values ($1)', [version]);
    }
    return missing.map(({ version }) => version);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
      throw refusal(
        'schema',
        `Somebody holds a lock on a table for longer than ${LOCK_WAIT}; nothing was changed.`,
        'Look into `pg_stat_activity` for a transaction that is left open, end it, and try again.',
      );
    throw error;
  }
}

function newerSchema(version: number): TeamStoreError {
  return refusal(
    'schema',
    `The schema has version ${version}; this ResetDesk knows ${NEWEST_SCHEMA}.`,
    'Use the newer ResetDesk that made it.',
  );
}
