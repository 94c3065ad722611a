import { describe, expect, it } from 'vitest';
import { distinctPhones, formatPhone, normalizePhone, phoneForms, splitPhones } from './phone.ts';

describe('normalizePhone', () => {
  it.each([
    ['0171 555-1234', 'DE', '+491715551234'],
    ['+34 900 555 014', 'DE', '+34900555014'],
    ['0034 612 34 56 78', 'DE', '+34612345678'],
    [' (020) 7946 0958 ', 'GB', '+442079460958'],
    ['+34 (0) 612 34 56 78', 'DE', '+34612345678'],
    ['+39 (06) 1234 5678', null, '+390612345678'],
    ['+39 (0)6 1234 5678', null, '+390612345678'],
    ['(0034) 612 345 678', null, '+34612345678'],
    ['tel:+34-612-345-678', null, '+34612345678'],
    ['＋３４　６１２３４５６７８', null, '+34612345678'],
    ['\u202a+34\u00a0612\u2011345\u2011678\u202c', null, '+34612345678'],
    ['011 34 612 345 678', 'US', '+34612345678'],
    // What a table that was opened as numbers has lost: the zero, the plus.
    ['1715551234', 'DE', '+491715551234'],
    ['491715551234', 'DE', '+491715551234'],
    ['34612345678', 'ES', '+34612345678'],
    ['12025550123', 'US', '+12025550123'],
  ])('writes %j in %s as %s', (typed, country, phone) => {
    expect(normalizePhone(typed, country)).toBe(phone);
  });

  it.each([
    ['a number without its country', '0171 555-1234', null],
    ['an unknown country', '0171 555-1234', 'ZZ'],
    ['a number that does not exist', '+49 1', 'DE'],
    ['words beside it', '0171 5551234 (mornings)', 'DE'],
    ['an extension', '+49 30 5550123 ext. 12', 'DE'],
    ['no number at all', 'ask reception', 'DE'],
  ])('keeps %s as typed', (_what, typed, country) => {
    expect(normalizePhone(typed, country)).toBe(typed);
  });
});

describe('splitPhones', () => {
  it.each([
    ['030 1234567 / 0171 5551234', ['030 1234567', '0171 5551234']],
    ['030/1234567', ['030/1234567']],
    ['030 1234567, +49 171 5551234', ['030 1234567', '+49 171 5551234']],
    ['030 1234567; 12', ['030 1234567', '12']],
    ['030 1234567 oder 0171 5551234', ['030 1234567', '0171 5551234']],
    ['030 1234567, ext. 5', ['030 1234567, ext. 5']],
    ['030 1234567 ::: 0171 5551234', ['030 1234567', '0171 5551234']],
    ['0171 5551234 030 1234567 +34 612 34 56 78', ['0171 5551234', '030 1234567', '+34 612 34 56 78']],
    ['030 1234567 bzw. 0171 5551234', ['030 1234567', '0171 5551234']],
    ['0171 5551234 (mobile)', ['0171 5551234 (mobile)']],
    ['+49 (0) 171 5551234', ['+49 (0) 171 5551234']],
    ['ask reception', ['ask reception']],
    ['', []],
  ])('takes apart %j', (text, phones) => {
    expect(splitPhones(text, 'DE')).toEqual(phones);
  });
});

describe('distinctPhones', () => {
  it('keeps the first spelling of each', () => {
    expect(distinctPhones(['', '0171 5551234', '+491715551234', '12', '12'], 'DE')).toEqual([
      '0171 5551234',
      '12',
    ]);
  });
});

describe('phoneForms', () => {
  it('has the number with and without its country, or as typed', () => {
    expect(phoneForms('+491715551234')).toEqual(['+491715551234', '0171 5551234']);
    expect(phoneForms('ask Bo')).toEqual(['ask Bo']);
  });
});

describe('formatPhone', () => {
  it('groups E.164 and leaves everything else', () => {
    expect(formatPhone('+442079460958')).toBe('+44 20 7946 0958');
    expect(formatPhone('0171 555-1234')).toBe('0171 555-1234');
    expect(formatPhone('+1')).toBe('+1');
  });
});
