/**
 * What can be said of the bits of a symbol's data before they are read: a reset code is text in byte mode, in the vendor's layout.
 * Source of the layout: domain note 1.1; of the bit stream: ISO/IEC 18004.
 */
export interface Expectation {
  /** For each bit of the data stream: 1 or -1 (a zero) where it must be so, 0 where it is open. */
  readonly fixed: Int8Array;
  /** Where each character's 8 bits begin, and what it may be. */
  readonly characters: readonly { readonly start: number; readonly alphabet: Alphabet }[];
}

/** Character codes. */
type Alphabet = readonly number[];

const BASE64 = codes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const BASE64_END = [...BASE64, ...codes('=')];
const PRINTABLE: Alphabet = Array.from({ length: 0x7f - 0x21 }, (_, i) => 0x21 + i);
const CAPITALS = codes('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGITS = codes('0123456789');

const PLAIN_CHARACTERS = 14;
/** Of the vendor's family: a capital and a digit. */
const FAMILY_PLACE = 4;
const MIN_BASE64_CHARACTERS = 80;
const BYTE_MODE = 0b0100;
const PADS = [0xec, 0x11] as const;
/** A character that no alphabet allows counts as little as this: beliefs are taken back, knowledge is not. */
const NEVER = 20;
/** How many times likelier, in bits, a layout has to be than none: about a hundred lengths are tried. */
const MIN_EVIDENCE_BITS = 14;

/**
 * The length of reset code that the soft bits speak for most; null when they speak for none.
 *
 * @param stream of the data: log-likelihood ratios, positive is a one
 */
export function expectReset(stream: Float32Array, version: number): Expectation | null {
  let best: Expectation | null = null;
  let most = MIN_EVIDENCE_BITS;
  const room = Math.floor((stream.length - 4 - countBits(version)) / 8);
  for (let length = PLAIN_CHARACTERS + MIN_BASE64_CHARACTERS; length <= room; length += 4) {
    const fixed = fixedBits(stream.length, version, length);
    const evidence = evidenceFor(stream, fixed);
    if (evidence <= most) continue;
    most = evidence;
    best = { fixed, characters: charactersOf(version, length) };
  }
  // Another text of such a length has the same count and pads.
  return best !== null && evidenceOfCharacters(stream, best) > 0 ? best : null;
}

/**
 * What its alphabet says of each bit of a character, given its other bits: the likeliest allowed character with a one against the likeliest with a
 * zero. Only what is new is answered, as log-likelihood ratios to add.
 */
export function beliefOf(stream: Float32Array, { characters, fixed }: Expectation): Float32Array {
  const belief = Float32Array.from(fixed, (sign) => sign * NEVER);
  const best = new Float32Array(16);
  for (const { start, alphabet } of characters) {
    weigh(stream, start, alphabet, best);
    for (let bit = 0; bit < 8; bit++) {
      const said = (best[2 * bit + 1] ?? 0) - (best[2 * bit] ?? 0) - (stream[start + bit] ?? 0);
      belief[start + bit] = Math.max(-NEVER, Math.min(NEVER, said));
    }
  }
  return belief;
}

/** For each bit the score of the likeliest character with a zero, then with a one there. */
function weigh(stream: Float32Array, start: number, alphabet: Alphabet, best: Float32Array): void {
  best.fill(-1e6);
  for (const code of alphabet) {
    let score = 0;
    for (let bit = 0; bit < 8; bit++) {
      const half = (stream[start + bit] ?? 0) / 2;
      score += (code >> (7 - bit)) & 1 ? half : -half;
    }
    for (let bit = 0; bit < 8; bit++) {
      const at = 2 * bit + ((code >> (7 - bit)) & 1);
      if (score > (best[at] ?? 0)) best[at] = score;
    }
  }
}

/** In bits, against a stream of which nothing is known. */
function evidenceFor(stream: Float32Array, fixed: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < fixed.length; i++) {
    const sign = fixed[i] ?? 0;
    if (sign !== 0) sum += 1 - Math.log2(1 + Math.exp(-sign * (stream[i] ?? 0)));
  }
  return sum;
}

/** In bits: how much likelier the characters are from their alphabets than any bytes. */
function evidenceOfCharacters(stream: Float32Array, { characters }: Expectation): number {
  return characters.reduce((sum, { start, alphabet }) => {
    const chance = alphabet.reduce((total, code) => total + chanceOf(stream, start, code), 0);
    return sum + Math.log2((chance * 256) / alphabet.length);
  }, 0);
}

/** That the 8 bits from `start` are this character, by their soft values alone. */
function chanceOf(stream: Float32Array, start: number, code: number): number {
  let chance = 1;
  for (let bit = 0; bit < 8; bit++) {
    const ratio = stream[start + bit] ?? 0;
    chance /= 1 + Math.exp((code >> (7 - bit)) & 1 ? -ratio : ratio);
  }
  return chance;
}

function countBits(version: number): number {
  return version < 10 ? 8 : 16;
}

/** Mode and length in front, the characters' top bits, the terminator and the pads behind. */
function fixedBits(total: number, version: number, length: number): Int8Array {
  const fixed = new Int8Array(total);
  let at = 0;
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0 && at < total; bit--) fixed[at++] = (value >> bit) & 1 ? 1 : -1;
  };
  put(BYTE_MODE, 4);
  put(length, countBits(version));
  // The vendor's characters are ASCII: the top bit of each is a zero.
  for (let character = 0; character < length; character++, at += 8) fixed[at] = -1;
  put(0, 4);
  put(0, (8 - (at % 8)) % 8);
  for (let pad = 0; at < total; pad++) put(PADS[pad % 2] ?? 0, 8);
  return fixed;
}

function charactersOf(version: number, length: number): Expectation['characters'] {
  const first = 4 + countBits(version);
  return Array.from({ length }, (_, index) => ({
    start: first + 8 * index,
    alphabet: alphabetAt(index, length),
  }));
}

function alphabetAt(index: number, length: number): Alphabet {
  if (index === FAMILY_PLACE) return CAPITALS;
  if (index === FAMILY_PLACE + 1) return DIGITS;
  if (index < PLAIN_CHARACTERS) return PRINTABLE;
  return index >= length - 2 ? BASE64_END : BASE64;
}

function codes(text: string): Alphabet {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
