/** The shortest passphrase that the contract takes, in characters. */
export const PASSPHRASE_MIN_LENGTH = 8;

/** How well a passphrase resists guessing by someone who has copied the file. */
export type PassphraseStrength = 'tooShort' | 'weak' | 'fair' | 'strong';

/**
 * Bits. Every guess costs 128 MB and a good part of a second (scrypt, N = 2^17, r = 8), so less is enough than for a
 * password that is checked quickly. Below "fair" it takes one rented computer days to months, below "strong" years.
 */
const FAIR_BITS = 36;
const STRONG_BITS = 52;

/** A letter inside a word is easier to guess than a digit, a sign or the start of a word. */
const BITS = { insideWord: 2.5, digit: 3.3, other: 5 } as const;

/** A character tells nothing new when it has been used this often. */
const MAX_USES = 3;

/** Estimated, not measured: runs and repeats ("aaaa", "1234") hardly count. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase.length < PASSPHRASE_MIN_LENGTH) return 'tooShort';
  const uses = new Map<string, number>();
  let bits = 0;
  let previous = '';
  for (const character of passphrase) {
    const count = (uses.get(character) ?? 0) + 1;
    uses.set(character, count);
    if (count <= MAX_USES && !continuesRun(previous, character)) bits += bitsOf(previous, character);
    previous = character;
  }
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

/** May it protect the records? A weak one is refused: whoever copies the files has all the time there is. */
export function isPassphraseStrongEnough(passphrase: string): boolean {
  return !['tooShort', 'weak'].includes(passphraseStrength(passphrase));
}

function continuesRun(previous: string, current: string): boolean {
  const distance = (current.codePointAt(0) ?? 0) - (previous.codePointAt(0) ?? Number.NaN);
  return Math.abs(distance) <= 1;
}

function bitsOf(previous: string, current: string): number {
  if (/\p{Nd}/u.test(current)) return BITS.digit;
  return /\p{Ll}/u.test(current) && /\p{L}/u.test(previous) ? BITS.insideWord : BITS.other;
}
