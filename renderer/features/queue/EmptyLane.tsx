import { Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconDeviceTv, IconQrcode, IconTicket, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueLane } from '../../../core/queue/view.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { useScanner } from '../scan/index.ts';
import classes from './EmptyLane.module.css';

type Props = {
  readonly lane: QueueLane;
  /** No ticket in any lane: the agent is new here. */
  readonly isFirstUse: boolean;
};

const ICONS = {
  first: IconTicket,
  mine: IconCheck,
  others: IconUsers,
  open: IconCheck,
  unassigned: IconCheck,
  closed: IconTicket,
} as const;

/** Says what will stand here and how to begin. */
export function EmptyLane({ lane, isFirstUse }: Props) {
  const { t } = useTranslation('queue');
  const kind = isFirstUse && lane === 'mine' ? 'first' : lane;
  const Icon = ICONS[kind];
  return (
    <Stack className={classes['empty'] ?? ''} align="center" gap="sm">
      <ThemeIcon variant="light" size={56} radius="xl">
        <Icon aria-hidden size={28} />
      </ThemeIcon>
      <Title order={2} size="h3" ta="center">
        {t(`empty.${kind}.title`)}
      </Title>
      <Text c="dimmed" maw={460} ta="center">
        {t(`empty.${kind}.what`)}
      </Text>
      {kind === 'first' && <FirstSteps />}
    </Stack>
  );
}

function FirstSteps() {
  const { t } = useTranslation('queue');
  const openKey = useCommandKey('scan.open');
  const { openScanner } = useScanner();
  const practice = useCommand('practice.open');
  return (
    <>
      <Group justify="center" mt="xs">
        <Button
          leftSection={<IconQrcode aria-hidden size={18} />}
          rightSection={openKey.hint}
          onClick={() => openScanner()}
        >
          {t('empty.first.scan')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceTv aria-hidden size={18} />}
          loading={practice.isPending}
          onClick={() => practice.mutate({})}
        >
          {t('empty.first.practise')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" maw={460} ta="center">
        {t('empty.first.practiseWhat')}
      </Text>
      <CallErrorNotice error={practice.error} />
    </>
  );
}
