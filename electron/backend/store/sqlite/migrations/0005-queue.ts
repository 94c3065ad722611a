import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Orders of the queue, each readable from any place in both directions: an index over the value that is sorted by and the
 * ticket's number, which makes a place unique. And the views that the desk saves.
 */
export const queue: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** A character behind those of every name. */
const last = 'char(1114109)';
const orderOfCustomer = (id: string) =>
  `coalesce((select c.search_key from customers c where c.id = ${id} and c.name <> ''), ${last})`;

const orders = [
  ['change', 'updated_at'],
  ['event', 'event_order'],
  ['urgency', 'urgency'],
  ['customer', 'customer_order'],
  ['opening', 'created_at'],
] as const;

const statements: readonly string[] = [
  // The largest integer that JavaScript can hold: what has no next event comes last.
  `alter table tickets add column event_order integer generated always as
    (coalesce(next_event_at, 9007199254740991)) virtual`,
  `alter table tickets add column urgency integer generated always as (3 - priority) virtual`,

  `alter table tickets add column customer_order text not null default ''`,
  `update tickets set customer_order = ${orderOfCustomer('tickets.customer_id')}`,
  `create trigger tickets_order_new after insert on tickets
    begin update tickets set customer_order = ${orderOfCustomer('new.customer_id')} where id = new.id; end`,
  `create trigger tickets_order_customer after update of customer_id on tickets
    when old.customer_id is not new.customer_id
    begin update tickets set customer_order = ${orderOfCustomer('new.customer_id')} where id = new.id; end`,
  `create trigger tickets_order_renamed after update of name, search_key on customers
    when old.search_key <> new.search_key or old.name <> new.name
    begin update tickets set customer_order = ${orderOfCustomer('new.id')} where customer_id = new.id; end`,

  ...orders.map(([name, value]) => `create index queue_by_${name} on tickets (lane, ${value}, number)`),
  ...orders.map(
    ([name, value]) =>
      `create index queue_unassigned_by_${name} on tickets (${value}, number)
        where assignee is null and lane <> 'closed'`,
  ),
  // Of another tie-break, so no place of the queue can be found with them.
  'drop index tickets_by_priority',
  'drop index tickets_by_next_event',
  'drop index tickets_unassigned',

  // `view` is JSON.
  `create table saved_views (
    id text primary key, name text not null, view text not null, position integer not null
  ) strict`,
];
