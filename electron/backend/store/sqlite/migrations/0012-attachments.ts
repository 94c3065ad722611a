import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Files of tickets. Their content lies apart and in parts, so that neither lists nor a rescue read much at once. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table attachments (
    id text primary key, ticket_id text not null references tickets (id), name text not null,
    size_bytes integer not null, digest text not null, added_at integer not null, actor text not null
  ) strict`,
  `create index attachments_by_ticket on attachments (ticket_id, added_at)`,
  `create table attachment_parts (
    attachment_id text not null references attachments (id), part integer not null, content blob not null,
    primary key (attachment_id, part)
  ) strict`,
];
