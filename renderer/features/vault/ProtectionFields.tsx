import { Checkbox, List, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { protectionSchema } from '../../../core/contract/shell-records.ts';
import { PassphraseFields } from './PassphraseFields.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import type { ProtectionFault, ProtectionForm } from './protection-form.ts';

type Props = {
  readonly keyring: { readonly isKeyringAvailable: boolean; readonly keyringName: string };
  readonly form: ProtectionForm;
  readonly fault: ProtectionFault | null;
  readonly onChange: (change: Partial<ProtectionForm>) => void;
};

/** The ways to keep the key, each with what it asks for. */
export function ProtectionFields({ keyring, form, fault, onChange }: Props) {
  const { t } = useTranslation('vault');
  const { isKeyringAvailable, keyringName } = keyring;
  return (
    <Radio.Group
      label={t('new.choose')}
      value={form.protection}
      onChange={(value) => onChange({ protection: protectionSchema.parse(value) })}
    >
      <Stack gap="sm" mt="xs">
        {isKeyringAvailable && (
          <ProtectionChoice
            protection="keyring"
            isChosen={form.protection === 'keyring'}
            isRecommended
            description={t('protection.keyring.description', {
              keyring: t(`keyrings.${keyringName}`, { defaultValue: keyringName }),
            })}
          />
        )}
        <ProtectionChoice
          protection="passphrase"
          isChosen={form.protection === 'passphrase'}
          isRecommended={!isKeyringAvailable}
          description={t('protection.passphrase.description')}
        >
          <PassphraseFields form={form} fault={fault} onChange={onChange} />
        </ProtectionChoice>
        <ProtectionChoice
          protection="unprotected"
          isChosen={form.protection === 'unprotected'}
          description={t('protection.unprotected.description')}
        >
          <UnprotectedRisk form={form} isMissing={fault === 'riskNotAccepted'} onChange={onChange} />
        </ProtectionChoice>
      </Stack>
    </Radio.Group>
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
