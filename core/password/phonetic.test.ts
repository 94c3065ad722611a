import { describe, expect, it } from 'vitest';
import { spell } from './phonetic.ts';

describe('spell', () => {
  it('says case, digits and signs', () => {
    expect(spell('Cx7$', 'en')).toEqual([
      { character: 'C', words: 'capital Charlie' },
      { character: 'x', words: 'small x-ray' },
      { character: '7', words: 'digit seven' },
      { character: '$', words: 'dollar sign' },
    ]);
  });

  it('has different words for every printable character', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    const words = spell(printable, 'en').map((entry) => entry.words);
    expect(new Set(words.map((word) => word)).size).toBe(95);
    for (const word of words) expect(word).toMatch(/^[A-Za-z -]{4,}$/);
    expect(words).not.toContain('a character that is not on the keyboard');
  });

  it.each(['é', '\t', '😀'])('says that %j is not on the keyboard', (character) => {
    expect(spell(character, 'en')).toEqual([{ character, words: 'a character that is not on the keyboard' }]);
  });
});
