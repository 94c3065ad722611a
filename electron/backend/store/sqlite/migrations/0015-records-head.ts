import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What all trails together are, brought up to date with every change of one: see the decision on evidence. An earlier version
 * of the app would change trails without it, so it must not open this database any more.
 */
export const recordsHead: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table records_head (
          only integer primary key check (only = 1), serial integer not null, sketch blob not null
        ) strict`,
      )
      .execute(db);
  },
};
