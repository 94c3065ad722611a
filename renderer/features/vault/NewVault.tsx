import { Button, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { ProtectionFields } from './ProtectionFields.tsx';
import { toNewProtection } from './protection-form.ts';
import { useProtectionForm } from './use-protection-form.ts';
import { useShowVault } from './use-show-vault.ts';
import { VaultFrame } from './VaultFrame.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'new' }> };

/** First run: says what is protected and lets the agent choose how. */
export function NewVault({ vault }: Props) {
  const { t } = useTranslation('vault');
  const create = useCommand('vault.create');
  const showVault = useShowVault();
  const { formRef, form, fault, change, submit } = useProtectionForm(
    vault.isKeyringAvailable ? 'keyring' : 'passphrase',
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending && submit()) create.mutate(toNewProtection(form), { onSuccess: showVault });
  };
  return (
    <VaultFrame title={t('new.title')}>
      <Text>{t('new.what')}</Text>
      <form ref={formRef} onSubmit={send} noValidate>
        <Stack gap="md">
          <ProtectionFields keyring={vault} form={form} fault={fault} onChange={change} />
          {!vault.isKeyringAvailable && (
            <Text size="sm" c="dimmed">
              {t('new.noKeyring')}
            </Text>
          )}
          <CallErrorNotice error={create.error} />
          <Button
            type="submit"
            size="md"
            loading={create.isPending}
            rightSection={<IconArrowRight aria-hidden size={18} />}
          >
            {t('new.create')}
          </Button>
        </Stack>
      </form>
    </VaultFrame>
  );
}
