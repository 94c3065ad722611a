import { describe, expect, it } from 'vitest';
import { phoneKey } from './phone.ts';
import { customerKeys, searchReadings } from './search-key.ts';

/** As the index is asked: the first reading whose terms are all in what a record is found by. */
function isFound(phones: readonly string[], typed: string, country: string | null): boolean {
  const { words, codes } = customerKeys({ name: 'Zoë Łoś', phones, emails: [] });
  return searchReadings(typed, country).some((terms) =>
    terms.every((term) => codes.includes(term) || ` ${words}`.includes(` ${term}`)),
  );
}

const spellings = [
  '+34612345678',
  '34612345678',
  '0034612345678',
  '0034 612 34 56 78',
  '+34 612 34 56 78',
  '612345678',
  '612 34 56 78',
  '612.345.678',
  '612/34/56/78',
  '612-345-678',
  '+34 (0) 612 34 56 78',
  '+34 (0)612-345-678',
  '(+34) 612 345 678',
  'tel:+34612345678',
  'tel:+34-612-345-678;ext=12',
  '+34 612 34 56 78 ext. 12',
  '612 345 678 x12',
  '＋３４　６１２　３４５　６７８',
  '\u202a+34 612 345 678\u202c',
  '+34\u00a0612\u2011345\u2011678',
  '٦١٢٣٤٥٦٧٨',
];

describe('a stored number', () => {
  it.each(spellings)('is found by %j, in its own country and in another', (typed) => {
    for (const country of ['ES', 'DE', 'US', null])
      expect([country, isFound(['+34612345678'], typed, country)]).toEqual([country, true]);
  });

  it.each(spellings)(
    'that was stored as %j before there was a country is found by every other spelling',
    (stored) => {
      for (const typed of spellings) expect([typed, isFound([stored], typed, 'ES')]).toEqual([typed, true]);
    },
  );

  it.each([
    ['0171', 'DE'],
    ['0171 55', 'DE'],
    ['0049 171 5', 'DE'],
    ['+49 (0) 171 55', 'ES'],
    ['+49 0171 555', 'ES'],
    ['5551234', 'DE'],
    ['555 12 34', 'DE'],
    ['011 49 171', 'US'],
    ['Łoś 0171 555', 'DE'],
    ['zoe +49 (171) 5551234', null],
  ])('is found while it is typed, with and without a name: %j', (typed, country) => {
    expect(isFound(['+491715551234'], typed, country)).toBe(true);
  });

  it.each(['+34612345679', '0034 612 34 56 79', 'Ana 612 34 56 78', '+34 612 34 56 78 9'])(
    'is not found by another number or name: %j',
    (typed) => {
      expect(isFound(['+34612345678'], typed, 'ES')).toBe(false);
    },
  );
});

describe('a search text', () => {
  it.each([
    ['7K0A1C9PAZ00042', [['7k0a1c9paz00042']]],
    ['NVR4108 1042', [['nvr4108', '1042']]],
    ['anna@berg12345.example', [['anna', 'berg12345', 'example']]],
    [' -- %% ', []],
  ])('without a phone number is taken in one way: %j', (text, readings) => {
    expect(searchReadings(text, 'DE')).toEqual(readings);
  });
});

describe('phoneKey', () => {
  it('is the same for every spelling under the country of the desk', () => {
    const plain = spellings.filter((text) => !/ext|x12/.test(text) && text !== '34612345678');
    expect(new Set(plain.map((text) => phoneKey(text, 'ES')))).toEqual(new Set(['+34612345678']));
  });

  it('tells extensions of one number apart', () => {
    expect(phoneKey('+49 30 5550123 ext. 12', null)).not.toBe(phoneKey('+49 30 5550123', null));
    expect(phoneKey('+49 30 5550123 ext. 12', null)).toBe(phoneKey('0049 30 5550123 x12', null));
  });
});
