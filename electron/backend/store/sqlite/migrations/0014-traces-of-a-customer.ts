import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An erasure also finds what a customer has left where it no longer belongs to anybody, because it was undone. */
export const tracesOfACustomer: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index ticket_events_of_customer on ticket_events (json_extract(event, '$.customerId'))
      where substr(event, 1, 26) = '{"type":"customerAttached"'`.execute(db);
    await sql`create index record_details_of_site on record_details (
        coalesce(json_extract(details, '$.after.customerId'), json_extract(details, '$.before.customerId'))
      ) where kind = 'site'`.execute(db);
  },
};
