import { type Lane, laneSchema } from '../../../core/contract/records.ts';

/** What the queue shows; kept in the address so that going back brings the same list. */
export type QueueAddress = {
  readonly lane: Lane;
  /** As typed. */
  readonly search: string;
  /** The ticket that was opened last, to come back to its row. */
  readonly ticketId: string | null;
};

/** The contract takes no longer search text. */
const SEARCH_MAX_LENGTH = 200;

/** Reads the query part of an address, with or without its question mark. Whatever does not fit is left out. */
export function readQueueAddress(query: string): QueueAddress {
  const params = new URLSearchParams(query);
  const lane = laneSchema.safeParse(params.get('lane'));
  return {
    lane: lane.success ? lane.data : 'now',
    search: (params.get('search') ?? '').slice(0, SEARCH_MAX_LENGTH),
    ticketId: params.get('ticket'),
  };
}

/** The address of a queue. Always with a question mark: without one the router would keep the former query. */
export function writeQueueAddress({ lane, search, ticketId }: QueueAddress): string {
  const params = new URLSearchParams();
  if (lane !== 'now') params.set('lane', lane);
  if (search !== '') params.set('search', search);
  if (ticketId !== null) params.set('ticket', ticketId);
  return `/?${params.toString()}`;
}
