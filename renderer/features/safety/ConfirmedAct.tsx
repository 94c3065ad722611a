import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../core/contract/errors.ts';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { CurrentPassphrase } from './CurrentPassphrase.tsx';

type Props = {
  readonly vault: Extract<VaultState, { state: 'open' }>;
  readonly what: string;
  readonly children?: ReactNode;
  readonly label: string;
  readonly isBusy: boolean;
  readonly error: CallError | null;
  readonly onCancel: () => void;
  /** Null where no passphrase protects the key. */
  readonly onConfirm: (currentPassphrase: string | null) => void;
};

/** Something that is done with the key only by whoever knows its passphrase, where it has one. */
export function ConfirmedAct({ vault, what, children, label, isBusy, error, onCancel, onConfirm }: Props) {
  const { t } = useTranslation('common');
  const [current, setCurrent] = useState('');
  const isAsked = vault.protection === 'passphrase';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onConfirm(isAsked && current !== '' ? current : null);
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Text size="sm">{what}</Text>
        {children}
        {isAsked && <CurrentPassphrase isFirst value={current} onChange={setCurrent} error={error} />}
        {error?.code !== 'wrong_passphrase' && <CallErrorNotice error={error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel} disabled={isBusy}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} data-autofocus={!isAsked}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
