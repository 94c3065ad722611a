import { NavLink } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { queueHref } from '../../lib/queue-address.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';

const BY_THE_MINUTE_MS = 10_000;

/** How many tickets wait, and when the next time comes; leads to the tickets in the order of their times. */
export function TimersLink({ className }: { readonly className: string }) {
  const { t, i18n } = useTranslation('common');
  const now = useNow(BY_THE_MINUTE_MS);
  const timers = useCall('alarm.list', {}).data;
  if (timers === undefined) return null;
  // What has come is told by the alarm; it is no longer the next.
  const nextAt = timers.nextAt !== null && timers.nextAt > now ? timers.nextAt : null;
  if (timers.waiting === 0 && nextAt === null) return null;
  return (
    <NavLink
      className={className}
      href={queueHref('open', timers.waiting === 0 ? {} : { stages: ['waiting'] })}
      label={timers.waiting === 0 ? t('timers.label') : t('timers.waiting', { count: timers.waiting })}
      description={
        nextAt === null ? undefined : t('timers.next', { at: formatTime(nextAt, now, i18n.language) })
      }
      leftSection={<IconClock aria-hidden size={18} />}
    />
  );
}
