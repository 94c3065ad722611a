import { describe, expect, it } from 'vitest';
import { languageSchema } from '../values.ts';
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

  it('speaks the language of the customer', () => {
    expect(spell('Cx7$', 'es').map(({ words }) => words)).toEqual([
      'mayúscula Carmen',
      'minúscula xilófono',
      'número siete',
      'signo de dólar',
    ]);
  });

  it.each(languageSchema.options)('has different words for every printable character in %s', (language) => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    const words = spell(printable, language).map((entry) => entry.words);
    expect(new Set(words).size).toBe(95);
    for (const word of words) expect(word).toMatch(/^[\p{L} -]{4,}$/u);
    expect(words).not.toContain(spell('\t', language)[0]?.words);
  });

  it.each(['é', '\t', '😀'])('says that %j is not on the keyboard', (character) => {
    expect(spell(character, 'en')).toEqual([{ character, words: 'a character that is not on the keyboard' }]);
  });
});
