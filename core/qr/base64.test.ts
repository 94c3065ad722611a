import { describe, expect, it } from 'vitest';
import { base64ByteLength, encodeBase64, peekBase64 } from './base64.ts';

describe('Base64', () => {
  it.each([0, 1, 2, 3, 4, 255, 256])('writes %i bytes as the platform does', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 73) & 255);
    const text = encodeBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(base64ByteLength(text)).toBe(length);
    expect(peekBase64(text, 4000)).toBe(Buffer.from(bytes).toString('latin1'));
  });

  it('knows that a length is impossible', () => {
    expect(base64ByteLength('abcde')).toBeNull();
  });

  it('stops decoding at a foreign character', () => {
    expect(peekBase64('QUJD*UJD', 8)).toBe('ABC');
  });
});
