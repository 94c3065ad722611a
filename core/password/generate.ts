import type { PasswordRules } from '../playbook/schema.ts';
import { isPasswordAllowed } from './rules.ts';

/** Eleven small letters and three digits: about 56 bits, far beyond five tries and a lock of five minutes. */
const usualLength = 14;

/**
 * Characters of every set but the first. They stand together at the end, because a recorder's on-screen keyboard keeps
 * digits, capitals and signs on other pages: one change of page for each set instead of one for each character.
 */
const runLength = 3;

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
 * Makes a password that always meets the rules, without look-alikes: small letters first, then the digits, then what
 * else the device asks for.
 *
 * @param randomInt uniform over 0 .. exclusiveMax - 1, from a cryptographic source in the product
 * @throws RangeError when rules contradict each other
 */
export function generatePassword(
  rules: Omit<PasswordRules, 'fact'>,
  randomInt: (exclusiveMax: number) => number,
): string {
  const password = runsFor(rules)
    .flatMap(({ set, length }) => Array.from({ length }, () => set.charAt(randomInt(set.length))))
    .join('');
  if (!isPasswordAllowed(rules, password)) throw new RangeError('No password can meet these rules.');
  return password;
}

/** How many bits of chance are in a password made by {@link generatePassword}: exact, as its way of making is known. */
export function bitsOfGenerated(rules: Omit<PasswordRules, 'fact'>): number {
  return runsFor(rules).reduce((bits, { set, length }) => bits + length * Math.log2(set.length), 0);
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

interface Run {
  readonly set: string;
  readonly length: number;
}

/** The password's parts in order; the first set fills what the others leave. */
function runsFor(rules: Omit<PasswordRules, 'fact'>): readonly Run[] {
  const [first, ...others] = characterSets(rules);
  const total = Math.min(rules.maxLength, Math.max(rules.minLength, usualLength));
  const count = others.length + 1;
  if (first === undefined || count < rules.minCharacterTypes || total < count)
    throw new RangeError('No password can meet these rules.');
  const length = Math.max(1, Math.min(runLength, Math.floor(total / (count + 1))));
  return [{ set: first, length: total - others.length * length }, ...others.map((set) => ({ set, length }))];
}
