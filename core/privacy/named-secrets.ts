import { anyCodeName, isOtherCode, joiners, securityCodeName } from '../password/code-words.ts';
import { type FoundSecret, type Word, wordsOf } from './found-secret.ts';
import { isDate, isModel, isPhone, isSerial, isUnit } from './word-shapes.ts';

/** A pattern (to be used with `iu`) for the words that call something a password. */
export const passwordName =
  '(?<![\\p{L}\\p{N}])(?:pass(?:words?|wd?\\.?|phrases?|code)?|p\\/?wd?|kennw[oö]rt(?:er)?|passw[oö]rt(?:er)?|contrase[nñ]as?|clave|mot de passe|mdp|senhas?|palavra-passe|has[lł]o|wachtwoord|[sş]ifre(?:si)?|parola|пароль|пароля)(?![\\p{L}\\p{N}])|密码|密碼|パスワード';

/** Whether a text speaks of a password, as the heading of a table's column does. */
export function namesPassword(text: string): boolean {
  return new RegExp(passwordName, 'iu').test(text);
}

/** "admin / Kugel2024!": the recorder's usual user, and what stands behind it. */
const userAndPassword = /(?<![\p{L}\p{N}])(?:admin|administrator|888888|root)\s*[/:|]\s*/giu;

/** The label's field without its colon, as one types it from the sticker: "SC L2C4B6A8". */
const labelField = '(?<![\\p{L}\\p{N}])SC(?![\\p{L}\\p{N}])';

/** Words that may stand between a name and its value: "the code she got is now Ab3X7k", "code 2: Ab3X7k". */
const passedOver =
  /^(?:\d|is|es|ist|est|was|era|war|it|as|now|ahora|jetzt|again|new|nuevo|nueva|neu|neuer|the|el|la|der|das|from|de|del|mail|e-?mail|correo|got|read|he|she|received|recibido|recibida|entered|typed|tried|set|changed|cambiad[ao]|geändert|auf|to|admin|for|para|number|no|nr)$/iu;

const wordsPassedOver = 6;

/** Between a value and a second one: "codes Ab3X7k and Zz9Yy8". */
const andWord = /^(?:and|or|then|y|o|e|et|ou|und|oder|dann|\/|&|\+)$/iu;

/** Values that a text calls a code or a password, told by their signs; `plain-passwords.ts` has those that are words. */
export function findNamedSecrets(text: string): readonly FoundSecret[] {
  return [
    ...valuesBehind(text, anyCodeName).flatMap((place) => codeAt(text, place)),
    ...valuesBehind(text, labelField).flatMap(({ to }) =>
      valuesFrom(text, to, (word) => isCode(word, 6, false), false).map(codeOf),
    ),
    ...valuesBefore(text),
    ...valuesBehind(text, `(?:${passwordName})`).flatMap((place) => passwordAt(text, place)),
    ...[...text.matchAll(userAndPassword)].flatMap((match) =>
      valuesFrom(text, match.index + match[0].length, (word) => isPassword(word), false).map(passwordOf),
    ),
  ];
}

interface NamePlace {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function valuesBehind(text: string, name: string): readonly NamePlace[] {
  return [...text.matchAll(new RegExp(name, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    name: match[0],
  }));
}

function codeAt(text: string, { from, to, name }: NamePlace): readonly FoundSecret[] {
  if (isOtherCode(text, from, to)) return [];
  const isSecurityCode = new RegExp(`^${securityCodeName}$`, 'iu').test(name);
  const isJoined = joinedAt(text, to);
  const shortest = isSecurityCode || isJoined ? 4 : 6;
  const isNext = isSecurityCode || isJoined;
  return valuesFrom(text, to, (word) => isCode(word, shortest, isJoined), isNext).map(codeOf);
}

/** "Ab3X7k is the code". */
function valuesBefore(text: string): readonly FoundSecret[] {
  const pattern = new RegExp(
    `(\\S+)\\s+(?:is|was|as|es|era|como|ist|war|als)\\s+(?:(?:the|her|his|their|my|our|el|la|su|der|sein|ihr)\\s+)?${anyCodeName}`,
    'giu',
  );
  return [...text.matchAll(pattern)].flatMap((match) =>
    wordsOf(match[1] ?? '', match.index)
      .filter(({ text: word }) => isCode(word, 4, true))
      .map(codeOf),
  );
}

function passwordAt(text: string, { to }: NamePlace): readonly FoundSecret[] {
  const isJoined = joinedAt(text, to);
  const isValue = (word: string) =>
    isPassword(word, isJoined) || (isJoined && /^\d{6,}$/.test(word) && !isPhone(word));
  return valuesFrom(text, to, isValue, isJoined).map(passwordOf);
}

function joinedAt(text: string, at: number): boolean {
  return new RegExp(`^\\s*["'(]?\\s*${joiners}`, 'iu').test(text.slice(at, at + 20));
}

/**
 * The first value behind a place, in the same line, and others that are joined to it. Words that say something else end the
 * look: "the code for 4G0A1B2PAZ is not there yet".
 *
 * @param isNext the value may stand in the next line, as the line ends with its name
 */
function valuesFrom(
  text: string,
  at: number,
  isValue: (word: string) => boolean,
  isNext: boolean,
): readonly Word[] {
  const rest = text.slice(at, at + 200);
  const joiner = new RegExp(`^[\\s"'(]*(?:${joiners})?[\\s:：=#_\\-–—→>]*`, 'iu').exec(rest)?.[0] ?? '';
  if (!isNext && joiner.includes('\n')) return [];
  const line = rest.slice(joiner.length).split('\n', 1)[0] ?? '';
  const words = wordsOf(line, at + joiner.length);
  const valueAt = (index: number) => {
    const word = words[index];
    const grouped = groupedWord(words, index);
    const candidates = [word, grouped].flatMap((one) => one ?? []);
    return candidates.some(({ text: written }) => isValue(written.replace(/\s/g, '')))
      ? (grouped ?? word ?? null)
      : null;
  };
  for (const [index, word] of words.entries()) {
    const value = valueAt(index);
    if (value !== null) return [value, ...joinedValues(words, value.to, valueAt)];
    const isEnd = /[.,;!?]/.test(text.charAt(word.to));
    if (index >= wordsPassedOver || isEnd || !passedOver.test(word.text)) return [];
  }
  return [];
}

/** The values behind another one that "and" and the like join to it. */
function joinedValues(
  words: readonly Word[],
  behind: number,
  valueAt: (index: number) => Word | null,
): readonly Word[] {
  const and = words.findIndex(({ from }) => from >= behind);
  if (and < 0 || !andWord.test(words[and]?.text ?? '')) return [];
  const value = valueAt(and + 1);
  return value === null ? [] : [value, ...joinedValues(words, value.to, valueAt)];
}

/** A value that was written in groups: "Ab3 X7k", "1234 5678". */
function groupedWord(words: readonly Word[], index: number): Word | null {
  const [first, ...more] = words.slice(index, index + 4);
  if (first === undefined || (!/\d/.test(first.text) && !/[a-z][A-Z]/.test(first.text))) return null;
  const isGroup = ({ text }: Word) =>
    text.length === first.text.length && text.length <= 4 && (/\d/.test(text) || /[a-z][A-Z]/.test(text));
  const count = more.findIndex((word) => !isGroup(word));
  const groups = [first, ...(count === -1 ? more : more.slice(0, count))];
  const last = groups.at(-1);
  if (groups.length < 2 || last === undefined || first.text.length > 4) return null;
  return { text: groups.map(({ text }) => text).join(' '), from: first.from, to: last.to };
}

function isCode(word: string, shortest: number, isJoined: boolean): boolean {
  const code = word.replace(/[-\u2010-\u2015]/gu, '');
  if (!/^[A-Za-z0-9]+$/.test(code) || code.length < shortest || code.length > 32) return false;
  if (/^\d+$/.test(code))
    return code.length <= 10 && !isPhone(word) && !isDate(word) && !/^(?:19|20)\d\d$/.test(code);
  if (isUnit(code) || isModel(word) || !(isJoined ? isMade(code) : /\d/.test(code))) return false;
  // A serial that happens to stand there.
  return isJoined || !isSerial(code);
}

function isPassword(word: string, isJoined = false): boolean {
  if (word.length < 6 || word.length > 64 || isDate(word) || isModel(word) || isUnit(word)) return false;
  if (/@\S+\.|^https?:|^www\.|^[{<]|\.(?:pdf|jpe?g|png|txt|docx?|json|csv)$/iu.test(word)) return false;
  if (!isJoined && isSerial(word)) return false;
  const hasLetter = /\p{L}/u.test(word);
  return (
    hasLetter && (/\d/.test(word) || /[#*+!%=?$&^@_]/.test(word) || (isJoined && /[a-z][A-Z]/.test(word)))
  );
}

/** No word of a language: it has a digit, or a capital after a small letter. */
function isMade(word: string): boolean {
  return /\d/.test(word) || /[a-z][A-Z]/.test(word);
}

const codeOf = ({ from, to }: Word): FoundSecret => ({ kind: 'code', from, to });
const passwordOf = ({ from, to }: Word): FoundSecret => ({ kind: 'password', from, to });
