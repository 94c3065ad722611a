import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When a ticket's code came, and an index that holds all that the figures of closed tickets are made of. */
export const dashboard: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  'alter table tickets add column code_at integer',
  // As far as the trail tells: by when it was recorded, where it does not say when the mail came.
  `update tickets set code_at = (
    select coalesce(json_extract(e.event, '$.arrivedAt'), e.at) from ticket_events e
    where e.ticket_id = tickets.id and substr(e.event, 1, 20) = '{"type":"codeArrived'
    order by e.sequence desc limit 1)`,
  // Begins as the one that it takes the place of.
  'drop index tickets_by_close',
  `create index tickets_by_close on tickets
    (closed_at, outcome, failure_reason, playbook_id, assignee, device_id, created_at, code_at) where closed_at is not null`,
];
