import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The times of open tickets, so that each is told once. Tickets of before bring the one time that they had. */
export const alarms: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table ticket_alarms (
    ticket_id text not null references tickets (id), kind text not null, at integer not null,
    told_at integer, seen_at integer,
    primary key (ticket_id, kind)
  ) strict, without rowid`,
  `create index ticket_alarms_to_tell on ticket_alarms (at) where told_at is null`,
  `create index ticket_alarms_to_see on ticket_alarms (at) where told_at is not null and seen_at is null`,
  `insert into ticket_alarms (ticket_id, kind, at, told_at, seen_at)
    select id, next_event_kind, next_event_at, null, null from tickets
    where status = 'open' and next_event_at is not null and next_event_kind is not null`,
];
