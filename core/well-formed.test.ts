import { describe, expect, it } from 'vitest';
import { wellFormed, wellFormedValue } from './well-formed.ts';

describe('text at the border', () => {
  it.each([
    ['half an emoji at the end', 'Ada \ud83d', 'Ada \ufffd'],
    ['half an emoji at the beginning', '\ude00Ada', '\ufffdAda'],
    ['two halves the wrong way round', 'a\ude00\ud83db', 'a\ufffd\ufffdb'],
    ['a letter and its accent apart', 'Jose\u0301', 'Jos\u00e9'],
    ['control characters', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['writing turned backwards', 'photo\u202egnp.exe', 'photognp.exe'],
  ])('mends %s', (_, text, mended) => {
    expect(wellFormed(text)).toBe(mended);
  });

  it.each(['Ada 😀', '👩‍👩‍👧', 'two\nlines\tand a tab\r\n', 'Zoë', '日本語', 'אבג\u200f', ''])(
    'leaves %j as it is',
    (text) => {
      expect(wellFormed(text)).toBe(text);
    },
  );

  it('goes through lists and records, and leaves everything else alone', () => {
    const content = Uint8Array.of(1, 2);
    const value = { name: 'A\ud83d', list: ['\u0000x', 5, null, { deep: 'e\u0301' }], content };
    const mended = wellFormedValue(value) as typeof value;
    expect(mended).toEqual({ name: 'A\ufffd', list: ['x', 5, null, { deep: '\u00e9' }], content });
    expect(mended.content).toBe(content);
  });
});
