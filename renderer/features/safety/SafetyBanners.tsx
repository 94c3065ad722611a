import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/Banner.tsx';

/** What must be known of the records while working: damage that was found, and that they came from a backup. */
export function SafetyBanners() {
  const { t } = useTranslation('safety');
  const vault = useCall('vault.getState', {}).data;
  const isOpen = vault?.state === 'open';
  const safety = useCall('safety.getState', {}, { isEnabled: isOpen }).data;
  const repair = isOpen ? vault.repair : null;
  return (
    <>
      {isOpen && safety !== undefined && safety.lastCheck?.finding === 'pages' && (
        <Banner title={t('banners.damaged')} detail={t('banners.damagedDetail')} isUrgent />
      )}
      {isOpen && safety?.lastCheck?.finding === 'histories' && (
        <Banner title={t('banners.forged')} detail={t('banners.forgedDetail')} isUrgent />
      )}
      {repair?.kind === 'restored' && (
        <Banner title={t('banners.restored')} detail={t('banners.aside', { file: repair.aside })} />
      )}
      {repair?.kind === 'rescued' && (
        <Banner
          title={t('banners.rescued', {
            tickets: repair.report.tickets,
            customers: repair.report.customers,
            devices: repair.report.devices,
          })}
          detail={t('banners.aside', { file: repair.aside })}
        />
      )}
    </>
  );
}
