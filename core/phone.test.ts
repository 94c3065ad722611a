import { describe, expect, it } from 'vitest';
import { formatPhone, normalizePhone, phoneForms } from './phone.ts';

describe('normalizePhone', () => {
  it.each([
    ['0171 555-1234', 'DE', '+491715551234'],
    ['+34 900 555 014', 'DE', '+34900555014'],
    ['0034 612 34 56 78', 'DE', '+34612345678'],
    [' (020) 7946 0958 ', 'GB', '+442079460958'],
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
