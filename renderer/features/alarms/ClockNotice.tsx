import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClockState } from '../../../core/contract/clock-calls.ts';
import { useCommand } from '../../api/use-call.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './ClockNotice.module.css';

const BY_THE_MINUTE_MS = 10_000;

/** The computer's clock was set: says by how much, that no countdown was lost, and leaves it to the agent which clock is right. */
export function ClockNotice({ clock }: { readonly clock: ClockState | undefined }) {
  const { t, i18n } = useTranslation('common');
  const now = useNow(BY_THE_MINUTE_MS);
  const adopt = useCommand('clock.adopt');
  const jump = clock?.jump ?? null;
  if (clock === undefined || clock.offsetMs === 0) return <CallErrorNotice error={adopt.error} />;
  const by = t('clock.by', hoursAndMinutes(Math.abs(clock.offsetMs)));
  const isBack = clock.offsetMs > 0;
  const values = {
    by,
    desk: formatTime(now, now, i18n.language),
    computer: formatTime(now - clock.offsetMs, now, i18n.language),
  };
  return (
    <div className={classes['place']}>
      <Notice
        tone="warning"
        title={t(isBack ? 'clock.setBack' : 'clock.setForward', values)}
        action={
          <Button
            variant="default"
            size="compact-sm"
            loading={adopt.isPending}
            onClick={() => adopt.mutate({})}
          >
            {t('clock.adopt')}
          </Button>
        }
      >
        {t(jump?.wasRunning === false ? 'clock.goesOnSince' : 'clock.goesOn', values)}
      </Notice>
      <CallErrorNotice error={adopt.error} />
    </div>
  );
}

/** To the minute: nobody cares for the seconds by which a clock was set. */
function hoursAndMinutes(ms: number): { readonly hours: number; readonly minutes: string } {
  const minutes = Math.round(ms / 60_000);
  return { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') };
}
