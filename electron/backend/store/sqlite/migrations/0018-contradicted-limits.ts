import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The supervisor sees where devices did otherwise than their source says, however many tickets there are. */
export const contradictedLimits: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index ticket_events_of_contradictions on ticket_events (ticket_id)
      where substr(event, 1, 27) = '{"type":"limitContradicted"'`.execute(db);
  },
};
