import { describe, expect, it } from 'vitest';
import { customerSearchKey, phoneDigits, searchKey, searchTerms } from './search-key.ts';

describe('searchKey', () => {
  it.each([
    ['Łukasz Müller-Groß', 'lukasz muller gross'],
    ['ÅSE Ørsted', 'ase orsted'],
    ['IŞIK ışık İzmir', 'isik isik izmir'],
    ["O'Brien  &  Sons", 'obrien sons'],
    ['Đorđe Æther Œuvre Þór', 'dorde aether oeuvre thor'],
    ['Анна Йод', 'анна иод'],
    ['4G0A1B2PAZ', '4g0a1b2paz'],
    ['100%_', '100'],
    [' \t', ''],
  ])('turns %j into %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('gives composed and decomposed text the same key', () => {
    expect(searchKey('é'.normalize('NFD'))).toBe(searchKey('é'.normalize('NFC')));
  });
});

describe('searchTerms', () => {
  it('joins the digits of a phone number and splits hyphenated names', () => {
    expect(searchTerms('+49 (0171) 555-12 Müller-Groß')).toEqual(['49', '0171', '55512', 'muller', 'gross']);
  });

  it('finds every part of a customer however it is typed', () => {
    const key = customerSearchKey({
      name: 'Zoë Łoś',
      phones: ['+48 601-222/333'],
      emails: ['zoe@los.example'],
    });
    for (const text of ['zoe', 'ZOË los', '601222333', '222-333', 'los.example']) {
      expect(searchTerms(text).every((term) => key.includes(term))).toBe(true);
    }
    expect(searchTerms('zoey').every((term) => key.includes(term))).toBe(false);
  });

  it('has no terms for a text without letters or digits', () => {
    expect(searchTerms(' -- %% ')).toEqual([]);
  });
});

describe('phoneDigits', () => {
  it('drops everything but digits', () => {
    expect(phoneDigits('+44 (0)20 7946-0000')).toBe('4402079460000');
  });
});
