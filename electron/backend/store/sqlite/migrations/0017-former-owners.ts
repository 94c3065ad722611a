import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The page of a customer also shows the devices that were registered to somebody else since. */
export const formerOwners: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index record_details_of_former_owner on record_details (json_extract(details, '$.before.customerId'))
      where kind = 'device'`.execute(db);
  },
};
