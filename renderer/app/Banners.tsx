import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import classes from './Banners.module.css';

/** What must not be forgotten while working: a trial runtime, a key that protects nothing, records that wait. */
export function Banners() {
  const { t } = useTranslation('common');
  const info = useCall('app.getInfo', {}).data;
  const vault = useCall('vault.getState', {}).data;
  const backend = useCall('app.getBackendState', {}).data;
  return (
    <>
      {backend?.state === 'restarting' && <Banner title={t('backend.restarting')} />}
      {backend?.state === 'failed' && <Banner title={t('backend.failed')} detail={t('backend.failedNext')} />}
      {info?.runtime === 'evaluation' && (
        <Banner
          title={t('banners.evaluation')}
          detail={t('banners.evaluationDetail', { version: info.electronVersion })}
        />
      )}
      {vault?.state === 'open' && vault.protection === 'unprotected' && (
        <Banner title={t('banners.unprotected')} detail={t('banners.unprotectedDetail')} />
      )}
    </>
  );
}

function Banner({ title, detail }: { readonly title: string; readonly detail?: string }) {
  return (
    <Group className={classes['banner'] ?? ''} role="status" gap="xs" wrap="nowrap">
      <IconAlertTriangle aria-hidden size={16} />
      <Text size="xs">
        <strong>{title}</strong> {detail}
      </Text>
    </Group>
  );
}
