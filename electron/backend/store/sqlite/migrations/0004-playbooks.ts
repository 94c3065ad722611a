import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Each version of a procedure that a ticket was ever on, whole: such a ticket opens on it for ever. */
export const playbooks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table playbooks (
          id text not null, version integer not null, content text not null, first_used_at integer not null,
          primary key (id, version)
        ) strict`,
      )
      .execute(db);
  },
};
