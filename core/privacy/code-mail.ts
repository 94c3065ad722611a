import { findCodesIn } from '../password/code-in-text.ts';
import { anyCodeName, isOtherCode, joiners } from '../password/code-words.ts';
import type { FoundSecret } from './found-secret.ts';

/** Signs of a mail rather than of a note: a brand, what the code is for, how long it is valid, how mails begin and end. */
const marks = [
  /dahua|dmss|imou|easy4ip|lechange|amcrest|lorex|hik-?(?:vision|connect)|cp ?plus|大华/iu,
  /\breset|restablec|zur[uü]ck(?:zu)?setz|r[eé]initialis|reimpost|redefin|resetow|сброс|sıfırla|重置/iu,
  /\bvalid|v[aá]lid[oa]|g[uü]ltig|valable|valido|ważny|expir|caduc|vence|verf[aä]llt|24\s*(?:h\b|hours|horas|stunden|heures|ore|godzin|часов|小时)|действител|有效/iu,
  /\b(?:dear|hello)\b|estimad[oa]|sehr geehrte|\bcher\b|ch[eè]re|gentile|prezado|szanown|уважаем|您好|尊敬/iu,
  /do not reply|no[- ]?reply|no responda|nicht antworten|ne pas r[eé]pondre|if you did not|si (?:usted )?no (?:solicit|ha)|请勿/iu,
  /^\s*(?:>\s*)?(?:subject|asunto|betreff|objet|oggetto|assunto|temat|тема|from|de|von|da|sent|enviado|gesendet|主题|发件人)\s*[:：]/imu,
];

/** A note mentions some of it, too; the mail says nearly all. */
const marksOfMail = 2;

/** Letters alone are a code only where nothing but the mail can be meant: "code: expired" is a note. */
const marksOfWholeMail = 3;

/** No source states a length; see `codeShape`. */
const shape = { codeMinLength: 4, codeMaxLength: 32 };

/** The codes in the vendor's mail that brings one, as a whole or its lines around the code. */
export function findMailedCodes(text: string): readonly FoundSecret[] {
  if (!new RegExp(anyCodeName, 'iu').test(text)) return [];
  const markCount = marks.filter((mark) => mark.test(text)).length;
  if (markCount < marksOfMail) return [];
  const isWholeMail = markCount >= marksOfWholeMail && text.trim().includes('\n');
  const candidates = findCodesIn(shape, text).filter(({ code }) => isWholeMail || /\d|[a-z][A-Z]/.test(code));
  return candidates
    .filter(({ code }) => isCalledCode(text, code) || standsAlone(text, code))
    .flatMap(({ code }) => placesOf(text, code));
}

/** "code: Ab3X7k", also with the code in the next line; not "error code: 1018". */
function isCalledCode(text: string, code: string): boolean {
  const pattern = new RegExp(
    `(${anyCodeName})\\s*${joiners}\\s*:?[\\s>"'“„«(]*${spaced(code)}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return [...text.matchAll(pattern)].some(
    ({ index, 1: name = '' }) => !isOtherCode(text, index, index + name.length),
  );
}

function standsAlone(text: string, code: string): boolean {
  return new RegExp(`^[^\\p{L}\\p{N}\\n]*${spaced(code)}[^\\p{L}\\p{N}\\n]*$`, 'mu').test(text);
}

function placesOf(text: string, code: string): readonly FoundSecret[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spaced(code)}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    kind: 'codeMail',
    from: index,
    to: index + found.length,
  }));
}

/** The code as it may be grouped for the eye. It has letters and digits only. */
function spaced(code: string): string {
  return [...code].join('[ \\t\\-\\u2010-\\u2015]*');
}
