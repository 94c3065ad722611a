import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What happened to customers and devices, the commands that can be undone, and scans that were taken back. */
export const recordLog: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table record_log (
    kind text not null, record_id text not null, sequence integer not null,
    at integer not null, actor text not null, entry text not null, hash text not null,
    primary key (kind, record_id, sequence)
  ) strict, without rowid`,
  `create trigger record_log_never_changes before update on record_log
    begin select raise(abort, 'record_log is append-only'); end`,
  `create trigger record_log_never_goes before delete on record_log
    begin select raise(abort, 'record_log is append-only'); end`,
  // Apart from the log, so that a person's data can be erased while the chain stays whole.
  `create table record_details (
    kind text not null, record_id text not null, sequence integer not null, details text not null,
    primary key (kind, record_id, sequence)
  ) strict, without rowid`,

  `create table done_commands (
    id text primary key, name text not null, actor text not null, at integer not null,
    parts text not null, done_seq integer not null, undone_seq integer
  ) strict, without rowid`,
  `create index done_commands_by_actor on done_commands (actor, done_seq desc)`,
  `create index done_commands_by_age on done_commands (at)`,

  `alter table scans add column is_undone integer not null default 0`,
];
