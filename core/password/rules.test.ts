import { describe, expect, it } from 'vitest';
import { checkPassword, isPasswordAllowed } from './rules.ts';

const rules = {
  minLength: 8,
  maxLength: 32,
  minCharacterTypes: 2,
  forbiddenCharacters: `'";:& `,
  fact: 'password-rules',
};

const broken = (password: string) =>
  checkPassword(rules, password)
    .filter((check) => !check.isMet)
    .map((check) => check.rule);

describe('checkPassword', () => {
  it.each(['kaf7mwp3', 'a1'.repeat(16), 'PASSWORD#', 'Ab!2Ab!2', '#######1'])('allows %s', (password) => {
    expect(broken(password)).toEqual([]);
    expect(isPasswordAllowed(rules, password)).toBe(true);
  });

  it.each([
    ['abcdef7', 'length'],
    [`${'a1'.repeat(16)}b`, 'length'],
    ['abcdefgh', 'characterTypes'],
    ['12345678', 'characterTypes'],
    ['!!!!!!!!', 'characterTypes'],
    ["abc'1234", 'forbiddenCharacter'],
    ['abc"1234', 'forbiddenCharacter'],
    ['abc;1234', 'forbiddenCharacter'],
    ['abc:1234', 'forbiddenCharacter'],
    ['abc&1234', 'forbiddenCharacter'],
    ['abc 1234', 'blank'],
    ['abc\t1234', 'blank'],
    ['abcé1234', 'blank'],
  ])('refuses %j for its %s only', (password, rule) => {
    expect(broken(password)).toEqual([rule]);
    expect(isPasswordAllowed(rules, password)).toBe(false);
  });

  it('counts characters, not code units', () => {
    expect(checkPassword(rules, '😀abcde1')[0]).toEqual({ rule: 'length', isMet: false });
  });

  it('names every broken rule at once, always in the same order', () => {
    expect(broken('; ')).toEqual(['length', 'characterTypes', 'forbiddenCharacter', 'blank']);
  });

  it('follows the rules of the device, not its own', () => {
    const strict = { ...rules, minLength: 4, minCharacterTypes: 4, forbiddenCharacters: '#' };
    expect(isPasswordAllowed(strict, 'aA1!')).toBe(true);
    expect(isPasswordAllowed(strict, 'aA1#')).toBe(false);
    expect(isPasswordAllowed(strict, 'aA11')).toBe(false);
  });
});
