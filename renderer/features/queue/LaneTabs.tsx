import { Badge, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Lane, laneSchema } from '../../../core/contract/records.ts';

/** The lanes with how many tickets are in each. Null until the first answer. */
export function LaneTabs({ counts }: { readonly counts: Readonly<Record<Lane, number>> | null }) {
  const { t } = useTranslation('queue');
  return (
    <Tabs.List aria-label={t('lanes.label')}>
      {laneSchema.options.map((lane) => (
        <Tabs.Tab
          key={lane}
          value={lane}
          rightSection={
            counts !== null && (
              <Badge variant="default" size="sm">
                {counts[lane]}
              </Badge>
            )
          }
        >
          {t(`lanes.${lane}`)}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
