import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';

/** Records that are kept as they are now; what happened to them is in their log. (A ticket is kept as its events.) */
export const recordKindSchema = z.enum(['customer', 'device', 'site']);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** Why a device got another owner. A closed list: it stays in the trail when the persons are erased, and reads in every language. */
export const ownerReasonSchema = z.enum(['sold', 'handedOver', 'sameCustomer', 'enteredWrong', 'other']);
export type OwnerReason = z.infer<typeof ownerReasonSchema>;

/**
 * One entry of a record's log, hash-chained. What the record was before and after stands beside it and is bound by
 * `digest` only, so that a person's data can be erased without breaking the chain.
 */
export const recordEntrySchema = z.strictObject({
  action: z.enum(['created', 'changed', 'removed']),
  /** `undo` and `redo` name the entries that they take back or put back; `erasure` has erased all details before it. */
  cause: z.enum(['command', 'undo', 'redo', 'erasure']),
  range: z.strictObject({ fromSequence: z.int().positive(), toSequence: z.int().positive() }).nullable(),
  /** Of another owner; left out everywhere else. */
  reason: ownerReasonSchema.optional(),
  /** SHA-256 of the details, lower-case hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RecordEntry = z.infer<typeof recordEntrySchema>;

/**
 * A record before and after; null where it was not there. Of a change only the fields that it changed. An undo or redo names the
 * entries that say what it did, and has no values of its own: what was taken back would stay in it.
 */
export const recordDetailsSchema = z.strictObject({
  /** Random, so that a digest of erased details can not be found again by trying names. */
  salt: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type RecordDetails = z.infer<typeof recordDetailsSchema>;

/** The entries that are taken back and were not put back since. */
export function undoneEntries(entries: readonly RecordEntry[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { cause, range } of entries) {
    if (range === null) continue;
    for (let sequence = range.fromSequence; sequence <= range.toSequence; sequence += 1) {
      if (cause === 'undo') undone.add(sequence);
      else undone.delete(sequence);
    }
  }
  return undone;
}

/** @param detailsJson the details as the JSON text that is stored */
export function digestOf(detailsJson: string): string {
  return bytesToHex(sha256(utf8ToBytes(detailsJson)));
}

/** The name of a record's trail in its hash chain. */
export function trailIdOf(kind: RecordKind, recordId: string): string {
  return `${kind}:${recordId}`;
}
