import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ABILITIES, SYSTEM_ABILITIES } from '../../../core/system/abilities.ts';
import { useCall } from '../../api/use-call.ts';
import { Facts } from './Facts.tsx';
import { Section } from './Section.tsx';

/** What this computer's system lets ResetDesk do, so that nobody relies on more. */
export function SystemSection() {
  const { t } = useTranslation('settings');
  const system = useCall('app.getInfo', {}).data?.system;
  if (system === undefined) return null;
  return (
    <Section title={t('system.title', { name: t(`system.names.${system}`) })}>
      <Facts
        facts={ABILITIES.map((ability) => {
          const { extent, known } = SYSTEM_ABILITIES[ability][system];
          return {
            name: t(`system.abilities.${ability}`),
            value: `${t(`system.extents.${extent}`)}, ${t(`system.known.${known}`)}`,
          };
        })}
      />
      <Text size="sm" c="dimmed">
        {t('system.always')}
      </Text>
    </Section>
  );
}
