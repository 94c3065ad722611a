import type { Db } from './tables.ts';

/** What a row of a list shows of a ticket `t`, its customer and its device. */
export function selectTicketRows(db: Db) {
  return db
    .selectFrom('tickets as t')
    .leftJoin('customers as c', 'c.id', 't.customer_id')
    .leftJoin('devices as d', 'd.id', 't.device_id')
    .select((eb) => [
      't.id',
      't.number',
      't.lane',
      't.step_id as stepId',
      't.playbook_id as playbookId',
      eb.fn.coalesce('c.name', eb.val('')).as('customerName'),
      eb.fn.coalesce('c.phone', eb.val('')).as('customerPhone'),
      'd.serial',
      eb.fn.coalesce('d.model', eb.val('')).as('deviceModel'),
      't.outcome',
      't.next_event_at as nextEventAt',
      't.next_event_kind as nextEventKind',
      't.updated_at as updatedAt',
    ]);
}
