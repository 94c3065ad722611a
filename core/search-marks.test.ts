import { describe, expect, it } from 'vitest';
import { markTerms, snippetOf } from './search-marks.ts';
import { searchTerms } from './search-text.ts';

/** The text with its marks in brackets. */
function show(text: string, search: string): string {
  const { marks } = markTerms(text, searchTerms(search));
  return marks.reduceRight(
    (shown, [from, to]) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`,
    text,
  );
}

describe('markTerms', () => {
  it.each([
    ['Łukasz Müller-Groß', 'muller', 'Łukasz [Müller]-Groß'],
    ['Łukasz Müller-Groß', 'gross LUK', '[Łuk]asz Müller-[Groß]'],
    ['Zoe\u0308 Łoś', 'zoe los', '[Zoe\u0308] [Łoś]'],
    ["O'Brien & Sons", 'obr', "[O'Br]ien & Sons"],
    ['+49 171 5551234', '5551', '+49 171 [5551]234'],
    ['+49 171 5551234', '1715', '+49 [171 5]551234'],
    ['+49 171 5551234', '0171', '+49 [171] 5551234'],
    ['4G0A1B2PAZ', 'a1b2', '4G0[A1B2]PAZ'],
    ['Ann Hannah', 'ann', '[Ann] Hannah'],
    ['Ann Annabel', 'anna ann', '[Ann] [Anna]bel'],
    ['nothing here', 'xyz', 'nothing here'],
  ])('shows in %j where %j stands', (text, search, shown) => {
    expect(show(text, search)).toBe(shown);
  });
});

describe('snippetOf', () => {
  it('keeps a short text', () => {
    const marked = markTerms('The mailbox is gone.', ['mailbox']);
    expect(snippetOf(marked, 80)).toEqual(marked);
  });

  it('cuts a long one around the first mark, and moves the marks along', () => {
    const text = `${'before '.repeat(30)}the mailbox is gone ${'after '.repeat(30)}`;
    const snippet = snippetOf(markTerms(text, ['mailbox']), 60);
    expect(snippet.text.length).toBeLessThanOrEqual(62);
    expect(snippet.text).toMatch(/^…before .*the mailbox is gone/);
    expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['mailbox']);
  });
});
