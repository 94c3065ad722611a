import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The desk's own messages, and the settings that everyone at the desk shares. */
export const words: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table message_templates (
    id text primary key, content text not null, version integer not null, change_seq integer not null,
    created_at integer not null, updated_at integer not null
  ) strict`,
  `create table settings_shared (
    name text primary key, value text not null, version integer not null, change_seq integer not null,
    updated_at integer not null
  ) strict, without rowid`,
];
