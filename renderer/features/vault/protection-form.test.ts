import { describe, expect, it } from 'vitest';
import { findProtectionFault, type ProtectionForm, toNewProtection } from './protection-form.ts';

const empty: ProtectionForm = { protection: 'keyring', passphrase: '', repeated: '', isRiskAccepted: false };

describe('findProtectionFault', () => {
  it('asks nothing more for the keyring', () => {
    expect(findProtectionFault(empty)).toBeNull();
  });

  it('refuses a passphrase of seven characters', () => {
    const form = { ...empty, protection: 'passphrase', passphrase: '1234567', repeated: '1234567' } as const;
    expect(findProtectionFault(form)).toBe('passphraseTooShort');
  });

  it.each(['aaaaaaaaaaaa', 'Sommer2024!', '1234567890'])('refuses the weak passphrase %j', (passphrase) => {
    const form = { ...empty, protection: 'passphrase', passphrase, repeated: passphrase } as const;
    expect(findProtectionFault(form)).toBe('passphraseWeak');
  });

  it('refuses a passphrase that was typed differently the second time', () => {
    const form = {
      ...empty,
      protection: 'passphrase',
      passphrase: 'correct horse battery',
      repeated: 'correct horse batter',
    } as const;
    expect(findProtectionFault(form)).toBe('passphrasesDiffer');
  });

  it('takes a passphrase that was typed the same twice', () => {
    const form = {
      ...empty,
      protection: 'passphrase',
      passphrase: 'correct horse battery',
      repeated: 'correct horse battery',
    } as const;
    expect(findProtectionFault(form)).toBeNull();
  });

  it('refuses to go unprotected until the risk is accepted', () => {
    expect(findProtectionFault({ ...empty, protection: 'unprotected' })).toBe('riskNotAccepted');
    expect(findProtectionFault({ ...empty, protection: 'unprotected', isRiskAccepted: true })).toBeNull();
  });
});

describe('toNewProtection', () => {
  it('sends no passphrase with another protection, even if one was typed', () => {
    expect(
      toNewProtection({ ...empty, protection: 'unprotected', passphrase: 'correct horse battery' }),
    ).toEqual({
      protection: 'unprotected',
    });
  });

  it('sends the passphrase as typed, blanks included', () => {
    expect(
      toNewProtection({ ...empty, protection: 'passphrase', passphrase: ' correct horse battery ' }),
    ).toEqual({
      protection: 'passphrase',
      passphrase: ' correct horse battery ',
    });
  });
});
