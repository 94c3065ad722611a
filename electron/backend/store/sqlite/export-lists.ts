import { customerFields } from '../../../../core/records/customer-fields.ts';
import { deviceFields } from '../../../../core/records/device-fields.ts';
import type { Fields } from '../../../../core/records/field.ts';
import { siteFields } from '../../../../core/records/site-fields.ts';
import { putTogether } from '../../../../core/ticket/kept-text.ts';
import { rowFields, selectionOf } from '../kysely/field-columns.ts';
import { readTexts } from '../kysely/text-list.ts';
import type { DocumentRecord, ListName } from '../ports/export-reader.ts';
import type { Connection } from './connection.ts';
import { joinStandingTexts } from './standing-texts.ts';

interface List {
  readonly page: string;
  readonly read: (row: DocumentRecord) => DocumentRecord;
}

const lists: Readonly<Record<ListName, List>> = {
  customers: recordList('customers', customerFields, ['erased_at as erasedAt']),
  sites: recordList('sites', siteFields),
  devices: recordList('devices', deviceFields),
  tickets: {
    page: `select id, number, status, lane, outcome, failure_reason as failureReason, customer_id as customerId,
      device_id as deviceId, assignee, tags, created_at as openedAt, updated_at as changedAt, closed_at as closedAt
      from tickets where id > ? order by id limit ?`,
    read: (row) => ({ ...row, tags: readTexts(String(row['tags'])) }),
  },
};

function recordList(table: string, fields: Fields, more: readonly string[] = []): List {
  const columns = ['id', ...selectionOf(fields), 'created_at as addedAt', 'updated_at as changedAt', ...more];
  return {
    page: `select ${columns.join(', ')} from ${table} where id > ? order by id limit ?`,
    read: (row) => rowFields(fields, row),
  };
}

export async function* listPages(
  connection: Connection,
  name: ListName,
  rowsPerPage: number,
): AsyncGenerator<readonly DocumentRecord[]> {
  const { page: statement, read } = lists[name];
  const page = connection.prepare(statement);
  const complete = name === 'tickets' ? ticketCompleter(connection) : (row: DocumentRecord) => row;
  let after: unknown = '';
  for (;;) {
    const rows = page.all([after, rowsPerPage]) as DocumentRecord[];
    if (rows.length > 0) yield rows.map((row) => complete(read(row)));
    if (rows.length < rowsPerPage) return;
    after = rows.at(-1)?.['id'];
  }
}

/** Adds a ticket's scans and its trail with the hashes, so that the chain can be verified anywhere. */
function ticketCompleter(connection: Connection): (row: DocumentRecord) => DocumentRecord {
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
    history: (events.all([row['id']]) as DocumentRecord[]).map(entryOf),
  });
}

function entryOf({ sequence, at, actor, event, content, hash }: DocumentRecord): DocumentRecord {
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
