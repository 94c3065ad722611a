import { Button, Checkbox, List, Radio, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { protectionSchema, type VaultState } from '../../../core/contract/shell-records.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { PassphraseFields } from './PassphraseFields.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import { findProtectionFault, type ProtectionForm, toCreateInput } from './protection-form.ts';
import { useShowVault } from './use-show-vault.ts';
import { VaultFrame } from './VaultFrame.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'new' }> };

/** First run: says what is protected and lets the agent choose how. */
export function NewVault({ vault }: Props) {
  const { t } = useTranslation('vault');
  const create = useCommand('vault.create');
  const showVault = useShowVault();
  const { formRef, form, fault, change, submit } = useProtectionForm(vault.isKeyringAvailable);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending && submit()) create.mutate(toCreateInput(form), { onSuccess: showVault });
  };
  return (
    <VaultFrame title={t('new.title')}>
      <Text>{t('new.what')}</Text>
      <form ref={formRef} onSubmit={send} noValidate>
        <Stack gap="md">
          <Radio.Group
            label={t('new.choose')}
            value={form.protection}
            onChange={(value) => change({ protection: protectionSchema.parse(value) })}
          >
            <Stack gap="sm" mt="xs">
              {vault.isKeyringAvailable && (
                <ProtectionChoice
                  protection="keyring"
                  isChosen={form.protection === 'keyring'}
                  isRecommended
                  description={t('protection.keyring.description', {
                    keyring: t(`keyrings.${vault.keyringName}`, { defaultValue: vault.keyringName }),
                  })}
                />
              )}
              <ProtectionChoice
                protection="passphrase"
                isChosen={form.protection === 'passphrase'}
                isRecommended={!vault.isKeyringAvailable}
                description={t('protection.passphrase.description')}
              >
                <PassphraseFields form={form} fault={fault} onChange={change} />
              </ProtectionChoice>
              <ProtectionChoice
                protection="unprotected"
                isChosen={form.protection === 'unprotected'}
                description={t('protection.unprotected.description')}
              >
                <UnprotectedRisk form={form} isMissing={fault === 'riskNotAccepted'} onChange={change} />
              </ProtectionChoice>
            </Stack>
          </Radio.Group>
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

type RiskProps = {
  readonly form: ProtectionForm;
  readonly isMissing: boolean;
  readonly onChange: (change: Partial<ProtectionForm>) => void;
};

function UnprotectedRisk({ form, isMissing, onChange }: RiskProps) {
  const { t } = useTranslation('vault');
  return (
    <Stack gap="sm">
      <List size="sm" spacing={4}>
        <List.Item>{t('protection.unprotected.riskRead')}</List.Item>
        <List.Item>{t('protection.unprotected.riskBanner')}</List.Item>
      </List>
      <Checkbox
        label={t('protection.unprotected.accept')}
        checked={form.isRiskAccepted}
        onChange={(event) => onChange({ isRiskAccepted: event.currentTarget.checked })}
        error={isMissing && t('faults.riskNotAccepted')}
        aria-invalid={isMissing}
      />
    </Stack>
  );
}

/** The form's texts, and its first fault once it was sent; the faulty field gets the focus. */
function useProtectionForm(isKeyringAvailable: boolean) {
  const formRef = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<ProtectionForm>({
    protection: isKeyringAvailable ? 'keyring' : 'passphrase',
    passphrase: '',
    repeated: '',
    isRiskAccepted: false,
  });
  const [refusals, setRefusals] = useState(0);
  // So that Enter goes on with the recommended choice.
  useEffect(() => formRef.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  useEffect(() => {
    if (refusals > 0) formRef.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return {
    formRef,
    form,
    fault: refusals > 0 ? findProtectionFault(form) : null,
    change: (change: Partial<ProtectionForm>) => setForm((before) => ({ ...before, ...change })),
    submit: () => {
      const isComplete = findProtectionFault(form) === null;
      if (!isComplete) setRefusals((before) => before + 1);
      return isComplete;
    },
  };
}
