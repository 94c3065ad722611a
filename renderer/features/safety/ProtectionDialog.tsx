import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProtectionFields, toNewProtection, useProtectionForm, useShowVault } from '../vault/index.ts';
import { CurrentPassphrase } from './CurrentPassphrase.tsx';

type Props = {
  readonly vault: Extract<VaultState, { state: 'open' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (state: VaultState) => void;
};

/** Another passphrase, or another way to keep the key. */
export function ProtectionDialog({ vault, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('safety');
  return (
    <Dialog title={t('protection.title')} isOpen={isOpen} onClose={onClose}>
      <ProtectionChange vault={vault} onCancel={onClose} onDone={onDone} />
    </Dialog>
  );
}

type ChangeProps = {
  readonly vault: Props['vault'];
  /** Null where there is no way round it. */
  readonly onCancel: (() => void) | null;
  readonly onDone: (state: VaultState) => void;
};

export function ProtectionChange({ vault, onCancel, onDone }: ChangeProps) {
  const { t } = useTranslation(['safety', 'common']);
  const isAsked = vault.protection === 'passphrase' && !vault.mustProtectAnew;
  const [current, setCurrent] = useState('');
  const change = useCommand('vault.changeProtection');
  const showVault = useShowVault();
  const fields = useProtectionForm(vault.isKeyringAvailable ? 'keyring' : 'passphrase');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending || !fields.submit()) return;
    const currentPassphrase = isAsked && current !== '' ? current : null;
    change.mutate(
      { choice: toNewProtection(fields.form), currentPassphrase },
      {
        onSuccess: (state) => {
          showVault(state);
          onDone(state);
        },
      },
    );
  };
  return (
    <form ref={fields.formRef} onSubmit={send} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('protection.what')}</Text>
        {isAsked && <CurrentPassphrase isFirst value={current} onChange={setCurrent} error={change.error} />}
        <ProtectionFields keyring={vault} form={fields.form} fault={fields.fault} onChange={fields.change} />
        {change.error?.code !== 'wrong_passphrase' && <CallErrorNotice error={change.error} />}
        <Group justify="flex-end" gap="sm">
          {onCancel !== null && (
            <Button variant="default" onClick={onCancel}>
              {t('common:actions.cancel')}
            </Button>
          )}
          <Button type="submit" loading={change.isPending}>
            {t('protection.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
