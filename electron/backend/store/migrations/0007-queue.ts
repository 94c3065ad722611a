import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Orders of the queue, each readable from any place in both directions. The number of the ticket makes a place unique. */
export const queue: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  'create index queue_by_change on tickets (lane, updated_at, number)',
  // The largest integer that JavaScript can hold: what has no next event comes last.
  `alter table tickets add column event_order integer generated always as
    (coalesce(next_event_at, 9007199254740991)) virtual`,
  'create index queue_by_event on tickets (lane, event_order, number)',
  'create index queue_by_opening on tickets (lane, created_at, number)',
];
