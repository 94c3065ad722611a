import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an agent reads off a device beside its model. */
export const firmwareVersion: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table devices add column firmware_version text not null default ''`.execute(db);
  },
};
