import { Button, Group, List, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useShowVault } from '../vault/index.ts';
import { CurrentPassphrase } from './CurrentPassphrase.tsx';
import { Dialog } from './Dialog.tsx';

type Props = {
  readonly vault: Extract<VaultState, { state: 'open' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Encrypts all records anew, for when somebody may have copied the old key. */
export function NewKeyDialog({ vault, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('safety');
  return (
    <Dialog title={t('newKey.title')} isOpen={isOpen} onClose={onClose}>
      <NewKeyForm vault={vault} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function NewKeyForm({ vault, onClose, onDone }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation(['safety', 'common']);
  const [current, setCurrent] = useState('');
  const make = useCommand('vault.makeNewKey');
  const showVault = useShowVault();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (make.isPending) return;
    make.mutate(
      { currentPassphrase: current === '' ? null : current },
      {
        onSuccess: (state) => {
          showVault(state);
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('newKey.what')}</Text>
        <List size="sm" spacing={4}>
          <List.Item>{t('newKey.time')}</List.Item>
          <List.Item>{t('newKey.backups')}</List.Item>
          <List.Item>{t('newKey.recovery')}</List.Item>
        </List>
        {vault.protection === 'passphrase' && (
          <CurrentPassphrase value={current} onChange={setCurrent} error={make.error} />
        )}
        {make.error?.code !== 'wrong_passphrase' && <CallErrorNotice error={make.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={make.isPending}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t('newKey.go')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
