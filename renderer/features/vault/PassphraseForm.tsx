import { Button, PasswordInput, Stack } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useShowVault } from './use-show-vault.ts';

/** Asks for the passphrase. A wrong one stays in the field, selected, to be corrected or typed over. */
export function PassphraseForm() {
  const { t } = useTranslation(['vault', 'common']);
  const inputRef = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const unlock = useCommand('vault.unlock');
  const showVault = useShowVault();
  const isWrong = unlock.error?.code === 'wrong_passphrase';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(passphrase === '');
    if (passphrase === '') inputRef.current?.focus();
    else if (!unlock.isPending) {
      unlock.mutate({ passphrase }, { onSuccess: showVault, onError: () => inputRef.current?.select() });
    }
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <PasswordInput
          ref={inputRef}
          autoFocus
          label={t('passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={
            (isMissing && t('locked.missing')) ||
            (isWrong &&
              `${t('common:errors.wrong_passphrase.title')}. ${t('common:errors.wrong_passphrase.next')}`)
          }
          errorProps={{ role: 'alert' }}
          aria-invalid={isMissing || isWrong}
          maxLength={200}
          autoComplete="current-password"
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
        />
        {!isWrong && <CallErrorNotice error={unlock.error} />}
        <Button
          type="submit"
          size="md"
          loading={unlock.isPending}
          leftSection={<IconLockOpen aria-hidden size={18} />}
        >
          {t('locked.unlock')}
        </Button>
      </Stack>
    </form>
  );
}
