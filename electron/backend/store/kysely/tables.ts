import type { Generated, GeneratedAlways, Kysely } from 'kysely';
import type { customerFields } from '../../../../core/records/customer-fields.ts';
import type { deviceFields } from '../../../../core/records/device-fields.ts';
import type { siteFields } from '../../../../core/records/site-fields.ts';
import type { ColumnsOf } from './field-columns.ts';

interface Versioned {
  version: number;
  created_at: number;
  updated_at: number;
}

export interface CustomerTable extends Versioned, ColumnsOf<typeof customerFields> {
  id: string;
  /** Found by how a word begins; see `SearchKeys`. */
  search_key: string;
  search_codes: string;
  notes_key: string;
  /** When the person's data was erased; null again once something is entered. */
  erased_at: number | null;
}

interface SiteTable extends Versioned, ColumnsOf<typeof siteFields> {
  id: string;
}

export interface DeviceTable extends Versioned, ColumnsOf<typeof deviceFields> {
  id: string;
  search_key: string;
  search_codes: string;
  /** How the serial reads; see `likenessOf`. */
  likeness: GeneratedAlways<string>;
}

export interface TicketTable extends Versioned {
  id: string;
  number: number;
  playbook_id: string;
  status: string;
  lane: string;
  step_id: string;
  outcome: string | null;
  customer_id: string | null;
  device_id: string | null;
  next_event_at: number | null;
  next_event_kind: string | null;
  /** Place among the open tickets; see `core/queue/work-order.ts`. */
  work_order: number;
  /** 0 is urgent, so that it rises with the ticket's number. */
  urgency: GeneratedAlways<number>;
  /** The customer's search key, or what sorts behind every name; kept by triggers. */
  customer_order: Generated<string>;
  assignee: string | null;
  /** Place in `prioritySchema`. */
  priority: number;
  /** JSON array of texts; `ticket_tags` has one row for each. */
  tags: string;
  failure_reason: string | null;
  /** When it closed; null while it is open. */
  closed_at: number | null;
  /** When the code of the last request came that one came for; null where it is not known. */
  code_at: Generated<number | null>;
  /** JSON of the folded state. */
  state: string;
}

interface TicketEventTable {
  ticket_id: string;
  sequence: number;
  at: number;
  actor: string;
  /** JSON, exactly as it was hashed. */
  event: string;
  hash: string;
}

interface ScanTable {
  id: string;
  ticket_id: string;
  fingerprint: string;
  header: string;
  source: string;
  qr_version: number | null;
  ec_level: string | null;
  mask_pattern: number | null;
  payload: string | null;
  scanned_at: number;
  /** 1 when its recording was taken back. */
  is_undone: Generated<number>;
}

interface RecordLogTable {
  kind: string;
  record_id: string;
  sequence: number;
  at: number;
  actor: string;
  /** JSON, exactly as it was hashed. */
  entry: string;
  hash: string;
}

interface DeskLogTable {
  sequence: number;
  at: number;
  actor: string;
  /** JSON, exactly as it was hashed. */
  entry: string;
  hash: string;
}

interface DoneCommandTable {
  id: string;
  name: string;
  actor: string;
  at: number;
  /** JSON of its parts. */
  parts: string;
  run_id: string | null;
  done_seq: number;
  undone_seq: number | null;
}

/** The tables as the newest migration leaves them. */
export interface Tables {
  sequences: { name: string; value: number };
  customers: CustomerTable;
  sites: SiteTable;
  devices: DeviceTable;
  tickets: TicketTable;
  ticket_tags: { tag: string; ticket_id: string };
  ticket_events: TicketEventTable;
  /** What agents wrote in own words, beside the event that it belongs to. */
  event_texts: { ticket_id: string; sequence: number; content: string };
  scans: ScanTable;
  scan_crops: { scan_id: string; image: Uint8Array };
  drafts: { scope: string; field: string; text: string; updated_at: number };
  saved_views: { id: string; name: string; view: string; position: number };
  desk_state: { name: string; value: string };
  handled_requests: { request_id: string; record_id: string; is_other: number; handled_at: number };
  message_templates: Versioned & { id: string; content: string };
  settings_shared: { name: string; value: string; version: number; updated_at: number };
  ticket_alarms: {
    ticket_id: string;
    kind: string;
    at: number;
    told_at: number | null;
    seen_at: number | null;
  };
  playbooks: { id: string; version: number; content: string; first_used_at: number };
  procedure_decisions: { digest: string; decision: string; decided_at: number; actor: string };
  record_log: RecordLogTable;
  record_details: { kind: string; record_id: string; sequence: number; details: string };
  done_commands: DoneCommandTable;
  attachments: {
    id: string;
    ticket_id: string;
    name: string;
    size_bytes: number;
    digest: string;
    added_at: number;
    actor: string;
  };
  attachment_parts: { attachment_id: string; part: number; content: Uint8Array };
  desk_log: DeskLogTable;
  demo_records: { kind: string; record_id: string };
  lane_counts: { lane: string; tickets: number };
}

export type Db = Kysely<Tables>;

/** The next number of a sequence; taken inside the transaction, so numbers have no holes. */
export async function nextInSequence(db: Db, name: 'ticket'): Promise<number> {
  const { value } = await db
    .updateTable('sequences')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** The columns of a row that is new. */
export function firstVersion(at: number) {
  return { ...nextVersion(0, at), created_at: at };
}

/** The columns that every change of a row sets; `version` is the one that was changed. */
export function nextVersion(version: number, at: number) {
  return { version: version + 1, updated_at: at };
}
