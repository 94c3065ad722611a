import * as z from 'zod';
import {
  LANE_SORTS,
  laneView,
  NO_FILTER,
  type QueueFilter,
  type QueueLane,
  type QueueView,
  queueFilterSchema,
  queueLaneSchema,
  queueSortSchema,
} from '../../core/queue/view.ts';

/** What the queue shows and where the agent is in it; kept in the address, so that going back or reloading brings the same. */
export type QueueAddress = {
  readonly view: QueueView;
  /** The ticket that was opened last, to come back to its row. */
  readonly ticketId: string | null;
  /** Index of the first row on screen when it was opened. */
  readonly row: number;
};

/** Reads the query part of an address, with or without its question mark. Whatever does not fit is left out. */
export function readQueueAddress(query: string): QueueAddress {
  const params = new URLSearchParams(query);
  const lane = queueLaneSchema.catch('mine').parse(params.get('lane'));
  return {
    view: {
      lane,
      sort: queueSortSchema.catch(LANE_SORTS[lane]).parse(params.get('sort')),
      isReversed: params.get('reversed') === 'yes',
      filter: readFilter(params),
    },
    ticketId: z.uuid().nullable().catch(null).parse(params.get('ticket')),
    row: z.coerce
      .number()
      .int()
      .nonnegative()
      .catch(0)
      .parse(params.get('row') ?? 0),
  };
}

/** The address of a queue. Always with a question mark: without one the router would keep the former query. */
export function writeQueueAddress({ view, ticketId, row }: QueueAddress): string {
  const { lane, sort, isReversed, filter } = view;
  const params = new URLSearchParams();
  if (lane !== 'mine') params.set('lane', lane);
  if (sort !== LANE_SORTS[lane]) params.set('sort', sort);
  if (isReversed) params.set('reversed', 'yes');
  for (const [name, part] of Object.entries(filter)) {
    for (const value of typeof part === 'string' ? [part] : part) {
      if (value !== '') params.append(name, value);
    }
  }
  if (ticketId !== null) params.set('ticket', ticketId);
  if (row > 0) params.set('row', String(row));
  return `/?${params.toString()}`;
}

/** A link to the tickets of a lane that a filter lets through, in the lane's own order. */
export function queueHref(lane: QueueLane, filter: Partial<QueueFilter> = {}): string {
  const view = { ...laneView(lane), filter: { ...NO_FILTER, ...filter } };
  return `#${writeQueueAddress({ view, ticketId: null, row: 0 })}`;
}

function readFilter(params: URLSearchParams): QueueFilter {
  const { shape } = queueFilterSchema;
  const list = <Item extends z.ZodType>(name: string, item: Item): z.output<Item>[] =>
    params.getAll(name).flatMap((value) => {
      const parsed = item.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
  return {
    text: shape.text.catch(NO_FILTER.text).parse(params.get('text') ?? ''),
    stages: list('stages', shape.stages.element),
    phases: list('phases', shape.phases.element),
    outcomes: list('outcomes', shape.outcomes.element),
    kinds: list('kinds', shape.kinds.element),
    owners: list('owners', shape.owners.element),
    priorities: list('priorities', shape.priorities.element),
    tags: list('tags', shape.tags.element),
    vendors: list('vendors', shape.vendors.element),
  };
}
