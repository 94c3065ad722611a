import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** One link of the audit trail of a ticket or another record, exactly as it is stored. */
export interface AuditLink {
  /** A ticket's id; for other records their kind and id, as `customer:<id>`. */
  readonly trailId: string;
  /** 1, 2, 3... */
  readonly sequence: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  /** The event as the JSON text that is stored; hashing the text makes key order irrelevant. */
  readonly eventJson: string;
}

/** The hash before the first link. */
export const chainStart = '0'.repeat(64);

/** SHA-256 (lower-case hex) over the hash before and the link, so that a change anywhere shows in every later hash. */
export function linkHash(previousHash: string, link: AuditLink): string {
  const parts = [previousHash, link.trailId, link.sequence, link.at, link.actor, link.eventJson];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}

/**
 * The sequence of the first link that does not fit the chain (changed, missing or moved), or null for a whole chain.
 *
 * A text that an early version put into the hashed event can only be erased from there. Such a link is passed when a later
 * one of the same chain says so and the text is gone; its hash still binds it to its neighbours.
 */
export function findBrokenLink(links: readonly (AuditLink & { readonly hash: string })[]): number | null {
  const erased = erasedSequences(links.map(({ eventJson }) => eventJson));
  let previousHash = chainStart;
  for (const [index, link] of links.entries()) {
    if (link.sequence !== index + 1) return index + 1;
    const fits = link.hash === linkHash(previousHash, link);
    if (!fits && !(erased.has(link.sequence) && hasErasedText(link.eventJson))) return index + 1;
    previousHash = link.hash;
  }
  return null;
}

/** Events of a ticket whose texts were erased, as its later events say. */
export function erasedSequences(eventJsons: readonly string[]): ReadonlySet<number> {
  return new Set(eventJsons.flatMap(sequencesErasedBy));
}

/** Most links are looked at by their text only: a check reads very many. */
function sequencesErasedBy(eventJson: string): readonly number[] {
  if (!eventJson.startsWith('{"type":"personalDataErased"')) return [];
  const event: unknown = JSON.parse(eventJson);
  const sequences =
    typeof event === 'object' && event !== null && 'sequences' in event ? event.sequences : [];
  return Array.isArray(sequences) ? sequences.filter((sequence) => typeof sequence === 'number') : [];
}

/** One of the two fields that hold what an agent wrote is empty, and the text never stood beside it; see `kept-text.ts`. */
function hasErasedText(eventJson: string): boolean {
  if (eventJson.includes('"textDigest":"')) return false;
  return /^\{"type":"(?:noteAdded","text":null|ownershipRecorded",.*"reason":null)/.test(eventJson);
}
