import { PasswordInput, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PASSPHRASE_MIN_LENGTH, passphraseStrength } from '../../../core/password/passphrase.ts';
import type { ProtectionFault, ProtectionForm } from './protection-form.ts';

type Props = {
  readonly form: ProtectionForm;
  readonly fault: ProtectionFault | null;
  readonly onChange: (change: Partial<ProtectionForm>) => void;
};

/** The passphrase, typed twice, with its strength in words. */
export function PassphraseFields({ form, fault, onChange }: Props) {
  const { t } = useTranslation('vault');
  const toggle = { 'aria-label': t('showPassphrase') };
  const hint =
    form.passphrase === ''
      ? t('strength.hint', { min: PASSPHRASE_MIN_LENGTH })
      : t(`strength.${passphraseStrength(form.passphrase)}`, { min: PASSPHRASE_MIN_LENGTH });
  const isRefused = fault === 'passphraseTooShort' || fault === 'passphraseWeak';
  return (
    <Stack gap="sm">
      <PasswordInput
        label={t('passphrase')}
        description={<span aria-live="polite">{hint}</span>}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.passphrase}
        onChange={(event) => onChange({ passphrase: event.currentTarget.value })}
        error={isRefused && t(`faults.${fault}`, { min: PASSPHRASE_MIN_LENGTH })}
        aria-invalid={isRefused}
        maxLength={200}
        autoComplete="new-password"
        visibilityToggleFocusable
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        label={t('repeatPassphrase')}
        value={form.repeated}
        onChange={(event) => onChange({ repeated: event.currentTarget.value })}
        error={fault === 'passphrasesDiffer' && t('faults.passphrasesDiffer')}
        aria-invalid={fault === 'passphrasesDiffer'}
        maxLength={200}
        autoComplete="new-password"
        visibilityToggleFocusable
        visibilityToggleButtonProps={toggle}
      />
    </Stack>
  );
}
