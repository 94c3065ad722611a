import { describe, expect, it } from 'vitest';
import { labelPayload, resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { classifyPayload } from './classify.ts';
import { codeInText } from './unwrap-text.ts';

const RANDOM = createRandom(4001);
const USUAL = Array.from({ length: 20 }, () => resetPayload(RANDOM));
/** Other sizes of the encrypted part, with and without padding. */
const UNUSUAL = [128, 384, 129, 200].map((bytes) => resetPayload(RANDOM, bytes));

const inParts = (text: string, length: number, between: string) =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
    text.slice(i * length, (i + 1) * length),
  ).join(between);

/** As RFC 2045 has it: no line longer than 76 characters, `=` written by its number. */
const quotedPrintable = (text: string) => inParts(text.replaceAll('=', '=3D'), 75, '=\r\n');

const WRAPPINGS: Readonly<Record<string, (code: string) => string>> = {
  'line breaks': (code) => inParts(code, 64, '\r\n'),
  'line breaks and indents': (code) => inParts(code, 40, '\n    '),
  blanks: (code) => inParts(code, 16, ' '),
  'no-break blanks': (code) => inParts(code, 30, '\u00a0'),
  'tabs at the ends': (code) => `\t${code} \n\n`,
  'straight quotes': (code) => `"${code}"`,
  'typographic quotes': (code) => `“${code}”`,
  'other quotes': (code) => `« ${code} »`,
  'marks of code in a chat': (code) => `\`\`\`\n${code}\n\`\`\``,
  'QR: before it': (code) => `QR: ${code}`,
  'QR: right before it': (code) => `QR:${code}`,
  'a sentence before it': (code) => `Here is the code: ${code}`,
  'Spanish words before it': (code) => `Código QR: ${inParts(code, 60, '\n')}`,
  'a quoted mail': (code) => `> > ${inParts(code, 70, '\r\n> > ')}`,
  'zero-width blanks': (code) => inParts(code, 10, '\u200b'),
  'a byte order mark and soft hyphens': (code) => `\ufeff${inParts(code, 20, '\u00ad')}`,
  'marks of direction': (code) => `\u200e\u202a${code}\u202c`,
  'quoted-printable': quotedPrintable,
  'a web page': (code) =>
    `<p>${inParts(code, 60, '<br>').replaceAll('+', '&#43;').replaceAll('=', '&#x3D;')}</p>`,
  'AIM identifier': (code) => `]Q1${code}`,
  'AIM identifier and line breaks': (code) => `]Q1${inParts(code, 50, '\r\n')}`,
};

describe('codeInText', () => {
  it.each(Object.keys(WRAPPINGS))('takes a reset code out of %s', (name) => {
    const wrap = WRAPPINGS[name] ?? String;
    for (const code of [...USUAL, ...UNUSUAL]) expect(codeInText(wrap(code)).trim()).toBe(code);
  });

  it('takes the usual code out of a mail with words and a serial around it', () => {
    for (const code of USUAL) {
      const mail = `Hello,\r\nmy recorder (SN: 4K002C6PAJA49A7) shows this:\r\n\r\n${inParts(code, 64, '\r\n')}\r\n\r\nThanks!\r\nMaria`;
      expect(codeInText(mail)).toBe(code);
    }
  });

  it('says of a wrapped part that it is a part', () => {
    const part = inParts((USUAL[0] ?? '').slice(0, 245), 64, '\n');
    expect(classifyPayload(codeInText(part)).kind).toBe('dahuaResetTruncated');
  });

  it('leaves labels, serials, links and prose as they are', () => {
    const others = [
      labelPayload(RANDOM),
      'SN: 4K002C6PAJA49A7\nDT: NVR4108',
      '4K002C6PAJA49A7',
      'https://example.com/a?b=c%20d',
      'The 5th of May, A1 quality: please call me back about the recorder that I bought in your shop last year. '.repeat(
        6,
      ),
      'WIFI:S:office;T:WPA;P:x y;;',
      '',
    ];
    for (const text of others) expect(codeInText(text)).toBe(text);
    expect(codeInText('4K002C6PAJA49A7\u200b')).toBe('4K002C6PAJA49A7');
    expect(codeInText(']C04K002C6PAJA49A7')).toBe('4K002C6PAJA49A7');
  });

  it('never makes a code of random text, never throws and takes no time for long ones', () => {
    const signs = 'abAB12+/=\n >:"”{}\u200b&#;<SN';
    for (let round = 0; round < 3000; round += 1) {
      const length = RANDOM.integer(0, 400);
      const text = Array.from({ length }, () => signs[RANDOM.integer(0, signs.length - 1)]).join('');
      expect(classifyPayload(codeInText(text)).kind).not.toBe('dahuaReset');
    }
    for (const sign of signs) codeInText(sign.repeat(300_000));
  });
});
