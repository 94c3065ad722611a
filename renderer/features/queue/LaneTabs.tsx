import { Badge, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { queueLaneSchema } from '../../../core/queue/view.ts';

type Props = { readonly counts: CallOutput<'queue.counts'>['counts'] | null };

/** The lanes with how many tickets are in each. Null until the first answer. */
export function LaneTabs({ counts }: Props) {
  const { t, i18n } = useTranslation('queue');
  return (
    <Tabs.List aria-label={t('lanes.label')}>
      {queueLaneSchema.options.map((lane) => (
        <Tabs.Tab
          key={lane}
          value={lane}
          rightSection={
            counts !== null && (
              <Badge variant="default" size="sm">
                {counts[lane].toLocaleString(i18n.language)}
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
