import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The recovery key as it stands on paper: six groups of five characters that carry 120 random bits, and a seventh that
 * checks them all. The last character of each of the six checks its own group, so that a typo can be pointed at.
 */
export const RECOVERY_SECRET_BYTES = 15;
export const RECOVERY_GROUPS = 7;
const GROUP_LENGTH = 5;
const DATA_PER_GROUP = 4;

/** Crockford's base 32: no I, L, O or U, which are taken for 1, 1, 0 and V. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

export type RecoveryKeyFault =
  | { readonly kind: 'length' }
  /** `group`: 1 to 7. */
  | { readonly kind: 'typo'; readonly group: number };

export type ParsedRecoveryKey =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly fault: RecoveryKeyFault };

/** @param secret 15 random bytes */
export function formatRecoveryKey(secret: Uint8Array): string {
  const groups = dataGroups(secret).map((data, index) => data + groupCheck(index, data));
  return [...groups, fullCheck(secret)].join('-');
}

/** Takes any spacing, lower case, and letters that look like digits; a typo is found before any key is tried. */
export function parseRecoveryKey(text: string): ParsedRecoveryKey {
  const characters = normalizeRecoveryText(text);
  if (characters.length !== RECOVERY_GROUPS * GROUP_LENGTH) return { ok: false, fault: { kind: 'length' } };
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, index) =>
    characters.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH),
  );
  const wrong = groups.findIndex((group, index) => !isPlausible(group, index));
  if (wrong >= 0) return { ok: false, fault: { kind: 'typo', group: wrong + 1 } };
  const secret = toBytes(groups.slice(0, -1).map((group) => group.slice(0, DATA_PER_GROUP)));
  if (fullCheck(secret) !== groups.at(-1))
    return { ok: false, fault: { kind: 'typo', group: RECOVERY_GROUPS } };
  return { ok: true, secret };
}

/**
 * Where a text holds a recovery key, however it is spaced: UTF-16 places, `to` exclusive. Its checks tell it from any other text;
 * seven groups with dashes between them are one with a typo.
 */
export function findRecoveryKeys(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}])(?=((?:[0-9A-Za-z][\s\p{Pd}]*){34}[0-9A-Za-z])(?![\p{L}\p{N}]))/gu),
  ]
    .filter(({ 1: run = '' }) => writtenInGroups.test(run) || parseRecoveryKey(run).ok)
    .map(({ index, 1: run = '' }) => ({ from: index, to: index + run.length }));
}

const writtenInGroups = /^(?:[0-9A-Za-z]{5}\p{Pd}){6}[0-9A-Za-z]{5}$/u;

/** Upper case, look-alikes replaced, spaces and dashes left out. */
export function normalizeRecoveryText(text: string): string {
  return [...text.toUpperCase()]
    .filter((character) => !/[\s\p{Pd}]/u.test(character))
    .map((character) => LOOK_ALIKES[character] ?? character)
    .join('');
}

function isPlausible(group: string, index: number): boolean {
  if ([...group].some((character) => !ALPHABET.includes(character))) return false;
  if (index === RECOVERY_GROUPS - 1) return true;
  return group.at(-1) === groupCheck(index, group.slice(0, DATA_PER_GROUP));
}

function groupCheck(index: number, data: string): string {
  return ALPHABET[(sha256(utf8ToBytes(`group ${index} ${data}`))[0] ?? 0) % ALPHABET.length] ?? '';
}

function fullCheck(secret: Uint8Array): string {
  return toCharacters(sha256(concatBytes(utf8ToBytes('recovery key '), secret))).slice(0, GROUP_LENGTH);
}

function dataGroups(secret: Uint8Array): string[] {
  const characters = toCharacters(secret);
  return Array.from({ length: RECOVERY_GROUPS - 1 }, (_, index) =>
    characters.slice(index * DATA_PER_GROUP, (index + 1) * DATA_PER_GROUP),
  );
}

/** Five bits a character; the length must be a multiple of five bits to come back. */
function toCharacters(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function toBytes(groups: readonly string[]): Uint8Array {
  const bits = [...groups.join('')]
    .map((character) => ALPHABET.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}
