import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanSuccess } from './scan-state.ts';

type Props = {
  /** Newest first. */
  readonly batch: readonly ScanSuccess[];
  readonly onOpen: (success: ScanSuccess) => void;
};

/** What was read since the scanner was opened, while it keeps scanning. */
export function ScanBatch({ batch, onOpen }: Props) {
  const { t } = useTranslation('scan');
  const [latest] = batch;
  return (
    <Stack gap="xs">
      <Text role="status" fw={600}>
        {latest !== undefined && t('batch.read', { number: latest.ticketNumber })}
      </Text>
      {latest !== undefined && (
        <Group gap="xs" role="group" aria-label={t('batch.label')}>
          {batch.map((success) => (
            <Button key={success.ticketId} variant="default" size="sm" onClick={() => onOpen(success)}>
              {t('batch.open', { number: success.ticketNumber })}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
