import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { Section } from './Section.tsx';
import classes from './SettingsPage.module.css';

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
      <dl className={classes['facts']}>
        {facts.map(({ name, value }) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </Section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <Text component="dt" size="sm">
        {name}
      </Text>
      <Text component="dd" size="sm">
        {value}
      </Text>
    </>
  );
}
