import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addSearch } from './search-index.ts';

/**
 * Customers with several phones and mail addresses, their sites, more about devices, and what agents sort tickets by.
 * Tickets of before belong to nobody; what they lacked has the value that their state is read with.
 */
export const deskRecords: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await addSearch(db);
  },
};

/** A ticket of the open lanes that belongs to nobody. */
const isUnassigned = (row: 'old' | 'new') => `(${row}.assignee is null and ${row}.lane <> 'closed')`;

const statements: readonly string[] = [
  `alter table customers add column phones text not null default '[]'`,
  `alter table customers add column emails text not null default '[]'`,
  `alter table customers add column language text`,
  `alter table customers add column notes text not null default ''`,
  `update customers set
    phones = case when phone = '' then '[]' else json_array(phone) end,
    emails = case when email = '' then '[]' else json_array(email) end`,
  `alter table customers drop column phone`,
  `alter table customers drop column email`,

  `create table sites (
    id text primary key, customer_id text not null references customers (id),
    name text not null, address text not null,
    version integer not null, change_seq integer not null, created_at integer not null, updated_at integer not null
  ) strict`,
  `create index sites_by_customer on sites (customer_id, name)`,

  `alter table devices add column vendor_family text`,
  `alter table devices add column generation text`,
  `alter table devices add column site_id text references sites (id)`,
  `create index devices_by_site on devices (site_id)`,

  `alter table tickets add column assignee text`,
  // 0 is low, 3 is urgent, so that it sorts.
  `alter table tickets add column priority integer not null default 1`,
  `alter table tickets add column tags text not null default '[]'`,
  `alter table tickets add column failure_reason text`,
  `alter table tickets add column closed_at integer`,
  `update tickets set closed_at = updated_at where status = 'closed'`,
  `create index tickets_by_priority on tickets (lane, priority desc, updated_at desc, id desc)`,
  `create index tickets_by_next_event on tickets (lane, next_event_at, id)`,
  `create index tickets_by_assignee on tickets (assignee, lane, updated_at desc, id desc)`,
  `create index tickets_unassigned on tickets (updated_at desc, id desc) where assignee is null and lane <> 'closed'`,
  `drop index tickets_by_customer`,
  `create index tickets_by_customer on tickets (customer_id, created_at desc)`,
  `create index tickets_by_close on tickets (closed_at) where closed_at is not null`,

  `create table ticket_tags (
    tag text not null, ticket_id text not null references tickets (id), primary key (tag, ticket_id)
  ) strict, without rowid`,
  `create index ticket_tags_by_ticket on ticket_tags (ticket_id)`,

  `insert into lane_counts (lane, tickets)
    select 'unassigned', coalesce(sum(tickets), 0) from lane_counts where lane <> 'closed'`,
  `create trigger tickets_count_new_unassigned after insert on tickets when ${isUnassigned('new')}
    begin update lane_counts set tickets = tickets + 1 where lane = 'unassigned'; end`,
  `create trigger tickets_count_unassigned after update of lane, assignee on tickets
    when ${isUnassigned('old')} <> ${isUnassigned('new')}
    begin
      update lane_counts set tickets = tickets + iif(${isUnassigned('new')}, 1, -1) where lane = 'unassigned';
    end`,
  `create trigger tickets_count_gone after delete on tickets
    begin
      update lane_counts set tickets = tickets - 1
      where lane = old.lane or (lane = 'unassigned' and ${isUnassigned('old')});
    end`,
];
