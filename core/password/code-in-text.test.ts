import { describe, expect, it } from 'vitest';
import { findCodesIn, onlyNamedCode } from './code-in-text.ts';

const shape = { codeMinLength: 4, codeMaxLength: 15 };
const codesIn = (text: string) => findCodesIn(shape, text).map(({ code }) => code);

describe('findCodesIn', () => {
  it.each([
    ['Security code: Ab3X7k'],
    ['Your security code is Ab3X7k. It is valid for 24 hours.'],
    ['The code is: "Ab3X7k"'],
    ['Security code:\n\n   Ab3 X7k\n\nRegards'],
    ['Su código de seguridad es Ab3X7k'],
    ['Código: Ab3-X7k'],
    ['security code：Ab3X7k'],
  ])('takes the code that the mail names: %j', (mail) => {
    expect(findCodesIn(shape, mail)).toEqual([{ code: 'Ab3X7k', isNamed: true }]);
    expect(onlyNamedCode(findCodesIn(shape, mail))).toBe('Ab3X7k');
  });

  it('takes a named code that has letters only', () => {
    expect(onlyNamedCode(findCodesIn(shape, 'Security code: kwqmtz'))).toBe('kwqmtz');
  });

  it('offers all that could be it and chooses none, when the mail names none', () => {
    const mail = 'Hello,\nyour request for XVR5116HS was handled.\nAb3X7k\nRegards, the support team';
    expect(codesIn(mail)).toEqual(['XVR5116HS', 'Ab3X7k']);
    expect(onlyNamedCode(findCodesIn(shape, mail))).toBeNull();
  });

  it('chooses none when the mail names two', () => {
    const mail = 'Security code: Ab3X7k\nYour earlier code: Zz9Yy8';
    expect(codesIn(mail)).toEqual(['Ab3X7k', 'Zz9Yy8']);
    expect(onlyNamedCode(findCodesIn(shape, mail))).toBeNull();
  });

  it('puts the named one first and keeps the others to choose from', () => {
    const mail = 'Device 4G0A1B2PAZ\nSecurity code: Ab3X7k';
    expect(codesIn(mail)).toEqual(['Ab3X7k', '4G0A1B2PAZ']);
    expect(onlyNamedCode(findCodesIn(shape, mail))).toBe('Ab3X7k');
  });

  it('leaves out words, dates, times, years, addresses and links', () => {
    const mail =
      'Dear customer, the code is valid for 24 hours from 2026-11-25 14:05:10 (25/11/2026).\n' +
      'Write to support99@vendor.example or see https://vendor.example/help4you in 2026.';
    expect(codesIn(mail)).toEqual([]);
  });

  it('does not join words of a sentence into a code', () => {
    expect(codesIn('The code is valid 24 h')).toEqual([]);
    expect(codesIn('code is 3 of 5')).toEqual([]);
  });

  it('keeps to the length that the playbook states', () => {
    expect(codesIn('Security code: Ab3')).toEqual([]);
    expect(codesIn(`Security code: ${'a1'.repeat(8)}`)).toEqual([]);
    expect(codesIn(`Security code: ${'a1'.repeat(7)}b`)).toEqual([`${'a1'.repeat(7)}b`]);
  });

  it.each(['', '   ', '\n\n', '💥'.repeat(50), '-'.repeat(5000)])('finds nothing in %j', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});
