import { Box, Button, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './FailedVault.module.css';
import { VaultFrame } from './VaultFrame.tsx';

type Props = { readonly vault: Extract<VaultState, { state: 'failed' }> };

/** Says in plain words why the database does not open, that nothing was changed, and what to do. */
export function FailedVault({ vault }: Props) {
  const { t } = useTranslation('vault');
  const reason = `failed.${vault.reason}` as const;
  return (
    <VaultFrame title={t('failed.title')}>
      <Notice tone="danger" title={t(`${reason}.title`)}>
        {t(`${reason}.what`)}
      </Notice>
      <Box>
        <Title order={2} size="h5">
          {t('failed.doThis')}
        </Title>
        <List type="ordered" mt={4} spacing={4}>
          {t(`${reason}.next`)
            .split('\n')
            .map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
        </List>
      </Box>
      <Stack gap={4}>
        <Title order={2} size="h5">
          {t('failed.file')}
        </Title>
        <Text component="code" size="sm" className={`rd-mono ${classes['file'] ?? ''}`}>
          {vault.file}
        </Text>
        <Text size="sm" c="dimmed">
          {t('failed.unchanged')}
        </Text>
      </Stack>
      <Button size="md" onClick={() => window.close()}>
        {t('failed.close')}
      </Button>
    </VaultFrame>
  );
}
