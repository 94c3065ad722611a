import { describe, expect, it } from 'vitest';
import { languageFor } from './computer-language.ts';
import { shellTexts } from './texts.ts';

describe('languageFor', () => {
  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['est', 'en'],
    ['', 'en'],
  ])('takes %j as %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });
});

describe('shellTexts', () => {
  it('speaks the language that is asked for', () => {
    expect(shellTexts('en').alarms.title).toBe('Ticket {{number}}');
    expect(shellTexts('es').alarms.title).toBe('Caso {{number}}');
  });
});
