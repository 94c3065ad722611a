import type { PasswordRules } from '../playbook/schema.ts';
import { characterTypeOf } from './characters.ts';

/** One line of the live checklist. `blank`: no spaces, and only characters that a recorder's keyboard has. */
export interface PasswordCheck {
  readonly rule: 'length' | 'characterTypes' | 'forbiddenCharacter' | 'blank';
  readonly isMet: boolean;
}

/**
 * Checks a password against the device's rules. Always answers all four rules, in the order of the checklist.
 * A password of nothing breaks none of the "must not contain" rules. Keeps and logs nothing.
 */
export function checkPassword(
  rules: Omit<PasswordRules, 'fact'>,
  password: string,
): readonly PasswordCheck[] {
  const characters = [...password];
  const types = new Set(characters.map(characterTypeOf).filter((type) => type !== null));
  const hasRightLength = characters.length >= rules.minLength && characters.length <= rules.maxLength;
  // A blank is its own line: the agent would not see it in a list of forbidden signs.
  const isForbidden = (character: string) =>
    character !== ' ' && rules.forbiddenCharacters.includes(character);
  return [
    { rule: 'length', isMet: hasRightLength },
    { rule: 'characterTypes', isMet: types.size >= rules.minCharacterTypes },
    { rule: 'forbiddenCharacter', isMet: !characters.some(isForbidden) },
    { rule: 'blank', isMet: characters.every((character) => characterTypeOf(character) !== null) },
  ];
}

export function isPasswordAllowed(rules: Omit<PasswordRules, 'fact'>, password: string): boolean {
  return checkPassword(rules, password).every((check) => check.isMet);
}
