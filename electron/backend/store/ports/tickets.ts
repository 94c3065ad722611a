import type {
  Lane,
  LaneCounts,
  LastReset,
  Scan,
  TicketEventRecord,
  TicketRow,
} from '../../../../core/contract/records.ts';
import type { TicketEvent, TicketState } from '../../../../core/ticket/schema.ts';
import type { SequenceRange } from '../../../../core/ticket/take-back.ts';
import type { NextEvent } from '../../../../core/ticket/timers.ts';

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
  /** Of `core/queue/work-order.ts`. */
  readonly workOrder: number;
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
  /** The newest ticket of a device that ended with a verified login; `at` is when it closed. */
  findLastReset(deviceId: string): Promise<LastReset | null>;
  /** Null when the version is not the stored one: somebody else was faster. */
  update(ticket: TicketRecord, projection: Projection, at: number): Promise<TicketRecord | null>;
  /** Time alone has changed what comes next: no new version, as nobody has changed the ticket. */
  setTimed(ticketId: string, timed: Omit<Projection, 'state'>): Promise<void>;
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

/** The place of an event in its ticket. */
export interface EventRef {
  readonly ticketId: string;
  readonly sequence: number;
}

/** The own words of an entry of a trail, as they are stored beside it. */
export interface HeldWords {
  readonly sequence: number;
  readonly words: string;
}

/** Append-only and hash-chained: the database itself refuses to change or remove an event. */
export interface TicketEventRepository {
  /** Answers the places the events got. */
  append(ticketId: string, events: readonly TicketEvent[], at: number, actor: string): Promise<SequenceRange>;
  /** Oldest first. */
  listOfTicket(ticketId: string): Promise<readonly TicketEventRecord[]>;
  /** The same for several, by ticket id, in one read; empty for a ticket that there is not. */
  listOfTickets(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly TicketEventRecord[]>>;
  /** In the order asked for; undefined for one that there is not. */
  findMany(refs: readonly EventRef[]): Promise<(TicketEvent | undefined)[]>;
  /** Tickets in whose trail a device did otherwise than its source says, newest first. */
  listContradicting(limit: number): Promise<string[]>;
  /** The first event of a ticket that does not fit its hash chain, or null for a whole chain. */
  findBroken(ticketId: string): Promise<number | null>;
  /** Takes what agents wrote in own words in these events out of the database, and answers it. */
  takeTexts(ticketId: string, range: SequenceRange): Promise<HeldWords[]>;
  /** The events of the range whose own words were taken out, and not erased. */
  listWithoutTexts(ticketId: string, range: SequenceRange): Promise<number[]>;
  /** Puts back what {@link takeTexts} took. */
  putTexts(ticketId: string, texts: readonly HeldWords[]): Promise<void>;
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
