import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Facts } from './Facts.tsx';
import { Section } from './Section.tsx';

/** What an agent reads out to support: version, runtime, and how the records are protected. */
export function AboutSection() {
  const { t } = useTranslation('settings');
  const info = useCall('app.getInfo', {}).data;
  const vault = useCall('vault.getState', {}).data;
  if (info === undefined || vault === undefined) return null;
  const facts = [
    { name: t('about.version'), value: info.version },
    { name: t('about.electron'), value: info.electronVersion },
    { name: t('about.runtime'), value: t(`about.runtimes.${info.runtime}`) },
    {
      name: t('about.protection'),
      value: vault.state === 'open' ? t(`about.protections.${vault.protection}`) : t('about.notOpen'),
    },
  ];
  return (
    <Section title={t('about.title')}>
      <Facts facts={facts} />
    </Section>
  );
}
