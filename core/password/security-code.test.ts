import { describe, expect, it } from 'vitest';
import { readSecurityCode } from './security-code.ts';

const limits = { codeMinLength: 4, codeMaxLength: 15 };

describe('readSecurityCode', () => {
  it.each(['Ab3X7k', 'Ab3 X7k', ' Ab3-X7k\n', 'Ab3\u2013X7k', 'Ab3\u00a0X7k', 'A b 3 X 7 k'])(
    'takes the grouping out of %j and keeps the case',
    (typed) => {
      expect(readSecurityCode(limits, typed)).toMatchObject({ code: 'Ab3X7k', problems: [] });
    },
  );

  it.each([
    ['', 'tooShort'],
    ['abc', 'tooShort'],
    ['abcdefghijklmnop', 'tooLong'],
  ])('says that %j is %s', (typed, problem) => {
    expect(readSecurityCode(limits, typed).problems).toEqual([{ problem }]);
  });

  it.each(['abcd', 'abcdefghijkmnpq'])('allows the shortest and the longest: %s', (typed) => {
    expect(readSecurityCode(limits, typed).problems).toEqual([]);
  });

  it('points at characters that no code has, counted without the grouping', () => {
    expect(readSecurityCode(limits, 'a b-c?dé').problems).toEqual([
      { problem: 'badCharacters', indexes: [3, 5] },
    ]);
  });

  it('points at look-alikes and says what else they may be', () => {
    expect(readSecurityCode(limits, 'x0-lZ8').lookAlikes).toEqual([
      { index: 1, character: '0', others: ['O', 'o'] },
      { index: 2, character: 'l', others: ['1', 'I'] },
      { index: 3, character: 'Z', others: ['2'] },
      { index: 4, character: '8', others: ['B'] },
    ]);
  });

  it('finds no look-alikes where there are none', () => {
    expect(readSecurityCode(limits, 'akmw3479').lookAlikes).toEqual([]);
  });
});
