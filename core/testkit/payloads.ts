import type { Random } from './random.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const UPPER_AND_DIGITS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** One RSA-2048 block: with the 14 plain characters this makes the 358 characters that fit the vendor's buffer of 360. */
export const TYPICAL_CIPHER_BYTES = 256;

/**
 * A reset payload in the documented layout: purpose (4), vendor (2), key number (8), Base64 of `cipherBytes` bytes with its padding.
 * The contents are random; no real device made it. Source of the layout: domain note 1.1.
 */
export function resetPayload(random: Random, cipherBytes: number = TYPICAL_CIPHER_BYTES): string {
  const vendor = random.pick(['A1', 'A2', 'B1', 'B2']);
  const key = letters(random, UPPER_AND_DIGITS, 8);
  return `0001${vendor}${key}${base64(random, cipherBytes)}`;
}

/** A label as it is stuck on a device: serial, type and a made-up safety code that must never be shown. */
export function labelPayload(random: Random): string {
  const serial = letters(random, UPPER_AND_DIGITS, 15);
  return `{SN:${serial},DT:NVR4108-4KS2,SC:${letters(random, UPPER_AND_DIGITS, 8)},NC:${random.integer(10, 99)}}`;
}

/** The kind of link that stands beside a reset code and is scanned by mistake. */
export function linkPayload(random: Random): string {
  return `https://app.example.com/get/${letters(random, UPPER_AND_DIGITS, 12).toLowerCase()}`;
}

function base64(random: Random, bytes: number): string {
  const full = Math.floor(bytes / 3);
  const rest = bytes % 3;
  const body = letters(random, BASE64, full * 4);
  if (rest === 0) return body;
  // The last character of a padded group has low bits of zero: two of them after two bytes, four after one byte.
  const ending =
    rest === 2
      ? letters(random, BASE64, 2) + letters(random, 'AEIMQUYcgkosw048', 1)
      : letters(random, BASE64, 1) + letters(random, 'AQgw', 1);
  return body + ending + '='.repeat(3 - rest);
}

function letters(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[random.integer(0, alphabet.length - 1)]).join('');
}
