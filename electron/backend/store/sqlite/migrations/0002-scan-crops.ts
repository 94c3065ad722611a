import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Pictures of codes, kept as evidence while their ticket is open. A table of its own, so that lists never read them. */
export const scanCrops: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        'create table scan_crops (scan_id text primary key references scans (id), image blob not null) strict',
      )
      .execute(db);
  },
};
