import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inLane, NO_FILTER, type QueueView, queueLaneSchema } from '../../../core/queue/view.ts';
import classes from './EmptyLane.module.css';

type Props = { readonly view: QueueView; readonly onChange: (view: QueueView) => void };

/** No ticket of this lane fits the filter; it may stand in another. */
export function NothingFound({ view, onChange }: Props) {
  const { t } = useTranslation('queue');
  return (
    <Stack className={classes['empty'] ?? ''} align="center" gap="sm">
      <Title order={2} size="h4" ta="center">
        {t('nothingFound.title', { lane: t(`lanes.${view.lane}`) })}
      </Title>
      <Text c="dimmed" maw={460} ta="center">
        {t('nothingFound.what')}
      </Text>
      <Group justify="center">
        {queueLaneSchema.options
          .filter((other) => other !== view.lane)
          .map((other) => (
            <Button key={other} variant="default" onClick={() => onChange(inLane(view, other))}>
              {t('nothingFound.lookIn', { lane: t(`lanes.${other}`) })}
            </Button>
          ))}
        <Button variant="subtle" onClick={() => onChange({ ...view, filter: NO_FILTER })}>
          {t('filter.clear')}
        </Button>
      </Group>
    </Stack>
  );
}
