import type { SearchKeys } from '../../../../core/search-key.ts';

/** `ticket` is both, open ones first. */
export type SearchScope = 'customer' | 'device' | 'ticket' | 'openTicket' | 'closedTicket' | 'note';

export interface SearchPage {
  readonly scope: SearchScope;
  /** One of `searchReadings`; without any, nothing is found. */
  readonly terms: readonly string[];
  readonly limit: number;
  /** The cursor of the last hit of the page before. @throws CallError `invalid_input` when it is none of this index */
  readonly after: string | null;
}

export interface SearchHit {
  /** Of the customer, device or ticket; of a note, the ticket and the sequence of its event, "id:3". */
  readonly recordId: string;
  /** Where the page behind it begins; only the index that gave it understands it. */
  readonly cursor: string;
}

/** Records whose keys were made anew so far, and all of them. */
export interface KeyProgress {
  readonly done: number;
  readonly total: number;
}

/** The index over everything that is kept. The database keeps it in step with the records, except for notes. */
export interface SearchRepository {
  /**
   * Records that contain every term: those that have them all as whole words, then those where some begin a word or stand inside a
   * serial or a number; within both the newest first.
   */
  find(page: SearchPage): Promise<SearchHit[]>;
  /** The newest tickets that contain every term. */
  findTicketNumbers(terms: readonly string[], isOpen: boolean, limit: number): Promise<number[]>;
  /** Each note once, with its event. */
  addNote(ticketId: string, sequence: number, keys: SearchKeys): Promise<void>;
  removeNote(ticketId: string, sequence: number): Promise<void>;
  removeNotes(ticketId: string): Promise<void>;
  /**
   * Makes anew what some more records are found by, where a former version of the rule has made it; until then they are found by
   * that. Null when there is none left.
   */
  renewKeys(limit: number): Promise<KeyProgress | null>;
}
