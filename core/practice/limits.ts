import type { PasswordRules } from '../playbook/schema.ts';

/** The documented limits that the practice recorder keeps. Sources: domain notes 3 and 4. */
export const practiceLimits = {
  codeValidityMs: 24 * 60 * 60 * 1000,
  codesPerQr: 2,
  wrongCodesBeforeLock: 5,
  lockMs: 5 * 60 * 1000,
  codeMinLength: 4,
  codeMaxLength: 15,
};

export const practicePasswordRules: Omit<PasswordRules, 'fact'> = {
  minLength: 8,
  maxLength: 32,
  minCharacterTypes: 2,
  forbiddenCharacters: `'";:& `,
};
