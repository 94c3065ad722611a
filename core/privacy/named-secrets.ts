import { anyCodeName, isOtherCode, joiners, securityCodeName } from '../password/code-words.ts';
import { type FoundSecret, type Word, wordsOf } from './found-secret.ts';

const passwordName =
  '(?<![\\p{L}\\p{N}])(?:pass(?:words?|wd|phrases?|code)?|pwd?|kennw[oö]rt(?:er)?|passw[oö]rt(?:er)?|contrase[nñ]as?|clave|mot de passe|mdp|senhas?|palavra-passe|has[lł]o|wachtwoord|[sş]ifre(?:si)?|parola|пароль|пароля)(?![\\p{L}\\p{N}])|密码|密碼|パスワード';

/** "admin / Kugel2024!": the recorder's usual user, and what stands behind it. */
const userAndPassword = /(?<![\p{L}\p{N}])(?:admin|administrator|888888|root)\s*[/:|]\s*/giu;

/** Words that may stand between a name and its value: "the code she got is now Ab3X7k". */
const passedOver =
  /^(?:is|es|ist|est|was|era|war|now|ahora|jetzt|again|new|nuevo|nueva|neu|neuer|the|el|la|der|das|from|de|del|mail|e-?mail|correo|got|read|he|she|received|recibido|recibida|entered|typed|tried|set|to|admin|for|para|number|no|nr)$/iu;

const wordsPassedOver = 6;

/** Values that a text calls a code or a password. Plain words are no values: "password: unknown". */
export function findNamedSecrets(text: string): readonly FoundSecret[] {
  return [
    ...valuesBehind(text, anyCodeName).flatMap((place) => codeAt(text, place)),
    ...valuesBefore(text),
    ...valuesBehind(text, `(?:${passwordName})`).flatMap((place) => passwordAt(text, place)),
    ...[...text.matchAll(userAndPassword)].flatMap((match) =>
      firstValue(text, match.index + match[0].length, (word) => isPassword(word), false).map(passwordOf),
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
  return firstValue(text, to, (word) => isCode(word, shortest, isJoined), isNext).map(codeOf);
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
  return firstValue(text, to, isValue, isJoined).map(passwordOf);
}

function joinedAt(text: string, at: number): boolean {
  return new RegExp(`^\\s*["'(]?\\s*${joiners}`, 'iu').test(text.slice(at, at + 20));
}

/**
 * The first value behind a place, in the same line. Words that say something else end the look: "the code for 4G0A1B2PAZ is not
 * there yet".
 *
 * @param isNext the value may stand in the next line, as the line ends with its name
 */
function firstValue(
  text: string,
  at: number,
  isValue: (word: string) => boolean,
  isNext: boolean,
): readonly Word[] {
  const rest = text.slice(at, at + 200);
  const joiner = new RegExp(`^[\\s"'(]*(?:${joiners})?[\\s:：=#_-]*`, 'iu').exec(rest)?.[0] ?? '';
  if (!isNext && joiner.includes('\n')) return [];
  const line = rest.slice(joiner.length).split('\n', 1)[0] ?? '';
  const words = wordsOf(line, at + joiner.length);
  for (const [index, word] of words.entries()) {
    const grouped = groupedWord(words, index);
    for (const candidate of grouped === null ? [word] : [word, grouped])
      if (isValue(candidate.text.replace(/\s/g, ''))) return [grouped ?? candidate];
    const isEnd = /[.,;!?]/.test(text.charAt(word.to));
    if (index >= wordsPassedOver || isEnd || !passedOver.test(word.text)) return [];
  }
  return [];
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
  // A serial that happens to stand there; 15 capitals and digits, on labels 10 to 20.
  return isJoined || !/^[A-Z0-9]{10,20}$/.test(code);
}

function isPassword(word: string, isJoined = false): boolean {
  if (word.length < 6 || word.length > 64 || isDate(word) || isModel(word) || isUnit(word)) return false;
  if (/@\S+\.|^https?:|^www\.|^[{<]|\.(?:pdf|jpe?g|png|txt|docx?|json|csv)$/iu.test(word)) return false;
  if (!isJoined && /^[A-Z0-9]{10,20}$/.test(word)) return false;
  const hasLetter = /\p{L}/u.test(word);
  return (
    hasLetter && (/\d/.test(word) || /[#*+!%=?$&^@_]/.test(word) || (isJoined && /[a-z][A-Z]/.test(word)))
  );
}

/** No word of a language: it has a digit, or a capital after a small letter. */
function isMade(word: string): boolean {
  return /\d/.test(word) || /[a-z][A-Z]/.test(word);
}

function isUnit(word: string): boolean {
  return /^\d+(?:h|hrs?|hours?|min|mins|minutes?|sec|s|d|days?|x|th|st|nd|rd|mb|gb|tb|mp|ch|am|pm|eur|usd|euros?|horas?|minutos?|d[ií]as?|stunden|minuten|tage)$/iu.test(
    word,
  );
}

function isModel(word: string): boolean {
  return (
    /^(?:DHI?|XVR|NVR|DVR|HCVR|HDCVR|IPC|HAC|ASI|VTO|VTH|VTS|NVS|PTZ|SD\d|DS|LHV|LNR|AMDV)[-A-Z0-9/.]*$/iu.test(
      word,
    ) && /\d/.test(word)
  );
}

function isPhone(word: string): boolean {
  return /^(?:\+|00|0)\d/.test(word) && word.replace(/\D/g, '').length >= 9;
}

function isDate(word: string): boolean {
  return (
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{1,2}:\d{2}/.test(word) ||
    /^20\d\d(?:0[1-9]|1[0-2])[0-3]\d$/.test(word)
  );
}

const codeOf = ({ from, to }: Word): FoundSecret => ({ kind: 'code', from, to });
const passwordOf = ({ from, to }: Word): FoundSecret => ({ kind: 'password', from, to });
