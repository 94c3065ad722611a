import type { PasswordRules } from '../playbook/schema.ts';
import { isPasswordAllowed } from './rules.ts';

/** With a digit in each group about 54 bits: far beyond five tries and a lock of five minutes. */
const usualLength = 12;

/** Characters said in one breath; the agent reads "k7mf, wp3n, ..." */
const groupLength = 4;

/** Left out everywhere: they look like another character on a recorder's monitor. */
const lookAlikes = '0Oo1lIi5S8B2Z';

/**
 * The characters of each type, the easiest first: lower case and digits need no Shift on a recorder's on-screen
 * keyboard. Of the special signs only those with one spoken name.
 */
const setsByEase = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '#*+-@!%=?'];

/**
 * Makes a password that always meets the rules: groups of four, each with one digit where digits are wanted,
 * and no look-alikes.
 *
 * @param randomInt uniform over 0 .. exclusiveMax - 1, from a cryptographic source in the product
 * @throws RangeError when rules contradict each other
 */
export function generatePassword(
  rules: Omit<PasswordRules, 'fact'>,
  randomInt: (exclusiveMax: number) => number,
): string {
  const length = Math.min(rules.maxLength, Math.max(rules.minLength, usualLength));
  const sets = characterSets(rules);
  const [first, ...others] = sets;
  if (first === undefined || sets.length < rules.minCharacterTypes || length < sets.length)
    throw new RangeError('No password can meet these rules.');
  const characters = Array.from({ length }, () => pick(first, randomInt));
  for (const [place, set] of placesFor(others, length, randomInt)) characters[place] = pick(set, randomInt);
  const password = characters.join('');
  if (!isPasswordAllowed(rules, password)) throw new RangeError('No password can meet these rules.');
  return password;
}

/** The groups to read a password in; a short last group stays short. */
export function groupsOf(password: string): readonly string[] {
  const characters = [...password];
  const count = Math.ceil(characters.length / groupLength);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  );
}

/** As many character sets as the rules ask for, two at least, the easiest to type first. */
function characterSets(rules: Omit<PasswordRules, 'fact'>): readonly string[] {
  const isUsable = (character: string) =>
    !lookAlikes.includes(character) && !rules.forbiddenCharacters.includes(character);
  return setsByEase
    .map((characters) => [...characters].filter(isUsable).join(''))
    .filter((characters) => characters !== '')
    .slice(0, Math.max(2, rules.minCharacterTypes));
}

/** One place of every group for each set but the first, so that every set occurs and every group sounds alike. */
function placesFor(
  sets: readonly string[],
  length: number,
  randomInt: (exclusiveMax: number) => number,
): readonly (readonly [place: number, set: string])[] {
  const places: [number, string][] = [];
  for (let start = 0; start < length; start += groupLength) {
    const free = Array.from({ length: Math.min(groupLength, length - start) }, (_, index) => start + index);
    for (const set of sets) {
      if (free.length <= 1) break;
      const [place] = free.splice(randomInt(free.length), 1);
      if (place !== undefined) places.push([place, set]);
    }
  }
  return places;
}

function pick(set: string, randomInt: (exclusiveMax: number) => number): string {
  return set.charAt(randomInt(set.length));
}
