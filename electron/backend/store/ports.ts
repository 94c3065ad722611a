import type { ClockMemory } from '../../../core/clock/desk-clock.ts';
import type { QueuePlace, QueueRow } from '../../../core/contract/queue-calls.ts';
import type {
  Customer,
  Device,
  Lane,
  LaneCounts,
  Scan,
  Site,
  TicketEventRecord,
  TicketRow,
} from '../../../core/contract/records.ts';
import type { CheckResult } from '../../../core/contract/safety-calls.ts';
import type { MessageTemplate } from '../../../core/message/template.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { SavedView } from '../../../core/queue/saved-view.ts';
import type { QueueLane, QueueSort } from '../../../core/queue/view.ts';
import type { RecordDetails, RecordEntry, RecordKind } from '../../../core/records/record-entry.ts';
import type { SearchKeys } from '../../../core/search-key.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';
import type { Outcome, Priority, TicketEvent, TicketState } from '../../../core/ticket/schema.ts';
import type { SequenceRange } from '../../../core/ticket/take-back.ts';
import type { NextEvent, Timer, TimerKind } from '../../../core/ticket/timers.ts';
import type { DeviceKind } from '../../../core/values.ts';
import type {
  AttachmentRepository,
  DemoRepository,
  DeskLogRepository,
  PrivacyRepository,
} from './in-out-ports.ts';

/** A database of the backend, whichever engine holds it. */
export interface Store {
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects.
   *
   * @throws CallError `store_failed` when the database can not be read or written
   */
  transact<Result>(work: (repositories: Repositories) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface Repositories {
  readonly customers: CustomerRepository;
  readonly sites: SiteRepository;
  readonly devices: DeviceRepository;
  readonly tickets: TicketRepository;
  readonly queue: QueueRepository;
  readonly savedViews: SavedViewRepository;
  readonly events: TicketEventRepository;
  readonly scans: ScanRepository;
  readonly desk: DeskRepository;
  readonly playbooks: PlaybookRepository;
  readonly recordLog: RecordLogRepository;
  readonly commands: CommandRepository;
  readonly related: RelatedRepository;
  readonly requests: RequestRepository;
  readonly alarms: AlarmRepository;
  readonly search: SearchRepository;
  readonly safety: SafetyRepository;
  readonly words: WordsRepository;
  readonly attachments: AttachmentRepository;
  readonly deskLog: DeskLogRepository;
  readonly privacy: PrivacyRepository;
  readonly demo: DemoRepository;
}

export interface CustomerRepository {
  insert(customer: Omit<Customer, 'version'>, at: number): Promise<Customer>;
  find(id: string): Promise<Customer | null>;
  /** By id; those that there are. */
  findMany(ids: readonly string[]): Promise<Map<string, Customer>>;
  /** Last changed first. */
  listLatest(limit: number): Promise<Customer[]>;
  /** In the order of their ids, behind `after`. */
  listFrom(after: string, limit: number): Promise<Customer[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(customer: Customer, at: number): Promise<Customer | null>;
  remove(id: string): Promise<void>;
  /** Whether a ticket, device or site has this customer. */
  isUsed(id: string): Promise<boolean>;
}

export interface SiteRepository {
  insert(site: Omit<Site, 'version'>, at: number): Promise<Site>;
  find(id: string): Promise<Site | null>;
  /** By name. */
  listOfCustomer(customerId: string): Promise<Site[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(site: Site, at: number): Promise<Site | null>;
  remove(id: string): Promise<void>;
  /** Whether a device is there. */
  isUsed(id: string): Promise<boolean>;
}

export interface DeviceRepository {
  insert(device: Omit<Device, 'version'>, at: number): Promise<Device>;
  find(id: string): Promise<Device | null>;
  /** By id; those that there are. */
  findMany(ids: readonly string[]): Promise<Map<string, Device>>;
  findBySerial(serial: string): Promise<Device | null>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(device: Device, at: number): Promise<Device | null>;
  remove(id: string): Promise<void>;
  /** Whether a ticket has this device. */
  isUsed(id: string): Promise<boolean>;
}

/** A ticket as the rules need it. */
export interface TicketRecord {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  /** Epoch ms. */
  readonly openedAt: number;
  readonly state: TicketState;
}

/** What lists and searches read of a state; kept beside it. */
export interface Projection {
  readonly state: TicketState;
  readonly lane: Lane;
  readonly nextEvent: NextEvent | null;
}

export interface TicketPage {
  readonly lane: Lane;
  /** Only tickets with one of these numbers; null for all. */
  readonly numbers: readonly number[] | null;
  readonly limit: number;
  readonly after: { readonly updatedAt: number; readonly id: string } | null;
}

export interface TicketRepository {
  /** Gives the ticket the next number. */
  insert(id: string, projection: Projection, at: number): Promise<TicketRecord>;
  find(id: string): Promise<TicketRecord | null>;
  findOpenOfDevice(deviceId: string): Promise<TicketRecord | null>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(ticket: TicketRecord, projection: Projection, at: number): Promise<TicketRecord | null>;
  /** Time alone has changed what comes next: no new version, as nobody has changed the ticket. */
  setNextEvent(ticketId: string, nextEvent: NextEvent | null): Promise<void>;
  /** Last changed first. */
  list(page: TicketPage): Promise<TicketRow[]>;
  /** Newest first. */
  listOfDevice(deviceId: string, limit: number): Promise<TicketRow[]>;
  /** Ids of tickets that closed after that time. */
  listClosedSince(since: number): Promise<string[]>;
  /** By id; those that there are. */
  findRows(ids: readonly string[]): Promise<Map<string, TicketRow>>;
  countByLane(): Promise<LaneCounts>;
  /** Tags and assignees in use, by name. */
  listLabels(): Promise<{ tags: string[]; assignees: string[] }>;
}

/** Which tickets a queue view lets through, in words that the tables know. */
export interface QueueScope {
  readonly lane: QueueLane;
  readonly sort: QueueSort;
  readonly isReversed: boolean;
  /** Only tickets with one of these numbers; null for all. */
  readonly numbers: readonly number[] | null;
  /** Null lets every step through. */
  readonly steps: readonly { readonly playbookId: string; readonly stepIds: readonly string[] }[] | null;
  readonly outcomes: readonly Outcome[];
  readonly kinds: readonly DeviceKind[];
  /** Null is nobody. */
  readonly assignees: readonly (string | null)[];
  readonly priorities: readonly Priority[];
  readonly tags: readonly string[];
  readonly vendors: readonly string[];
}

/** Ordered lists of tickets, read from place to place. No call looks at more than a bounded number of tickets. */
export interface QueueRepository {
  page(
    scope: QueueScope,
    part: {
      readonly from: QueuePlace | null;
      readonly direction: 'forward' | 'backward';
      /** Rows to leave out first; a few, because they are walked over. */
      readonly skip: number;
      readonly limit: number;
    },
  ): Promise<{ rows: QueueRow[]; next: QueuePlace | null }>;
  /** Every `stride`-th place of a bounded part of the list, and the number of rows in that part. */
  walk(
    scope: QueueScope,
    from: QueuePlace | null,
    stride: number,
  ): Promise<{ places: QueuePlace[]; rows: number; next: QueuePlace | null }>;
  /** Tickets of a bounded part of the list. */
  listIds(scope: QueueScope, from: QueuePlace | null): Promise<{ ids: string[]; next: QueuePlace | null }>;
  counts(): Promise<Record<QueueLane, number>>;
}

/** Views of the queue that the desk keeps, in its order. */
export interface SavedViewRepository {
  list(): Promise<SavedView[]>;
  replaceAll(views: readonly SavedView[]): Promise<void>;
}

/** The place of an event in its ticket. */
export interface EventRef {
  readonly ticketId: string;
  readonly sequence: number;
}

/** Append-only and hash-chained: the database itself refuses to change or remove an event. */
export interface TicketEventRepository {
  /** Answers the places the events got. */
  append(ticketId: string, events: readonly TicketEvent[], at: number, actor: string): Promise<SequenceRange>;
  /** Oldest first. */
  listOfTicket(ticketId: string): Promise<TicketEventRecord[]>;
  /** In the order asked for; undefined for one that there is not. */
  findMany(refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]>;
  /** The first event of a ticket that does not fit its hash chain, or null for a whole chain. */
  findBroken(ticketId: string): Promise<number | null>;
  /** Removes what agents wrote in own words, and its place in the search index. Answers the places of those events. */
  eraseTexts(ticketId: string): Promise<number[]>;
}

export interface ScanRepository {
  insert(ticketId: string, scan: Omit<Scan, 'hasCrop'>, crop: Uint8Array | null): Promise<void>;
  /** Newest first; without those that were taken back. */
  listOfTicket(ticketId: string): Promise<Scan[]>;
  /** The picture that was kept with a scan, if one was and its ticket is open. */
  findCrop(scanId: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Tickets that have a scan of this QR, last scanned first. */
  findTickets(fingerprint: string): Promise<{ ticketId: string; deviceId: string | null; isOpen: boolean }[]>;
  move(scanIds: readonly string[], toTicketId: string): Promise<void>;
  /** Of a ticket's scans these count; the others were taken back and stand for nothing. */
  markStanding(ticketId: string, standingIds: readonly string[]): Promise<void>;
  hasPayload(fingerprint: string): Promise<boolean>;
  /** Forgets the payloads and the pictures of them; fingerprints and headers stay. */
  purgePayloads(ticketId: string): Promise<void>;
}

/** Append-only and hash-chained, one chain for each record; details can be erased. */
export interface RecordLogRepository {
  /** Answers the entry's sequence. */
  append(record: RecordRef, change: RecordChange, at: number, actor: string): Promise<number>;
  /** Oldest first. */
  list(record: RecordRef): Promise<LoggedEntry[]>;
  /** Forgets what the record was; its log stays and stays whole. */
  eraseDetails(record: RecordRef): Promise<void>;
  /** The first entry that does not fit its chain, or null for a whole chain. */
  findBroken(record: RecordRef): Promise<number | null>;
}

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

export type RecordChange = Pick<RecordEntry, 'action' | 'cause' | 'range'> &
  Pick<RecordDetails, 'before' | 'after'>;

export interface LoggedEntry {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly entry: RecordEntry;
  /** Null once erased. */
  readonly details: RecordDetails | null;
}

/** A record in the order of the last change. */
export interface LatestPlace {
  readonly id: string;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** Ids of what belongs to a record. */
export interface RelatedRepository {
  devicesOfCustomer(customerId: string): Promise<string[]>;
  /** Customers without any are left out. */
  countDevices(customerIds: readonly string[]): Promise<Map<string, number>>;
  /** Newest first. */
  ticketsOfCustomer(customerId: string, limit: number): Promise<string[]>;
  /** Newest first. */
  ticketsOfDevice(deviceId: string, limit: number): Promise<string[]>;
  /** Last changed first, behind a place of that order. */
  listLatest(kind: 'customer' | 'device', after: LatestPlace | null, limit: number): Promise<LatestPlace[]>;
  /** @param likeness of a serial, or of how it begins; see `likenessOf` */
  devicesAlike(likeness: string, isBeginning: boolean, limit: number): Promise<string[]>;
}

/** What a command did to one record, or that it moved scans; enough to take it back. In the order it was done. */
export type CommandPart = TicketPart | RecordPart | ScansPart;

export interface TicketPart extends SequenceRange {
  readonly of: 'ticket';
  readonly id: string;
}

export interface RecordPart extends SequenceRange {
  readonly of: RecordKind;
  readonly id: string;
}

export interface ScansPart {
  readonly of: 'scans';
  readonly ids: readonly string[];
  readonly fromTicketId: string;
  readonly toTicketId: string;
}

export interface CommandRecord {
  readonly id: string;
  readonly name: string;
  readonly actor: string;
  /** Epoch ms; of the last change where typing went on. */
  readonly at: number;
  readonly parts: readonly CommandPart[];
  /** Commands of one run are undone together; null for one that stands alone. */
  readonly runId: string | null;
  readonly isUndone: boolean;
}

/** Commands that can be undone, each agent's in their order. */
export interface CommandRepository {
  /** Also forgets what is older than `keepSince` (epoch ms). */
  insert(command: Omit<CommandRecord, 'isUndone'>, keepSince: number): Promise<void>;
  find(id: string): Promise<CommandRecord | null>;
  /** In the order they were done. */
  listOfRun(runId: string): Promise<CommandRecord[]>;
  /** The agent's last command that is not undone. */
  findLastDone(actor: string, since: number): Promise<CommandRecord | null>;
  /** The agent's last undone command, unless something new was done since. */
  findLastUndone(actor: string, since: number): Promise<CommandRecord | null>;
  /** Typing went on: the same command reaches further. */
  extend(id: string, parts: readonly CommandPart[], at: number): Promise<void>;
  markUndone(id: string, isUndone: boolean): Promise<void>;
}

/** What belongs to the agent's desk: half-typed text, and where the agent was. */
export interface DeskRepository {
  /** An empty text removes the draft. */
  putDraft(scope: string, field: string, text: string, at: number): Promise<void>;
  listDrafts(scope: string): Promise<{ field: string; text: string }[]>;
  /** The file that an export is being written to under another name; null while there is none. */
  getExportFile(): Promise<string | null>;
  setExportFile(path: string | null): Promise<void>;
  getLastTicket(): Promise<string | null>;
  setLastTicket(ticketId: string | null): Promise<void>;
  /** Null before the first run. */
  getClock(): Promise<ClockMemory | null>;
  setClock(memory: ClockMemory): Promise<void>;
}

/** A time of an open ticket that has come. */
export interface Alarm {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly kind: TimerKind;
  /** Epoch ms. */
  readonly at: number;
}

/** The times of all open tickets, each told once and never again. */
export interface AlarmRepository {
  /** Replaces a ticket's times. Those that stay keep whether they were told; the agent was just there, so told ones are seen. */
  put(ticketId: string, timers: readonly Timer[], now: number): Promise<void>;
  /** What has come since, the earliest first; told from now on. */
  takeDue(now: number, limit: number): Promise<Alarm[]>;
  markSeen(ticketId: string, now: number): Promise<void>;
  /** Told and not seen, the latest first. */
  listUnseen(limit: number): Promise<Alarm[]>;
  /** The first time that is still to come, of any ticket. */
  nextAt(): Promise<number | null>;
  /** Tickets that have any. */
  listTicketIds(): Promise<string[]>;
}

/** Every version of a procedure that a ticket was ever on; none is ever changed or removed. */
export interface PlaybookRepository {
  /** A version that is there stays as it is. */
  keep(playbook: Playbook, at: number): Promise<void>;
  find(ref: PlaybookRef): Promise<Playbook | null>;
  list(): Promise<Playbook[]>;
}

/** What a command was about, enough to read its answer again. Never the answer itself, which may hold a payload. */
export interface Receipt {
  /** The ticket, customer or device of the answer. */
  readonly recordId: string;
  /** The answer is about a record that was there before (`isExisting`, `isOther`). */
  readonly isOther: boolean;
}

/** Remembers which commands were carried out, so that one that is sent again changes nothing twice. */
export interface RequestRepository {
  find(requestId: string): Promise<Receipt | null>;
  /** Also forgets what is older than `keepSince` (epoch ms). */
  remember(requestId: string, receipt: Receipt, at: number, keepSince: number): Promise<void>;
}

/** The last check of the database, and where the next one goes on. */
export interface CheckRecord {
  readonly result: CheckResult;
  /** The ticket behind which the next check of histories begins; null for the first. */
  readonly stoppedAfter: string | null;
}

export interface SafetyRepository {
  getCheck(): Promise<CheckRecord | null>;
  putCheck(check: CheckRecord): Promise<void>;
}

export interface StoredTemplate {
  readonly template: MessageTemplate;
  /** 0 for one that is not stored yet. */
  readonly version: number;
}

/** The desk's own messages, and the settings that everyone at the desk shares. */
export interface WordsRepository {
  /** Oldest first. */
  listTemplates(): Promise<StoredTemplate[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  putTemplate(entry: StoredTemplate, at: number): Promise<StoredTemplate | null>;
  /** False when the version is not the stored one. */
  removeTemplate(id: string, version: number): Promise<boolean>;
  getShared(name: string): Promise<{ value: unknown; version: number } | null>;
  /** False when the version is not the stored one; 0 for a name that is not stored yet. */
  putShared(name: string, value: unknown, version: number, at: number): Promise<boolean>;
}

/** `ticket` is both, open ones first. */
export type SearchScope = 'customer' | 'device' | 'ticket' | 'openTicket' | 'closedTicket' | 'note';

export interface SearchPage {
  readonly scope: SearchScope;
  /** From `searchTerms`; without any, nothing is found. */
  readonly terms: readonly string[];
  readonly limit: number;
  /** The last hit of the page before. */
  readonly after: { readonly rank: 0 | 1; readonly doc: number } | null;
}

export interface SearchHit {
  /** Of the customer, device or ticket; of a note, the ticket and the sequence of its event, "id:3". */
  readonly recordId: string;
  /** 0: all terms are whole words of it. 1: some begin a word, or stand inside a serial or a number. */
  readonly rank: 0 | 1;
  /** Its place in the index; within a rank the highest comes first. */
  readonly doc: number;
}

/** The index over everything that is kept. The database keeps it in step with the records, except for notes. */
export interface SearchRepository {
  /** Records that contain every term: by rank, then the newest first. */
  find(page: SearchPage): Promise<SearchHit[]>;
  /** The newest tickets that contain every term. */
  findTicketNumbers(terms: readonly string[], isOpen: boolean, limit: number): Promise<number[]>;
  /** Each note once, with its event. */
  addNote(ticketId: string, sequence: number, keys: SearchKeys): Promise<void>;
  removeNote(ticketId: string, sequence: number): Promise<void>;
  removeNotes(ticketId: string): Promise<void>;
}
