import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * By which version of the rule the search keys were made. Until now nobody noted it, so they are made anew once; `kind` and `after` are
 * how far that is, and `kind` is null when all are made.
 */
export const searchKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table search_keys (
      only integer primary key check (only = 1), version integer not null, kind text, after text not null,
      done integer not null, total integer not null
    ) strict`.execute(db);
    await sql`insert into search_keys values (1, 0, null, '', 0, 0)`.execute(db);
  },
};
