import type { DeskEntry } from '../../../../core/desk-log/desk-entry.ts';
import type { Attachment } from '../../../../core/ticket/attachment.ts';

/** Append-only and hash-chained: what was done with the records as a whole. */
export interface DeskLogRepository {
  append(entry: DeskEntry, at: number, actor: string): Promise<void>;
  /** Newest first. */
  listLatest(limit: number): Promise<LoggedDeskEntry[]>;
  /** How many there are, and the first that does not fit the chain, or null for a whole one. */
  check(): Promise<{ count: number; brokenAt: number | null }>;
}

export interface LoggedDeskEntry {
  readonly sequence: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  /** Null for one that no version of the program writes. */
  readonly entry: DeskEntry | null;
}

export type NewAttachment = Attachment & {
  readonly ticketId: string;
  /** SHA-256 of the content, lower-case hex. */
  readonly digest: string;
  readonly content: Uint8Array;
};

/** Files of tickets. */
export interface AttachmentRepository {
  insert(attachment: NewAttachment): Promise<void>;
  find(id: string): Promise<(Attachment & { readonly ticketId: string }) | null>;
  /** Oldest first. */
  listOfTicket(ticketId: string): Promise<Attachment[]>;
  readContent(id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** With its content. */
  remove(id: string): Promise<void>;
  /** Attachments of tickets that were closed before then. */
  listOutlived(closedBefore: number, limit: number): Promise<string[]>;
}

/** What is kept of a person besides the customer record itself. */
export interface PrivacyRepository {
  /** Null unless the customer's data was erased and nothing was entered since. */
  erasedAt(customerId: string): Promise<number | null>;
  markErased(customerId: string, at: number): Promise<void>;
  /** Oldest first, all of them; also closed ones that had this customer until it was undone and have none since. */
  listTickets(customerId: string): Promise<{ id: string; isOpen: boolean }[]>;
  /** Places of the customer that are no longer there, whose logs still know what they were. */
  listRemovedSites(customerId: string): Promise<string[]>;
  /**
   * Customers that are no longer there but were once part of this one: named in its tickets' trails, in the logs of its
   * devices and places, or with one of its phones or mail addresses.
   */
  listFormer(customerId: string): Promise<string[]>;
  /** Half-typed text of a ticket or customer. */
  removeDrafts(scope: string): Promise<void>;
  /**
   * Customers behind `after` in the order of their ids, of a bounded part of the list, whose tickets are all closed, the
   * last of them before `closedBefore`. `next` is null at the end of the list.
   */
  findIdle(
    after: string | null,
    closedBefore: number,
  ): Promise<{ customerIds: string[]; next: string | null }>;
  /** Forgets what removed records were, once they can not come back any more. */
  eraseRemovedDetails(removedBefore: number): Promise<void>;
  /** When retention ran last, epoch ms. */
  getRetentionRun(): Promise<number | null>;
  putRetentionRun(at: number): Promise<void>;
}

export type DemoKind = 'ticket' | 'customer' | 'device' | 'site';

/** Made-up records, marked so that they can go again. */
export interface DemoRepository {
  mark(kind: DemoKind, recordId: string): Promise<void>;
  count(kind: DemoKind): Promise<number>;
  /** Removes the marked records with everything that is only theirs. What real records use stays and loses its mark. */
  removeAll(): Promise<{ tickets: number; kept: number }>;
}
