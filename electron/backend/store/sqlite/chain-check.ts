import type { BrokenRecord } from '../../../../core/contract/safety-calls.ts';
import {
  digestOf,
  recordEntrySchema,
  recordKindSchema,
  trailIdOf,
} from '../../../../core/records/record-entry.ts';
import { type AuditLink, findBrokenLink } from '../../../../core/ticket/audit-chain.ts';
import { fitsText } from '../../../../core/ticket/kept-text.ts';
import type { Connection } from './connection.ts';

/** Trails read at once; between two reads others can write. */
const TRAILS_PER_PAGE = 500;

/** More would not help anybody: the histories were changed on a large scale. */
const NAMED_AT_MOST = 20;

export interface ChainCheck {
  readonly verifiedEvents: number;
  /** Ticket numbers, ascending by when the tickets were opened. */
  readonly brokenTickets: readonly number[];
  /** Customers, devices and sites whose logs do not fit. */
  readonly brokenRecords: readonly BrokenRecord[];
  /** The trail to go on behind next time; null when the end was reached. */
  readonly stoppedAfter: string | null;
}

interface TicketRow {
  readonly id: string;
  readonly number: number;
}
type LinkRow = Pick<AuditLink, 'sequence' | 'at' | 'actor'> & {
  readonly event: string;
  readonly hash: string;
};
/** With the text that is kept beside it. */
type EventRow = LinkRow & { readonly content: string | null };
type EntryRow = LinkRow & { readonly details: string | null };

/** What was found so far, and where. */
interface Walk {
  verified: number;
  last: string;
  readonly tickets: number[];
  readonly records: BrokenRecord[];
}

/**
 * Verifies the hash chains of tickets, and the texts beside them, in the order of their ids, then those of the other records'
 * logs, until about `maxEvents` entries were read.
 *
 * @param after the trail behind which to begin, or null for the first
 */
export function checkChains(connection: Connection, after: string | null, maxEvents: number): ChainCheck {
  const walk: Walk = { verified: 0, last: after ?? '', tickets: [], records: [] };
  // Trails of other records are called "customer:<id>".
  const isAmongTickets = !walk.last.includes(':');
  const isAtEnd =
    (!isAmongTickets || walkTickets(connection, walk, maxEvents)) && walkRecords(connection, walk, maxEvents);
  return {
    verifiedEvents: walk.verified,
    brokenTickets: walk.tickets.slice(0, NAMED_AT_MOST),
    brokenRecords: walk.records.slice(0, NAMED_AT_MOST),
    stoppedAfter: isAtEnd ? null : walk.last,
  };
}

/** @returns whether the last ticket was reached */
function walkTickets(connection: Connection, walk: Walk, maxEvents: number): boolean {
  const page = connection.prepare('select id, number from tickets where id > ? order by id limit ?');
  const events = connection.prepare(
    `select e.sequence, e.at, e.actor, e.event, e.hash, t.content from ticket_events e
     left join event_texts t on t.ticket_id = e.ticket_id and t.sequence = e.sequence
     where e.ticket_id = ? order by e.sequence`,
  );
  while (walk.verified < maxEvents) {
    const tickets = page.all([walk.last, TRAILS_PER_PAGE]) as TicketRow[];
    for (const { id, number } of tickets) {
      const rows = events.all([id]) as EventRow[];
      const hasOtherText = rows.some(
        ({ event, content }) => !fitsText({ eventJson: event, textJson: content }),
      );
      // A ticket without any history has lost it: each begins with being opened.
      if (rows.length === 0 || hasOtherText || isBroken(id, rows)) walk.tickets.push(number);
      walk.verified += rows.length;
      walk.last = id;
    }
    if (tickets.length < TRAILS_PER_PAGE) return true;
  }
  return false;
}

/** @returns whether the last record was reached */
function walkRecords(connection: Connection, walk: Walk, maxEvents: number): boolean {
  const page = connection.prepare(
    'select distinct kind, record_id as id from record_log where (kind, record_id) > (?, ?) order by kind, record_id limit ?',
  );
  const entries = connection.prepare(
    `select l.sequence, l.at, l.actor, l.entry as event, l.hash, d.details
     from record_log l left join record_details d using (kind, record_id, sequence)
     where l.kind = ? and l.record_id = ? order by l.sequence`,
  );
  while (walk.verified < maxEvents) {
    const [kind = '', id = ''] = walk.last.includes(':') ? walk.last.split(':') : [];
    const records = page.all([kind, id, TRAILS_PER_PAGE]) as BrokenRecord[];
    for (const record of records) {
      const rows = entries.all([record.kind, record.id]) as EntryRow[];
      const trailId = trailIdOf(recordKindSchema.parse(record.kind), record.id);
      if (isBroken(trailId, rows) || rows.some(hasOtherDetails)) walk.records.push(record);
      walk.verified += rows.length;
      walk.last = trailId;
    }
    if (records.length < TRAILS_PER_PAGE) return true;
  }
  return false;
}

function isBroken(trailId: string, rows: readonly LinkRow[]): boolean {
  return findBrokenLink(rows.map(({ event, ...row }) => ({ ...row, trailId, eventJson: event }))) !== null;
}

/** What a record was may have been erased, but not changed. */
function hasOtherDetails({ event, details }: EntryRow): boolean {
  return details !== null && recordEntrySchema.parse(JSON.parse(event)).digest !== digestOf(details);
}
