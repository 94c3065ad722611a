import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Removals of records are few among their changes, and looked for every day and whenever a person is erased. */
export const removedRecords: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create index record_log_removals on record_log (kind, at)
         where substr(entry, 1, 19) = '{"action":"removed"'`,
      )
      .execute(db);
  },
};
