import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Playbook } from './schema.ts';

/** SHA-256 of the whole playbook, shared steps and facts included; how its file is laid out does not matter. Lower-case hex. */
export function playbookDigest(playbook: Playbook): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(playbook))));
}
