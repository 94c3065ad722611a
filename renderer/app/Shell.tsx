import { Anchor, Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-call.ts';
import { AlarmBar, ClockNotice, useDeskClock, useOpenRequests } from '../features/alarms/index.ts';
import { CallErrorNotice } from '../ui/CallErrorNotice.tsx';
import { UrgentBanners } from './Banners.tsx';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { StatusLine } from './StatusLine.tsx';

/** A ticket's own page, not its trail. */
const TICKET_PAGE = /^\/ticket\/[^/]+$/;

/** The frame of the desk: rail, page, status line. Inside a ticket the step has the room: the rail shows its icons only. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const practice = useCommand('practice.open');
  const clock = useDeskClock();
  const [location] = useLocation();
  const isInTicket = TICKET_PAGE.test(location);
  useOpenRequests();
  return (
    <div className={classes['frame']}>
      <Anchor className={classes['skip'] ?? ''} href="#content" onClick={focusContent}>
        {t('skipToContent')}
      </Anchor>
      <Rail isFolded={isInTicket} onPractice={() => practice.mutate({})} />
      <div className={classes['column']}>
        <UrgentBanners />
        <ClockNotice clock={clock} />
        {/* A ticket has a place of its own for it, which is there with and without an alarm. */}
        {!isInTicket && <AlarmBar />}
        <Box component="main" id="content" tabIndex={-1} className={classes['content'] ?? ''}>
          <CallErrorNotice error={practice.error} />
          {children}
        </Box>
        <StatusLine />
      </div>
    </div>
  );
}

/** The address is a hash route, so the link must not change it. */
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
