import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import classes from './Banners.module.css';

/** What must not be forgotten while working: records that can not be saved, a trial runtime, a key that protects nothing. */
export function Banners() {
  const { t } = useTranslation('common');
  const info = useCall('app.getInfo', {}).data;
  const vault = useCall('vault.getState', {}).data;
  const backend = useCall('app.getBackendState', {}).data;
  return (
    <section className={classes['banners']} aria-label={t('banners.label')}>
      <div role="alert">
        {backend?.state === 'failed' && (
          <Banner title={t('backend.failed')} detail={t('backend.failedNext')} isUrgent />
        )}
      </div>
      {info?.runtime === 'evaluation' && (
        <Banner
          title={t('banners.evaluation')}
          detail={t('banners.evaluationDetail', { version: info.electronVersion })}
        />
      )}
      {vault?.state === 'open' && vault.protection === 'unprotected' && (
        <Banner title={t('banners.unprotected')} detail={t('banners.unprotectedDetail')} />
      )}
    </section>
  );
}

type BannerProps = { readonly title: string; readonly detail: string; readonly isUrgent?: boolean };

function Banner({ title, detail, isUrgent = false }: BannerProps) {
  return (
    <div className={classes['banner']} data-urgent={isUrgent}>
      <IconAlertTriangle aria-hidden size={16} />
      <Text className={classes['text'] ?? ''}>
        <strong>{title}</strong> <span className={classes['detail']}>{detail}</span>
      </Text>
    </div>
  );
}
