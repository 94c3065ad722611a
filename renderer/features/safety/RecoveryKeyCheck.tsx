import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';

type Props = {
  /** 1 to 7. */
  readonly askedGroup: number;
  readonly onBack: () => void;
  readonly onClose: () => void;
};

/** Lets the agent type one group from the paper, so that a key nobody wrote down never counts. */
export function RecoveryKeyCheck({ askedGroup, onBack, onClose }: Props) {
  const { t } = useTranslation('safety');
  const [typedGroup, setTypedGroup] = useState('');
  const confirm = useCommand('vault.confirmRecoveryKey');
  const isWrong = confirm.data?.isConfirmed === false;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate({ typedGroup });
  };
  if (confirm.data?.isConfirmed === true) {
    return (
      <Stack gap="md">
        <Notice tone="success" title={t('recoveryKey.done')}>
          {t('recoveryKey.doneNext')}
        </Notice>
        <Group justify="flex-end">
          <Button onClick={onClose} autoFocus>
            {t('recoveryKey.close')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('recoveryKey.checkWhat')}</Text>
        <TextInput
          autoFocus
          data-not-kept
          label={t('recoveryKey.typeGroup', { group: askedGroup })}
          classNames={{ input: 'rd-mono' }}
          value={typedGroup}
          onChange={(event) => setTypedGroup(event.currentTarget.value)}
          error={isWrong && t('recoveryKey.wrongGroup', { group: askedGroup })}
          errorProps={{ role: 'alert' }}
          aria-invalid={isWrong}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
        />
        <CallErrorNotice error={confirm.error} />
        <Group justify="space-between">
          <Button variant="subtle" onClick={onBack}>
            {t('recoveryKey.showAgain')}
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            {t('recoveryKey.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
