import type { NewProtection, Protection } from '../../../core/contract/shell-records.ts';
import { isPassphraseStrongEnough, PASSPHRASE_MIN_LENGTH } from '../../../core/password/passphrase.ts';

/** What stands in the first screen's form. The passphrases are kept in memory only. */
export type ProtectionForm = {
  readonly protection: Protection;
  readonly passphrase: string;
  readonly repeated: string;
  readonly isRiskAccepted: boolean;
};

/** What keeps the form from being sent; at most one, in reading order. */
export type ProtectionFault =
  | 'passphraseTooShort'
  | 'passphraseWeak'
  | 'passphrasesDiffer'
  | 'riskNotAccepted';

export function findProtectionFault(form: ProtectionForm): ProtectionFault | null {
  if (form.protection === 'unprotected') return form.isRiskAccepted ? null : 'riskNotAccepted';
  if (form.protection === 'keyring') return null;
  if (form.passphrase.length < PASSPHRASE_MIN_LENGTH) return 'passphraseTooShort';
  if (!isPassphraseStrongEnough(form.passphrase)) return 'passphraseWeak';
  return form.passphrase === form.repeated ? null : 'passphrasesDiffer';
}

/** The choice of a form without a fault. */
export function toNewProtection(form: ProtectionForm): NewProtection {
  return form.protection === 'passphrase'
    ? { protection: 'passphrase', passphrase: form.passphrase }
    : { protection: form.protection };
}
