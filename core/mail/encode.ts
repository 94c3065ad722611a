import { utf8ToBytes } from '@noble/hashes/utils.js';
import { encodeBase64 } from '../qr/base64.ts';

/** RFC 2045 allows 76 characters a line; the soft line break's `=` is one of them. */
const QUOTED_LINE = 75;

/** RFC 2047: an encoded word has at most 75 characters, and its line also holds the header's name; 39 bytes make 52 of Base64. */
const WORD_BYTES = 39;

/**
 * Text so that it survives every mail server and comes out byte for byte. Line ends become CRLF; blanks before them are
 * encoded, because servers drop those.
 */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => wrapQuoted(quoteLine(line)))
    .join('\r\n');
}

/** One token for each character that may not be torn apart. */
function quoteLine(line: string): readonly string[] {
  const bytes = utf8ToBytes(line);
  return [...bytes].map((byte, index) => {
    const isLast = index === bytes.length - 1;
    const isBlank = byte === 0x20 || byte === 0x09;
    const isPlain = byte >= 0x21 && byte <= 0x7e && byte !== 0x3d;
    // A line that is a single dot ends the mail on its way, and "From " at a line's start is changed by some programs.
    const isRisky = index === 0 && (byte === 0x2e || byte === 0x46);
    if ((isPlain && !isRisky) || (isBlank && !isLast)) return String.fromCharCode(byte);
    return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function wrapQuoted(tokens: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const token of tokens) {
    if (line.length + token.length > QUOTED_LINE) {
      lines.push(`${line}=`);
      line = '';
    }
    line += token;
  }
  return [...lines, line].join('\r\n');
}

/** A header's text: as it is in plain ASCII, else in encoded words (RFC 2047) of whole characters. */
export function encodeHeaderText(text: string): string {
  const oneLine = text.replace(/[\r\n]+/g, ' ');
  if (/^[\x20-\x7e]*$/.test(oneLine) && oneLine.length <= QUOTED_LINE - 'Subject: '.length) return oneLine;
  const words: string[] = [];
  let word = '';
  for (const character of oneLine) {
    if (utf8ToBytes(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${encodeBase64(utf8ToBytes(part))}?=`).join('\r\n ');
}
