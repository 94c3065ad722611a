import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/Banner.tsx';

/** As long as it is there, nobody may take made-up customers for real ones. */
export function DemoBanner() {
  const { t } = useTranslation('demo');
  const demo = useCall('demo.getState', {}).data;
  if (demo === undefined || demo.tickets === 0) return null;
  return <Banner title={t('banner')} detail={t('bannerNext')} />;
}
