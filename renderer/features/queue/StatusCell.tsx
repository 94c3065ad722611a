import { Group, Text } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconArrowMerge,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClockCheck,
  IconClockOff,
  IconHeadset,
  IconHourglass,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../core/contract/records.ts';
import { timeLeft } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { type RowStatus, rowStatus } from './row-status.ts';
import classes from './TicketTable.module.css';

const LOOKS = {
  inProgress: { icon: IconHeadset, tone: 'primary' },
  locked: { icon: IconLock, tone: 'warning' },
  lockOver: { icon: IconLockOpen, tone: 'primary' },
  codeValid: { icon: IconClockCheck, tone: 'success' },
  codeExpired: { icon: IconClockOff, tone: 'danger' },
  waiting: { icon: IconHourglass, tone: 'neutral' },
  resolved: { icon: IconCircleCheck, tone: 'success' },
  referred: { icon: IconArrowForwardUp, tone: 'neutral' },
  refused: { icon: IconBan, tone: 'warning' },
  abandoned: { icon: IconCircleX, tone: 'neutral' },
  merged: { icon: IconArrowMerge, tone: 'neutral' },
} as const satisfies Record<RowStatus['kind'], unknown>;

const EVERY_SECOND_MS = 1000;
const RARELY_MS = 3_600_000;

/** State by icon, word and colour, and the countdown that belongs to it. */
export function StatusCell({ row }: { readonly row: TicketRow }) {
  const { t } = useTranslation('queue');
  const now = useNow(row.nextEventAt === null ? RARELY_MS : EVERY_SECOND_MS);
  const status = rowStatus(row, now);
  const { icon: Icon, tone } = LOOKS[status.kind];
  const left = status.until === null ? null : timeLeft(status.until - now);
  return (
    <Group className={classes['status'] ?? ''} data-tone={tone} gap={8} wrap="nowrap" align="flex-start">
      <Icon aria-hidden size={18} />
      <div>
        <Text size="sm" fw={600}>
          {t(`status.${status.kind}`)}
        </Text>
        {left !== null && (
          <Text size="xs" className={classes['countdown'] ?? ''}>
            {t(`common:left.${left.unit}`, left)}
          </Text>
        )}
      </div>
    </Group>
  );
}
