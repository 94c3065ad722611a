import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Lane, laneSchema } from '../../../core/contract/records.ts';
import classes from './EmptyLane.module.css';

type Props = {
  readonly search: string;
  readonly lane: Lane;
  readonly onSearchLane: (lane: Lane) => void;
  readonly onClear: () => void;
};

/** No ticket fits the search in this lane; it may stand in another. */
export function NothingFound({ search, lane, onSearchLane, onClear }: Props) {
  const { t } = useTranslation('queue');
  return (
    <Stack className={classes['empty'] ?? ''} align="center" gap="sm">
      <Title order={2} size="h4" ta="center">
        {t('nothingFound.title', { search, lane: t(`lanes.${lane}`) })}
      </Title>
      <Text c="dimmed" maw={460} ta="center">
        {t('nothingFound.what')}
      </Text>
      <Group justify="center">
        {laneSchema.options
          .filter((other) => other !== lane)
          .map((other) => (
            <Button key={other} variant="default" onClick={() => onSearchLane(other)}>
              {t('nothingFound.lookIn', { lane: t(`lanes.${other}`) })}
            </Button>
          ))}
        <Button variant="subtle" onClick={onClear}>
          {t('search.clear')}
        </Button>
      </Group>
    </Stack>
  );
}
