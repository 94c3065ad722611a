import { findCodesIn } from '../password/code-in-text.ts';
import { anyCodeName, isOtherCode, joiners, securityCodeName } from '../password/code-words.ts';
import type { FoundSecret } from './found-secret.ts';
import { isModel, isPhone, isSerial } from './word-shapes.ts';

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
  return candidates.flatMap(({ code }) => {
    if (isCalledCode(text, code)) return placesOf(text, code, 'codeMail');
    const lineBefore = isOtherValue(code) ? null : lineBeforeAlone(text, code);
    if (lineBefore === null) return [];
    if (endsWithCodeName(lineBefore)) return placesOf(text, code, 'codeMail');
    return isWholeMail && new RegExp(securityCodeName, 'iu').test(text) ? placesOf(text, code, 'code') : [];
  });
}

/** Phone numbers, serials and models stand in lines of their own in customers' mails. */
function isOtherValue(word: string): boolean {
  return isPhone(word) || isSerial(word) || isModel(word);
}

/** What a sentence may say of a code in one word: "your code is below". */
const saidOfCode =
  /^(?:below|above|here|attached|following|valid|invalid|expired|wrong|missing|needed|required|abajo|aqu[ií]|adjunto|v[aá]lido|inv[aá]lido|caducado|incorrecto|unten|hier|folgender|g[uü]ltig|ung[uü]ltig|abgelaufen|falsch|ci-dessous|ci-joint|valable|expir[eé]|incorrect|seguente|scaduto|expirado|verlopen|poni[zż]ej|wygas[lł])$/iu;

/** "code: Ab3X7k", also with the code in the next line; not "error code: 1018", and not "the code is late today". */
function isCalledCode(text: string, code: string): boolean {
  const pattern = new RegExp(
    `(${anyCodeName})\\s*(${joiners})\\s*:?[\\s>"'“„«(]*${spaced(code)}(?![\\p{L}\\p{N}])(.*)`,
    'giu',
  );
  const isWord = /^[A-Za-z]+$/.test(code) && !/[a-z][A-Z]/.test(code);
  return [...text.matchAll(pattern)].some(({ index, 1: name = '', 2: joiner = '', 3: rest = '' }) => {
    if (isOtherCode(text, index, index + name.length)) return false;
    return !isWord || (!saidOfCode.test(code) && (!/\p{L}/u.test(joiner) || !/[\p{L}\p{N}]/u.test(rest)));
  });
}

/** The words above a code that has a line of its own; null for one that stands within a line. */
function lineBeforeAlone(text: string, code: string): string | null {
  const alone = new RegExp(`^[^\\p{L}\\p{N}\\n]*${spaced(code)}[^\\p{L}\\p{N}\\n]*$`, 'mu').exec(text);
  if (alone === null) return null;
  const lines = text.slice(0, alone.index).split('\n');
  return lines.findLast((line) => /\p{L}/u.test(line)) ?? '';
}

/** "Your security code is below." Only the last sentence counts: in "No code yet. My phone:" something else follows. */
function endsWithCodeName(line: string): boolean {
  const sentences = line.split(/[.!?。！？](?:\s|$)/u);
  const last = sentences.findLast((sentence) => sentence.trim() !== '') ?? '';
  return [...last.matchAll(new RegExp(anyCodeName, 'giu'))].some(
    ({ index, 0: name }) => !isOtherCode(last, index, index + name.length),
  );
}

function placesOf(text: string, code: string, kind: 'codeMail' | 'code'): readonly FoundSecret[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spaced(code)}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    kind,
    from: index,
    to: index + found.length,
  }));
}

/** The code as it may be grouped for the eye. It has letters and digits only. */
function spaced(code: string): string {
  return [...code].join('[ \\t\\-\\u2010-\\u2015]*');
}
