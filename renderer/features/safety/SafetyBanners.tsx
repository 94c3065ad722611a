import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/Banner.tsx';

/** Damage that was found in the records. */
export function SafetyBanners() {
  const { t } = useTranslation('safety');
  const vault = useCall('vault.getState', {}).data;
  const isOpen = vault?.state === 'open';
  const safety = useCall('safety.getState', {}, { isEnabled: isOpen }).data;
  return (
    <>
      {isOpen && safety !== undefined && safety.lastCheck?.finding === 'pages' && (
        <Banner title={t('banners.damaged')} detail={t('banners.damagedDetail')} isUrgent />
      )}
      {isOpen && safety?.lastCheck?.finding === 'histories' && (
        <Banner title={t('banners.forged')} detail={t('banners.forgedDetail')} isUrgent />
      )}
    </>
  );
}
