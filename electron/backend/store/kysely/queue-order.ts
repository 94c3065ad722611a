import { type RawBuilder, sql } from 'kysely';
import type { QueueSort } from '../../../../core/queue/view.ts';
import type { QueueScope } from '../ports/queue.ts';

/** What a list is read by. The ticket's number makes every place unique and runs in the same direction. */
export interface Order {
  readonly value: RawBuilder<number | string>;
  readonly direction: 'asc' | 'desc';
}

/** Each has an index; see migration 0021. */
const sorts: Readonly<Record<QueueSort, Order>> = {
  next: { value: sql.ref<number>('t.work_order'), direction: 'asc' },
  changed: { value: sql.ref<number>('t.updated_at'), direction: 'desc' },
  priority: { value: sql.ref<number>('t.urgency'), direction: 'asc' },
  customer: { value: sql.ref<string>('t.customer_order'), direction: 'asc' },
  opened: { value: sql.ref<number>('t.created_at'), direction: 'desc' },
};

export function orderOf(
  { sort, isReversed }: Pick<QueueScope, 'sort' | 'isReversed'>,
  direction: 'forward' | 'backward',
): Order {
  const order = sorts[sort];
  const isTurned = isReversed !== (direction === 'backward');
  return isTurned ? { ...order, direction: order.direction === 'asc' ? 'desc' : 'asc' } : order;
}
