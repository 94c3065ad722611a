import { describe, expect, it } from 'vitest';
import { passphraseStrength } from './passphrase.ts';

describe('passphraseStrength', () => {
  it.each(['', 'Ab1!xyz'])('refuses %j as too short', (text) => {
    expect(passphraseStrength(text)).toBe('tooShort');
  });

  it.each([
    'aaaaaaaaaaaaaaaaaaaa',
    '1234567890',
    'abcdefghijklmnop',
    'passwort',
    'acacacacacacacacacac',
    'Sommer2024!',
  ])('calls %j weak, however long it is', (text) => {
    expect(passphraseStrength(text)).toBe('weak');
  });

  it('calls one word with a few digits and signs fair', () => {
    expect(passphraseStrength('Kantine!4729')).toBe('fair');
  });

  it.each(['correct horse battery staple', 'vK8$qLm2!xT9'])('calls %j strong', (text) => {
    expect(passphraseStrength(text)).toBe('strong');
  });
});
