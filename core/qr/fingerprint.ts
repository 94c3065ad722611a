import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the payload's bytes, 64 lower-case hex digits. Equal payloads, equal fingerprints; it can not be read back. */
export function fingerprintOf(payload: string): string {
  return bytesToHex(sha256(utf8ToBytes(payload)));
}
