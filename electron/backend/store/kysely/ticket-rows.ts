import { type TicketRow, ticketRowSchema } from '../../../../core/contract/records.ts';
import { prioritySchema } from '../../../../core/ticket/schema.ts';
import type { Db } from './tables.ts';
import { readTexts } from './text-list.ts';

/** What a list shows of tickets; every reader of lists starts from this. */
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
      'c.phones as customerPhones',
      'd.serial',
      eb.fn.coalesce('d.model', eb.val('')).as('deviceModel'),
      't.outcome',
      't.failure_reason as failureReason',
      't.assignee',
      't.priority',
      't.tags',
      't.next_event_at as nextEventAt',
      't.next_event_kind as nextEventKind',
      't.created_at as openedAt',
      't.updated_at as updatedAt',
    ]);
}

type SelectedRow = { customerPhones: string | null; priority: number; tags: string };

export function ticketRowOf({ customerPhones, priority, tags, ...row }: SelectedRow): TicketRow {
  return ticketRowSchema.parse({
    ...row,
    customerPhone: customerPhones === null ? '' : (readTexts(customerPhones)[0] ?? ''),
    priority: prioritySchema.options[priority],
    tags: readTexts(tags),
  });
}
