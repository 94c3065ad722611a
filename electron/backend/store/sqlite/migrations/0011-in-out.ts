import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What agents write stands beside the trail from now on, so that it can be erased; what went out of the desk and was erased
 * is logged; made-up records are marked, so that they can go again.
 */
export const inOut: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const isDemo = (kind: string, id: string) =>
  `exists (select 1 from demo_records where kind = ${kind} and record_id = ${id})`;

const statements: readonly string[] = [
  `create table event_texts (
    ticket_id text not null, sequence integer not null, content text not null, primary key (ticket_id, sequence)
  ) strict, without rowid`,
  // Events of before hold their text themselves. Nothing of an event can change but that this text goes.
  'drop trigger ticket_events_never_change',
  `create trigger ticket_events_never_change before update on ticket_events
    when not (
      new.ticket_id = old.ticket_id and new.sequence = old.sequence and new.at = old.at and new.actor = old.actor
      and new.hash = old.hash and new.event in (
        iif(old.event like '{"type":"noteAdded"%', json_set(old.event, '$.text', null), ''),
        iif(old.event like '{"type":"ownershipRecorded"%', json_set(old.event, '$.reason', null), '')
      )
    )
    begin select raise(abort, 'ticket_events is append-only'); end`,

  `alter table customers add column erased_at integer`,

  `create table desk_log (
    sequence integer primary key, at integer not null, actor text not null, entry text not null, hash text not null
  ) strict`,
  `create trigger desk_log_never_changes before update on desk_log
    begin select raise(abort, 'desk_log is append-only'); end`,
  `create trigger desk_log_never_goes before delete on desk_log
    begin select raise(abort, 'desk_log is append-only'); end`,

  `create table demo_records (kind text not null, record_id text not null, primary key (kind, record_id))
    strict, without rowid`,
  'drop trigger ticket_events_never_go',
  `create trigger ticket_events_never_go before delete on ticket_events
    when not ${isDemo("'ticket'", 'old.ticket_id')}
    begin select raise(abort, 'ticket_events is append-only'); end`,
  'drop trigger record_log_never_goes',
  `create trigger record_log_never_goes before delete on record_log
    when not ${isDemo('old.kind', 'old.record_id')}
    begin select raise(abort, 'record_log is append-only'); end`,
];
