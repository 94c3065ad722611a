import { classifyPayload, resetHeaderLength } from './classify.ts';
import { AIM_IDENTIFIER, codeWithin } from './typed-code.ts';

/** Characters that show nothing: soft hyphen, zero-width blanks and joiners, marks of direction, the byte order mark. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** What mail programs put before the lines that they quote. */
const QUOTE_MARKS = /^[ \t]*(?:[>|][ \t]?)+/gm;

const QUOTES = `"'\`´“”„‘’‚«»‹›*_`;
const OPENING = new RegExp(`^[\\s${QUOTES}<([{]+`);
const CLOSING = new RegExp(`[\\s${QUOTES}>)\\]}.,;]+$`);

/** A few words and a colon, as people write before what they send: `QR:`, `Here is the code =`. */
const LEAD =
  /^[\p{L}\p{M}\d ,.'-]{1,60}[:=]\s+|^(?:QR|code|c[oó]digo|text[o]?|payload)(?:[ -]?(?:QR|code|text))?:/iu;

/** So long is a part of a code on average where it was broken into lines or groups; words of a language are shorter. */
const LEAST_MEAN_PART = 8;

/**
 * The code in a text that was pasted, dropped or typed: as it stands there, or else a reset code out of its wrapping. Without any it is
 * the whole text, without what shows nothing.
 */
export function codeInText(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  const asItIs = codeWithin(visible).text;
  const { kind } = classifyPayload(asItIs);
  if (kind === 'dahuaReset') return asItIs;
  const unwrapped = unwrapResetText(visible);
  if (unwrapped === null) return asItIs;
  const isWhole = classifyPayload(unwrapped).kind === 'dahuaReset';
  return isWhole || kind === 'unknown' ? unwrapped : asItIs;
}

/**
 * A reset code out of the wrapping that mail and chat programs give to a text: line breaks, blanks, marks of quoting, quotes, a word before it,
 * characters without a width, and "quoted-printable", in which a line ends in `=`. The code itself has no blank, so that all of
 * them can go. Null where no reset code comes out.
 */
function unwrapResetText(text: string): string | null {
  const plain = text.replace(QUOTE_MARKS, '');
  const ways = [plain, fromQuotedPrintable(plain), fromHtml(plain)];
  return ways.map(withoutBlanks).find((way) => way !== null) ?? null;
}

/** The usual reset code: one RSA-2048 block ends in two signs of padding, which says where it begins. Source: domain note 1.1. */
const USUAL = /[!-~]{4}[AB][12][!-~]{8}[A-Za-z0-9+/]{342}==/;

function withoutBlanks(text: string): string | null {
  const usual = USUAL.exec(text.replace(/\s+/g, ''))?.[0];
  if (usual !== undefined) return usual;
  const bare = text
    .replace(OPENING, '')
    .replace(LEAD, '')
    .replace(OPENING, '')
    .replace(AIM_IDENTIFIER, '')
    .replace(CLOSING, '');
  const parts = bare.split(/\s+/);
  const joined = parts.join('');
  if (joined.length < resetHeaderLength || joined.length / parts.length < LEAST_MEAN_PART) return null;
  const { kind } = classifyPayload(joined);
  return kind === 'dahuaReset' || kind === 'dahuaResetTruncated' ? joined : null;
}

/** Source: RFC 2045, 6.7. Base64 has no sign that it writes otherwise but `=`. */
function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Signs of Base64 and of the header as a page writes them. */
function fromHtml(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d{1,6});/g, (_, digits: string) => characterOf(Number(digits)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, digits: string) => characterOf(Number.parseInt(digits, 16)))
    .replace(/&(plus|equals|sol|nbsp|amp|lt|gt|quot);/g, (_, name: keyof typeof NAMED) => NAMED[name]);
}

const NAMED = {
  plus: '+',
  equals: '=',
  sol: '/',
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
} as const;

function characterOf(code: number): string {
  return code <= 0xffff ? String.fromCharCode(code) : '';
}
