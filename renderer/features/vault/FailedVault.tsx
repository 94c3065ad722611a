import { Box, Button, List, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultFailure, VaultState } from '../../../core/contract/shell-records.ts';
import { shownName } from '../../../core/file-name.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './FailedVault.module.css';
import { RecoveryKeyForm } from './RecoveryKeyForm.tsx';
import { VaultFrame } from './VaultFrame.tsx';
import { WaysOut } from './WaysOut.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'failed' }> };

/** Says in plain words why the database does not open, that nothing was changed, and what to do. */
export function FailedVault({ vault }: Props) {
  const { t } = useTranslation('vault');
  const [isRecovering, setIsRecovering] = useState(false);
  if (isRecovering) {
    return (
      <VaultFrame title={t('recovery.title')}>
        <RecoveryKeyForm onCancel={() => setIsRecovering(false)} />
      </VaultFrame>
    );
  }
  return (
    <VaultFrame title={t('failed.title')}>
      <FailureNotice vault={vault} />
      <WaysOut vault={vault} onRecover={() => setIsRecovering(true)} />
      <NextSteps vault={vault} />
      <FileFacts file={vault.file} />
      <Button variant="default" onClick={() => window.close()}>
        {t('failed.close')}
      </Button>
    </VaultFrame>
  );
}

function FailureNotice({ vault }: Props): ReactNode {
  const { t, i18n } = useTranslation('vault');
  const { reason, keyrings, holder } = vault;
  const now = useNow(60_000);
  const nameOf = (keyring: string) => t(`keyrings.${keyring}`, { defaultValue: keyring });
  return (
    <Notice tone="danger" title={t(`failed.${reason}.title`)}>
      {t(`failed.${reason}.what`)}
      {keyrings !== null && (
        <Text size="sm">
          {t('failed.keyrings', { former: nameOf(keyrings.former), present: nameOf(keyrings.present) })}
        </Text>
      )}
      {holder !== null && (
        <Text size="sm">
          {t('failed.holder', {
            host: shownName(holder.host),
            since: formatTime(holder.since, now, i18n.language),
          })}
        </Text>
      )}
    </Notice>
  );
}

/** Beside the ways that each of these has of its own. */
const ALSO_RECOVERED: readonly VaultFailure[] = [
  'keyUnreadable',
  'keyringLocked',
  'keyringForgot',
  'keyringChanged',
];

function NextSteps({ vault }: Props) {
  const { t } = useTranslation('vault');
  const canRecover = vault.hasRecoveryKey && ALSO_RECOVERED.includes(vault.reason);
  const steps = t(`failed.${vault.reason}.next`)
    .split('\n')
    .concat(canRecover ? t('failed.orRecover') : []);
  return (
    <Box>
      <Title order={2} size="h5">
        {t('failed.doThis')}
      </Title>
      <List type="ordered" mt={4} spacing={4}>
        {steps.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Box>
  );
}

function FileFacts({ file }: { readonly file: string }) {
  const { t } = useTranslation('vault');
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {t('failed.file')}
      </Title>
      <Text component="code" size="sm" className={`rd-mono ${classes['file'] ?? ''}`}>
        {file}
      </Text>
      <Text size="sm" c="dimmed">
        {t('failed.unchanged')}
      </Text>
    </Stack>
  );
}
