import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The tables of the first release. A published migration is never edited; the next change is a new number. */
export const firstRecords: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const versioned = `version integer not null, change_seq integer not null,
  created_at integer not null, updated_at integer not null`;

const statements: readonly string[] = [
  `create table sequences (name text primary key, value integer not null) strict`,
  `insert into sequences (name, value) values ('ticket', 0), ('change', 0)`,

  `create table customers (
    id text primary key, name text not null, phone text not null, email text not null,
    search_key text not null, ${versioned}
  ) strict`,
  `create index customers_by_change on customers (updated_at desc, id desc)`,

  `create table devices (
    id text primary key, serial text not null unique, kind text not null, model text not null,
    customer_id text references customers (id), search_key text not null, ${versioned}
  ) strict`,
  `create index devices_by_customer on devices (customer_id)`,

  `create table tickets (
    id text primary key, number integer not null unique,
    playbook_id text not null, status text not null, lane text not null, step_id text not null, outcome text,
    customer_id text references customers (id), device_id text references devices (id),
    next_event_at integer, next_event_kind text, state text not null, ${versioned}
  ) strict`,
  `create index tickets_by_lane on tickets (lane, updated_at desc, id desc)`,
  `create index tickets_by_device on tickets (device_id, created_at desc)`,
  `create index tickets_by_customer on tickets (customer_id)`,
  `create unique index tickets_one_open_per_device on tickets (device_id) where status = 'open'`,

  `create table ticket_events (
    ticket_id text not null references tickets (id), sequence integer not null,
    at integer not null, actor text not null, event text not null, hash text not null,
    primary key (ticket_id, sequence)
  ) strict, without rowid`,
  `create trigger ticket_events_never_change before update on ticket_events
    begin select raise(abort, 'ticket_events is append-only'); end`,
  `create trigger ticket_events_never_go before delete on ticket_events
    begin select raise(abort, 'ticket_events is append-only'); end`,

  `create table scans (
    id text primary key, ticket_id text not null references tickets (id),
    fingerprint text not null, header text not null, source text not null,
    qr_version integer, ec_level text, mask_pattern integer, payload text, scanned_at integer not null
  ) strict`,
  `create index scans_by_ticket on scans (ticket_id, scanned_at desc)`,
  `create index scans_by_fingerprint on scans (fingerprint, scanned_at desc)`,

  `create table drafts (
    scope text not null, field text not null, text text not null, updated_at integer not null,
    primary key (scope, field)
  ) strict, without rowid`,
  `create table desk_state (name text primary key, value text not null) strict, without rowid`,

  `create table handled_requests (
    request_id text primary key, record_id text not null, is_other integer not null, handled_at integer not null
  ) strict, without rowid`,
  `create index handled_requests_by_age on handled_requests (handled_at)`,

  // Counting rows is the one slow read of a large table, so the counts are kept.
  `create table lane_counts (lane text primary key, tickets integer not null) strict, without rowid`,
  `insert into lane_counts (lane, tickets) values ('now', 0), ('waiting', 0), ('closed', 0)`,
  `create trigger tickets_count_new after insert on tickets
    begin update lane_counts set tickets = tickets + 1 where lane = new.lane; end`,
  `create trigger tickets_count_moved after update of lane on tickets when old.lane <> new.lane
    begin
      update lane_counts set tickets = tickets - 1 where lane = old.lane;
      update lane_counts set tickets = tickets + 1 where lane = new.lane;
    end`,
];
