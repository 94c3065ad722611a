import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import { DemoBanner } from '../features/demo/DemoBanner.tsx';
import { SafetyBanners } from '../features/safety/SafetyBanners.tsx';
import { Banner } from '../ui/Banner.tsx';
import classes from './Banners.module.css';

/** A file of the supervisor's folder is not used before somebody has looked at it. */
function ProcedureBanner() {
  const { t } = useTranslation('common');
  const sources = useCall('playbook.listSources', {}).data?.sources ?? [];
  if (!sources.some(({ state }) => state === 'waiting')) return null;
  return <Banner title={t('banners.procedures')} detail={t('banners.proceduresDetail')} />;
}

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
        <SafetyBanners />
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
      {vault?.state === 'open' && <DemoBanner />}
      {vault?.state === 'open' && <ProcedureBanner />}
    </section>
  );
}
