import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PasswordRules } from '../playbook/schema.ts';
import { bitsOfGenerated, generatePassword, groupsOf } from './generate.ts';
import { checkPassword } from './rules.ts';

const rules: PasswordRules = {
  minLength: 8,
  maxLength: 32,
  minCharacterTypes: 2,
  forbiddenCharacters: `'";:& `,
  fact: 'password-rules',
};
const random = (exclusiveMax: number) => randomInt(exclusiveMax);
const many = (of: PasswordRules) => Array.from({ length: 500 }, () => generatePassword(of, random));

describe('generatePassword', () => {
  it('makes small letters and then digits, without look-alikes: one change of page on the on-screen keyboard', () => {
    for (const password of many(rules)) {
      expect(password).toMatch(/^[a-z]{11}[0-9]{3}$/);
      expect(password).not.toMatch(/[0oO1lIi5S8B2Z]/);
    }
  });

  it('keeps the capitals and signs of a strict device together too', () => {
    for (const password of many({ ...rules, minCharacterTypes: 4 })) {
      expect(password).toMatch(/^[a-z]{8}[0-9]{2}[A-Z]{2}[^A-Za-z0-9]{2}$/);
    }
  });

  it.each<[string, Partial<PasswordRules>]>([
    ['the usual rules', {}],
    ['three types', { minCharacterTypes: 3 }],
    ['all four types', { minCharacterTypes: 4 }],
    ['one type', { minCharacterTypes: 1 }],
    ['long passwords', { minLength: 20 }],
    ['short passwords', { minLength: 4, maxLength: 6, minCharacterTypes: 4 }],
    ['a length that is no multiple of four', { minLength: 13, minCharacterTypes: 4 }],
    ['no digits', { forbiddenCharacters: '0123456789' }],
    ['few special signs', { minCharacterTypes: 4, forbiddenCharacters: '*+-@!%=?' }],
  ])('always meets %s', (_, change) => {
    const changed = { ...rules, ...change };
    for (const password of many(changed)) {
      expect(checkPassword(changed, password).filter((check) => !check.isMet)).toEqual([]);
    }
  });

  it('uses every place and every usable character', () => {
    const used = new Set(many(rules).join(''));
    expect([...used].sort().join('')).toBe('34679abcdefghjkmnpqrstuvwxyz');
  });

  it('does not repeat itself', () => {
    expect(new Set(many(rules)).size).toBe(500);
  });

  it.each<[string, Partial<PasswordRules>]>([
    ['four types in three characters', { minLength: 1, maxLength: 3, minCharacterTypes: 4 }],
    [
      'nothing left to use',
      { forbiddenCharacters: Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') },
    ],
  ])('refuses rules that contradict each other: %s', (_, change) => {
    expect(() => generatePassword({ ...rules, ...change }, random)).toThrow(RangeError);
  });
});

describe('bitsOfGenerated', () => {
  it('is the logarithm of how many passwords there could be', () => {
    // 23 letters are left of 26, 5 digits of 10.
    expect(bitsOfGenerated(rules)).toBeCloseTo(11 * Math.log2(23) + 3 * Math.log2(5), 6);
    expect(bitsOfGenerated({ ...rules, maxLength: 8 })).toBeLessThan(bitsOfGenerated(rules));
  });
});

describe('groupsOf', () => {
  it('cuts groups of four and keeps the rest', () => {
    expect(groupsOf('abcdefghij')).toEqual(['abcd', 'efgh', 'ij']);
    expect(groupsOf('')).toEqual([]);
  });
});
