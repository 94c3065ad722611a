import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconBan,
  IconBell,
  IconBellRinging,
  IconCircleCheck,
  IconCircleX,
  IconClockCheck,
  IconClockOff,
  IconHeadset,
  IconHourglass,
  IconLock,
  IconLockOpen,
  IconMailSearch,
  IconPhoneIncoming,
  IconPhoneOutgoing,
} from '@tabler/icons-react';
import type { RowStatus } from '../row-status.ts';
import classes from './QueueGrid.module.css';

const LOOKS = {
  inProgress: { icon: IconHeadset, tone: 'primary' },
  locked: { icon: IconLock, tone: 'warning' },
  lockOver: { icon: IconLockOpen, tone: 'primary' },
  codeValid: { icon: IconClockCheck, tone: 'success' },
  codeExpired: { icon: IconClockOff, tone: 'danger' },
  codeOverdue: { icon: IconMailSearch, tone: 'warning' },
  reminderSet: { icon: IconBell, tone: 'neutral' },
  callBackAwaited: { icon: IconPhoneIncoming, tone: 'neutral' },
  callBackOverdue: { icon: IconPhoneOutgoing, tone: 'warning' },
  reminderDue: { icon: IconBellRinging, tone: 'warning' },
  replyOverdue: { icon: IconMailSearch, tone: 'warning' },
  coolingDown: { icon: IconHourglass, tone: 'neutral' },
  coolDownOver: { icon: IconLockOpen, tone: 'primary' },
  waiting: { icon: IconHourglass, tone: 'neutral' },
  resolved: { icon: IconCircleCheck, tone: 'success' },
  referred: { icon: IconArrowForwardUp, tone: 'neutral' },
  refused: { icon: IconBan, tone: 'warning' },
  abandoned: { icon: IconCircleX, tone: 'neutral' },
  merged: { icon: IconArrowMerge, tone: 'neutral' },
  mistaken: { icon: IconArrowBackUp, tone: 'neutral' },
} as const satisfies Record<RowStatus['kind'], unknown>;

type Props = { readonly status: RowStatus['kind']; readonly text: string; readonly left: string };

/** State by icon, word and colour, and the countdown that belongs to it. */
export function StatusMark({ status, text, left }: Props) {
  const { icon: Icon, tone } = LOOKS[status];
  return (
    <span className={classes['status']} data-tone={tone}>
      <Icon aria-hidden size={18} />
      <span className={classes['lines']}>
        <strong>{text}</strong>
        {left !== '' && <small>{left}</small>}
      </span>
    </span>
  );
}
