import { type AuditLink, findBrokenLink } from '../../../../core/ticket/audit-chain.ts';
import { fitsText } from '../../../../core/ticket/kept-text.ts';
import type { Connection } from './connection.ts';

/** Tickets read at once; between two reads others can write. */
const TICKETS_PER_PAGE = 500;

/** More would not help anybody: the histories were changed on a large scale. */
const NAMED_AT_MOST = 20;

export interface ChainCheck {
  readonly verifiedEvents: number;
  /** Ticket numbers, ascending by when the tickets were opened. */
  readonly brokenTickets: readonly number[];
  /** The ticket to go on behind next time; null when the end was reached. */
  readonly stoppedAfter: string | null;
}

interface TicketRow {
  readonly id: string;
  readonly number: number;
}
type EventRow = Pick<AuditLink, 'sequence' | 'at' | 'actor'> & {
  readonly event: string;
  readonly hash: string;
  readonly content: string | null;
};

/**
 * Verifies the hash chains of tickets, and the texts beside them, in the order of their ids, until about `maxEvents` entries were read.
 *
 * @param after the ticket behind which to begin, or null for the first
 */
export function checkChains(connection: Connection, after: string | null, maxEvents: number): ChainCheck {
  const page = connection.prepare('select id, number from tickets where id > ? order by id limit ?');
  const events = connection.prepare(
    `select e.sequence, e.at, e.actor, e.event, e.hash, t.content from ticket_events e
     left join event_texts t on t.ticket_id = e.ticket_id and t.sequence = e.sequence
     where e.ticket_id = ? order by e.sequence`,
  );
  const brokenTickets: number[] = [];
  let verifiedEvents = 0;
  let last = after ?? '';
  while (verifiedEvents < maxEvents) {
    const tickets = page.all([last, TICKETS_PER_PAGE]) as TicketRow[];
    for (const { id, number } of tickets) {
      const rows = events.all([id]) as EventRow[];
      const links = rows.map(({ event, ...row }) => ({ ...row, trailId: id, eventJson: event }));
      const hasOtherText = rows.some(
        ({ event, content }) => !fitsText({ eventJson: event, textJson: content }),
      );
      // A ticket without any history has lost it: each begins with being opened.
      if (rows.length === 0 || hasOtherText || findBrokenLink(links) !== null) brokenTickets.push(number);
      verifiedEvents += rows.length;
      last = id;
    }
    if (tickets.length < TICKETS_PER_PAGE)
      return { verifiedEvents, brokenTickets: brokenTickets.slice(0, NAMED_AT_MOST), stoppedAfter: null };
  }
  return { verifiedEvents, brokenTickets: brokenTickets.slice(0, NAMED_AT_MOST), stoppedAfter: last };
}
