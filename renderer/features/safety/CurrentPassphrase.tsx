import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../core/contract/errors.ts';

type Props = {
  /** The field is where the hand goes. */
  readonly isFirst?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: CallError | null;
};

/** Asks whoever sits at the desk for the present passphrase. */
export function CurrentPassphrase({ isFirst = false, value, onChange, error }: Props) {
  const { t } = useTranslation(['safety', 'common']);
  const isWrong = error?.code === 'wrong_passphrase';
  return (
    <PasswordInput
      autoFocus={isFirst}
      data-autofocus={isFirst}
      label={t('key.currentPassphrase')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={
        isWrong && `${t('common:errors.wrong_passphrase.title')}. ${t('common:errors.wrong_passphrase.next')}`
      }
      errorProps={{ role: 'alert' }}
      aria-invalid={isWrong}
      maxLength={200}
      autoComplete="current-password"
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('key.showPassphrase') }}
    />
  );
}
