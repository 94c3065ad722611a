import type { RecordDetails, RecordEntry, RecordKind } from '../../../../core/records/record-entry.ts';

/** Append-only and hash-chained, one chain for each record; details can be erased. */
export interface RecordLogRepository {
  /** Answers the entry's sequence. */
  append(record: RecordRef, change: RecordChange, at: number, actor: string): Promise<number>;
  /** Oldest first. */
  list(record: RecordRef): Promise<LoggedEntry[]>;
  /** Takes what an entry says the record was out of the database, and answers it as it was stored. */
  takeDetails(record: RecordRef, sequence: number): Promise<string>;
  /** Puts back what {@link takeDetails} took. */
  putDetails(record: RecordRef, sequence: number, details: string): Promise<void>;
  /** Forgets what the record was; its log stays and stays whole. */
  eraseDetails(record: RecordRef): Promise<void>;
  /** The first entry that does not fit its chain, or null for a whole chain. */
  findBroken(record: RecordRef): Promise<number | null>;
}

export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

export type RecordChange = Pick<RecordEntry, 'action' | 'cause' | 'range' | 'reason'> &
  Pick<RecordDetails, 'before' | 'after'>;

export interface LoggedEntry {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly entry: RecordEntry;
  /** Null once erased, and while the entry is taken back. */
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
  /** @param limit for those of the newest tickets first; without it all, in the order they were added */
  devicesOfCustomer(customerId: string, limit?: number): Promise<string[]>;
  /** Places in devices' logs that say that a device was the customer's before. */
  devicesLeft(
    customerId: string,
  ): Promise<readonly { readonly deviceId: string; readonly sequence: number }[]>;
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
