import { describe, expect, it } from 'vitest';
import { matchAddress } from './address-match.ts';
import { textBytes, writeMailFile } from './eml.ts';
import { encodeHeaderText } from './encode.ts';
import { payloadFault, resetMailFile } from './reset-mail.ts';

const payload = `PWDRA1KEY00001${'Ab+/'.repeat(85)}xy==`;
const picture = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256);

/** Reads a mail file with nothing of the code that wrote it. */
function parseMail(file: string) {
  const [head = '', ...rest] = file.split('\r\n\r\n');
  const headers = parseHeaders(head);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = rest
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = '', ...body] = part.replace(/^\r\n/, '').split('\r\n\r\n');
      return {
        headers: parseHeaders(partHead),
        bytes: decode(parseHeaders(partHead), body.join('\r\n\r\n').replace(/\r\n$/, '')),
      };
    });
  return { headers, parts };
}

function parseHeaders(text: string): Map<string, string> {
  const unfolded = text.replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split('\r\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
}

function decode(headers: Map<string, string>, body: string): Buffer {
  if (headers.get('content-transfer-encoding') === 'base64')
    return Buffer.from(body.replace(/\r\n/g, ''), 'base64');
  const joined = body.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** RFC 2047, Base64 words only. */
function decodeHeader(text: string): string {
  const words = [...text.matchAll(/=\?UTF-8\?B\?([A-Za-z0-9+/=]+)\?=/g)];
  if (words.length === 0) return text;
  return words.map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('utf8')).join('');
}

describe('the mail file', () => {
  const mail = resetMailFile({ payload, to: 'reset@vendor.example', qrPicture: picture, hasTextFile: true });
  const file = writeMailFile(mail, 'rdboundary1');

  it('is an unsent draft to the address, with the text and the files byte for byte', () => {
    const { headers, parts } = parseMail(file);
    expect(headers.get('to')).toBe('reset@vendor.example');
    expect(headers.get('x-unsent')).toBe('1');
    expect(headers.get('mime-version')).toBe('1.0');
    expect(parts.map((part) => part.headers.get('content-type')?.split(';')[0])).toEqual([
      'text/plain',
      'image/png',
      'text/plain',
    ]);
    expect(parts[0]?.bytes.toString()).toBe(payload);
    expect(new Uint8Array(parts[1]?.bytes ?? [])).toEqual(picture);
    expect(parts[2]?.bytes.toString()).toBe(payload);
  });

  it('is plain ASCII with CRLF and no line longer than 76 characters', () => {
    expect(file).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });

  it.each([
    'Hola, Lucía: ¿está el correo?\r\n.\r\nFrom here  \r\n\r\nñ'.repeat(3),
    `trailing blank \r\n${'é'.repeat(120)}`,
    '',
  ])('carries any text %#', (text) => {
    const { parts } = parseMail(
      writeMailFile({ to: 'a@b.example', subject: '', text, attachments: [] }, 'b1'),
    );
    expect(parts[0]?.bytes.toString('utf8')).toBe(text);
  });

  it.each([
    'Password reset',
    'Contraseña: código',
    `${'ñ€😀'.repeat(30)}`,
    'x'.repeat(190),
    'two\r\nBcc: lines',
  ])('carries the subject %#', (subject) => {
    const text = writeMailFile({ to: 'a@b.example', subject, text: 'x', attachments: [] }, 'b1');
    const { headers } = parseMail(text);
    expect(decodeHeader(headers.get('subject') ?? '')).toBe(subject.replace(/\r\n/, ' '));
    expect(headers.has('bcc')).toBe(false);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });
});

it('leaves a plain short subject readable', () => {
  expect(encodeHeaderText('Password reset')).toBe('Password reset');
  expect(textBytes('ñ')).toEqual(new Uint8Array([0xc3, 0xb1]));
});

describe('what may leave', () => {
  it('is a whole request only', () => {
    expect(payloadFault(payload)).toBeNull();
    expect(payloadFault(payload.slice(0, -3))).toBe('truncated');
    expect(payloadFault('https://example.com')).toBe('notAResetCode');
  });
});

describe('comparing an address', () => {
  const known = ['support_rpwd@global.dahuatech.com', 'support_gpwd@htmicrochip.com'];
  it.each([
    ['Support_RPWD@global.dahuatech.com ', 'known'],
    ['support_rpwd@global.dahuatec.com', 'similar'],
    ['support_gqwd@htmicrochip.com', 'similar'],
    ['someone@else.example', 'other'],
  ] as const)('calls %s %s', (address, match) => {
    expect(matchAddress(address, known)).toBe(match);
  });

  it('calls everything other where nothing is known', () => {
    expect(matchAddress('a@b.example', [])).toBe('other');
  });
});
