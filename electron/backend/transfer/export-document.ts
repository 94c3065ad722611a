import { putTogether } from '../../../core/ticket/kept-text.ts';
import type { Connection } from '../store/sqlite/connection.ts';
import { headFacts } from '../store/sqlite/evidence-check.ts';
import { joinStandingTexts } from './standing-texts.ts';

/** Raised when a field changes its meaning or goes; a new field does not raise it. */
const formatVersion = 1;

type Row = Readonly<Record<string, unknown>>;

const lists = {
  customers: `select id, name, phones, emails, language, notes, created_at as addedAt, updated_at as changedAt,
      erased_at as erasedAt from customers where id > ? order by id limit ?`,
  sites: `select id, customer_id as customerId, name, address, created_at as addedAt, updated_at as changedAt
      from sites where id > ? order by id limit ?`,
  devices: `select id, serial, model, kind, vendor_family as vendorFamily, generation, customer_id as customerId,
      site_id as siteId, created_at as addedAt, updated_at as changedAt from devices where id > ? order by id limit ?`,
  tickets: `select id, number, status, lane, outcome, failure_reason as failureReason, customer_id as customerId,
      device_id as deviceId, assignee, tags, created_at as openedAt, updated_at as changedAt, closed_at as closedAt
      from tickets where id > ? order by id limit ?`,
} as const;

type ListName = keyof typeof lists;

const listNames: readonly ListName[] = ['customers', 'sites', 'devices', 'tickets'];

/** How many records the whole document has; for the progress. */
export function countRecords(connection: Connection): number {
  return listNames
    .map((name) => Number(connection.prepare(`select count(*) from ${name}`).pluck().get()))
    .reduce((sum, count) => sum + count, 0);
}

/** A piece of the document, and how many records it holds. */
export interface DocumentPart {
  readonly text: string;
  readonly records: number;
}

/**
 * Everything as one JSON document, a record a line, piece by piece: a million tickets never sit in memory. The content of
 * reset QRs, pictures of them, drafts and the undo list are left out; attachments are named, with their digests.
 */
export function* documentParts(
  connection: Connection,
  at: number,
  rowsPerPart: number,
): Generator<DocumentPart> {
  const head = {
    format: 'resetdesk-export',
    formatVersion,
    exportedAt: new Date(at).toISOString(),
    /** What all trails together were at that moment. */
    head: headFacts(connection),
  };
  yield { text: JSON.stringify(head).slice(0, -1), records: 0 };
  for (const name of listNames) {
    yield { text: `,\n"${name}":[`, records: 0 };
    yield* listParts(connection, name, rowsPerPart);
    yield { text: ']', records: 0 };
  }
  yield { text: '}\n', records: 0 };
}

function* listParts(connection: Connection, name: ListName, rowsPerPart: number): Generator<DocumentPart> {
  const page = connection.prepare(lists[name]);
  const complete = name === 'tickets' ? ticketCompleter(connection) : (row: Row) => row;
  let after: unknown = '';
  let isFirst = true;
  for (;;) {
    const rows = page.all([after, rowsPerPart]) as Row[];
    const lines = rows.map((row) => JSON.stringify(complete(withLists(row))));
    const separator = isFirst ? '\n' : ',\n';
    if (lines.length > 0) yield { text: separator + lines.join(',\n'), records: rows.length };
    if (rows.length < rowsPerPart) return;
    isFirst = false;
    after = rows.at(-1)?.['id'];
  }
}

/** Lists are stored as JSON. */
function withLists(row: Row): Row {
  const stored = ['phones', 'emails', 'tags'].filter((name) => name in row);
  return {
    ...row,
    ...Object.fromEntries(stored.map((name) => [name, JSON.parse(String(row[name]))])),
  };
}

/** Adds a ticket's scans and its trail with the hashes, so that the chain can be verified anywhere. */
function ticketCompleter(connection: Connection): (row: Row) => Row {
  const scans = connection.prepare(
    `select fingerprint, header, source, scanned_at as scannedAt from scans
     where ticket_id = ? and is_undone = 0 order by scanned_at, id`,
  );
  const attachments = connection.prepare(
    `select name, size_bytes as sizeBytes, digest, added_at as addedAt from attachments
     where ticket_id = ? order by added_at, id`,
  );
  const events = connection.prepare(
    `select e.sequence, e.at, e.actor, e.event, e.hash, x.content from ticket_events e
     ${joinStandingTexts}
     where e.ticket_id = ? order by e.sequence`,
  );
  return (row) => ({
    ...row,
    scans: scans.all([row['id']]),
    attachments: attachments.all([row['id']]),
    history: (events.all([row['id']]) as Row[]).map(entryOf),
  });
}

function entryOf({ sequence, at, actor, event, content, hash }: Row): Row {
  const textJson = typeof content === 'string' ? content : null;
  return {
    sequence,
    at,
    agent: actor,
    event: putTogether({ eventJson: String(event), textJson }),
    /** As it was hashed. */
    sealed: String(event),
    hash,
  };
}
