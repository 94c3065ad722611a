import { type CharacterType, characterTypeOf } from './characters.ts';

/**
 * What makes a password easy to guess. `known`: it contains something that others know of this customer, such as the
 * serial on the label or the phone number.
 */
export type Weakness = 'short' | 'commonWord' | 'sequence' | 'repetition' | 'year' | 'known';

export interface Strength {
  readonly level: 'weak' | 'fair' | 'good';
  /** In the order of the type. */
  readonly weaknesses: readonly Weakness[];
}

/** Short of these an estimate is `weak` or `fair`. Our own limits: nobody can measure what another person thought of. */
const fairBits = 40;
const goodBits = 55;

/** A part that can be guessed at once is worth about as much as the choice among a thousand such parts. */
const guessedPartBits = 10;

const characterSetSizes: Readonly<Record<CharacterType, number>> = {
  upper: 26,
  lower: 26,
  digit: 10,
  special: 33,
};

/** What is tried first on such devices: the words of every such list, in our two languages, and the names on the box. */
const commonWords = (
  'password passwort contrasena clave admin administrator root user guest default welcome bienvenido letmein ' +
  'camera camara recorder grabador video security seguridad dahua hikvision amcrest lorex imou office oficina ' +
  'casa home shop tienda master secret secreto dragon monkey football futbol summer verano winter iloveyou teamo'
).split(' ');

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];

/**
 * Judges a password that a person chose. An estimate and no more: it never calls good what it knows a weakness of.
 *
 * @param known what others may know of this customer: serial, phone, name
 */
export function judgePassword(password: string, known: readonly string[] = []): Strength {
  const found = findWeakParts(password, known);
  const covered = found.reduce((sum, { text }) => sum + text.length, 0);
  const rest = Math.max(0, [...password].length - covered);
  const bits = rest * bitsPerCharacter(password) + found.length * guessedPartBits;
  const kinds = new Set<Weakness>(found.map(({ weakness }) => weakness));
  if (bits < fairBits && kinds.size === 0) kinds.add('short');
  const weaknesses = weaknessOrder.filter((weakness) => kinds.has(weakness));
  const level = levelOfBits(bits);
  return { level: level === 'good' && weaknesses.length > 0 ? 'fair' : level, weaknesses };
}

export function levelOfBits(bits: number): Strength['level'] {
  if (bits < fairBits) return 'weak';
  return bits < goodBits ? 'fair' : 'good';
}

const weaknessOrder: readonly Weakness[] = ['short', 'commonWord', 'sequence', 'repetition', 'year', 'known'];

interface WeakPart {
  readonly weakness: Weakness;
  readonly text: string;
}

/** Parts that do not overlap, as each is taken out before the next is looked for. */
function findWeakParts(password: string, known: readonly string[]): readonly WeakPart[] {
  const parts: WeakPart[] = [];
  let left = password.toLowerCase();
  const take = (weakness: Weakness, text: string) => {
    parts.push({ weakness, text });
    // A blank in its place, so that what stood beside it does not become one word.
    left = left.replace(text, ' ');
  };
  for (const text of known.flatMap(knownParts)) if (left.includes(text)) take('known', text);
  for (const word of commonWords) {
    const text = writtenAs(word, left);
    if (text !== null) take('commonWord', text);
  }
  for (let run = findSequence(left); run !== null; run = findSequence(left)) take('sequence', run);
  for (let run = /(.{1,4})\1{2,}/.exec(left); run !== null && run[0].trim() !== ''; ) {
    take('repetition', run[0]);
    run = /(.{1,4})\1{2,}/.exec(left);
  }
  const year = /(?:19|20)\d\d/.exec(left);
  if (year !== null) take('year', year[0]);
  return parts;
}

/** Whole, and its last six characters, which is how people shorten a serial or a phone number. */
function knownParts(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length < 4 ? [] : [plain, ...(plain.length > 6 ? [plain.slice(-6)] : [])];
}

/** `p4ssw0rd` is `password` to whoever guesses. Answers the text as it stands in the password. */
function writtenAs(word: string, text: string): string | null {
  const plain = [...text].map((character) => swaps[character] ?? character).join('');
  const at = plain.indexOf(word);
  return at < 0 ? null : text.slice(at, at + word.length);
}

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  ñ: 'n',
};

/** Four neighbours of a row or more, either way. */
function findSequence(text: string): string | null {
  const ways = rows.flatMap((row) => [row, [...row].reverse().join('')]);
  for (let length = Math.min(text.length, 12); length >= 4; length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const part = text.slice(start, start + length);
      if (ways.some((way) => way.includes(part))) return part;
    }
  }
  return null;
}

function bitsPerCharacter(password: string): number {
  const types = new Set([...password].map(characterTypeOf));
  const size = [...types].reduce((sum, type) => sum + (type === null ? 0 : characterSetSizes[type]), 0);
  return size === 0 ? 0 : Math.log2(size);
}
