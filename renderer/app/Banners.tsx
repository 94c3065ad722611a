import { useTranslation } from 'react-i18next';
import { useCall } from '../api/use-call.ts';
import { SafetyBanners } from '../features/safety/SafetyBanners.tsx';
import { Banner } from '../ui/Banner.tsx';
import classes from './Banners.module.css';
import { useReminders } from './use-reminders.ts';

/** The records can not be saved, or are damaged: the one thing that may push the work down, because it has to stop. */
export function UrgentBanners() {
  const { t } = useTranslation('common');
  return (
    <section className={classes['banners']} aria-label={t('banners.urgent')}>
      <Urgent />
    </section>
  );
}

/** Before the desk is open there is no rail to keep the reminders in. */
export function Banners() {
  const { t } = useTranslation('common');
  const reminders = useReminders();
  return (
    <section className={classes['banners']} aria-label={t('banners.label')}>
      <Urgent />
      {reminders.map(({ title, detail }) => (
        <Banner key={title} title={title} detail={detail} />
      ))}
    </section>
  );
}

function Urgent() {
  const { t } = useTranslation('common');
  const backend = useCall('app.getBackendState', {}).data;
  return (
    <div role="alert">
      {backend?.state === 'failed' && (
        <Banner title={t('backend.failed')} detail={t('backend.failedNext')} isUrgent />
      )}
      <SafetyBanners />
    </div>
  );
}
