import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which procedures of the supervisor's folder the desk works by; the last decision about each counts. */
export const procedureDecisions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table procedure_decisions (
      digest text primary key, decision text not null, decided_at integer not null, actor text not null
    ) strict`.execute(db);
  },
};
