import type { BrokenRecord } from '../../../../core/contract/safety-calls.ts';
import { findBrokenEntry, type LogRow } from '../../../../core/records/log-check.ts';
import { recordKindSchema, trailIdOf } from '../../../../core/records/record-entry.ts';
import { findBrokenEvent, type TrailRow } from '../../../../core/ticket/trail-check.ts';
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
    `select e.sequence, e.at, e.actor, e.event as eventJson, e.hash, t.content as textJson from ticket_events e
     left join event_texts t on t.ticket_id = e.ticket_id and t.sequence = e.sequence
     where e.ticket_id = ? order by e.sequence`,
  );
  while (walk.verified < maxEvents) {
    const tickets = page.all([walk.last, TRAILS_PER_PAGE]) as TicketRow[];
    for (const { id, number } of tickets) {
      const rows = events.all([id]) as TrailRow[];
      // A ticket without any history has lost it: each begins with being opened.
      if (rows.length === 0 || findBrokenEvent(id, rows) !== null) walk.tickets.push(number);
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
    `select l.sequence, l.at, l.actor, l.entry as eventJson, l.hash, d.details as detailsJson
     from record_log l left join record_details d using (kind, record_id, sequence)
     where l.kind = ? and l.record_id = ? order by l.sequence`,
  );
  while (walk.verified < maxEvents) {
    const [kind = '', id = ''] = walk.last.includes(':') ? walk.last.split(':') : [];
    const records = page.all([kind, id, TRAILS_PER_PAGE]) as BrokenRecord[];
    for (const record of records) {
      const rows = entries.all([record.kind, record.id]) as LogRow[];
      const kind = recordKindSchema.parse(record.kind);
      if (findBrokenEntry(kind, record.id, rows) !== null) walk.records.push(record);
      walk.verified += rows.length;
      walk.last = trailIdOf(kind, record.id);
    }
    if (records.length < TRAILS_PER_PAGE) return true;
  }
  return false;
}
