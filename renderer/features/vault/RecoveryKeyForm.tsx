import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseRecoveryKey, type RecoveryKeyFault } from '../../../core/recovery-key.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useShowVault } from './use-show-vault.ts';

/** Takes the recovery key from the paper. A typo is pointed at before anything is tried. */
export function RecoveryKeyForm({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation(['vault', 'common']);
  const inputRef = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<RecoveryKeyFault | null>(null);
  const unlock = useCommand('vault.unlockWithRecoveryKey');
  const showVault = useShowVault();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseRecoveryKey(text);
    setFault(parsed.ok ? null : parsed.fault);
    if (!parsed.ok) inputRef.current?.focus();
    else if (!unlock.isPending) unlock.mutate({ recoveryKey: text }, { onSuccess: showVault });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Text>{t('recovery.what')}</Text>
        <TextInput
          ref={inputRef}
          autoFocus
          label={t('recovery.field')}
          description={t('recovery.hint')}
          classNames={{ input: 'rd-mono' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={faultText(fault, t)}
          errorProps={{ role: 'alert' }}
          aria-invalid={fault !== null}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <CallErrorNotice error={unlock.error} />
        <Button
          type="submit"
          size="md"
          loading={unlock.isPending}
          leftSection={<IconLockOpen aria-hidden size={18} />}
        >
          {t('recovery.open')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('recovery.back')}
        </Button>
      </Stack>
    </form>
  );
}

type Translate = ReturnType<typeof useTranslation<['vault', 'common']>>['t'];

function faultText(fault: RecoveryKeyFault | null, t: Translate): string | null {
  if (fault === null) return null;
  return fault.kind === 'length' ? t('recovery.length') : t('recovery.typo', { group: fault.group });
}
