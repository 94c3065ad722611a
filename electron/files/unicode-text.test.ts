import { describe, expect, it } from 'vitest';
import { unicodeText } from './unicode-text.ts';

const text = '{"name":"Zoë"}';

function utf16(bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

describe('unicodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(false, false)],
    ['the same with a mark', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, false)],
    ['the same with a mark', utf16(true, true)],
  ])('reads %s', (_what, bytes) => {
    expect(unicodeText(bytes)).toBe(text);
  });

  it('reads nothing out of bytes that are no text', () => {
    expect(unicodeText(Uint8Array.from([0xc3, 0x28, 0xff, 0x81]))).toBeNull();
  });

  it('reads an empty file as an empty text', () => {
    expect(unicodeText(new Uint8Array())).toBe('');
  });
});
