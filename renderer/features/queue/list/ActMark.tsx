import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconBan,
  IconBell,
  IconBellRinging,
  IconCircleCheck,
  IconCircleX,
  IconClockOff,
  IconDeviceTv,
  IconForms,
  IconHourglass,
  IconKey,
  IconLock,
  IconLockOpen,
  IconLogin2,
  IconMailSearch,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconQrcode,
  IconRoute,
  IconSend,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ActKind, ActTime } from '../../../../core/queue/next-act.ts';
import classes from './QueueGrid.module.css';

const ICONS = {
  lookForMail: IconMailSearch,
  askForReply: IconMailSearch,
  comeBack: IconBellRinging,
  callCustomer: IconPhoneOutgoing,
  tryAgain: IconLockOpen,
  askAgain: IconLockOpen,
  replaceCode: IconClockOff,
  mailExpected: IconHourglass,
  replyExpected: IconHourglass,
  comeBackAt: IconBell,
  callBack: IconPhoneIncoming,
  locked: IconLock,
  refuses: IconLock,
  ownership: IconUserQuestion,
  findQr: IconDeviceTv,
  scan: IconQrcode,
  submit: IconSend,
  wait: IconHourglass,
  code: IconForms,
  password: IconKey,
  verify: IconLogin2,
  close: IconCircleCheck,
  chooseRoute: IconRoute,
  resolved: IconCircleCheck,
  referred: IconArrowForwardUp,
  refused: IconBan,
  abandoned: IconCircleX,
  merged: IconArrowMerge,
  mistaken: IconArrowBackUp,
} as const satisfies Record<ActKind, unknown>;

type Tone = 'danger' | 'success' | 'primary' | 'neutral';

type Props = {
  readonly act: ActKind;
  readonly time: ActTime['kind'] | null;
  readonly text: string;
  readonly when: string;
};

/** What is to be done next by icon, word and colour, and when. */
export function ActMark({ act, time, text, when }: Props) {
  const Icon = ICONS[act];
  return (
    <span className={classes['act']} data-tone={toneOf(act, time)}>
      <Icon aria-hidden size={18} />
      <span className={classes['lines']}>
        <strong>{text}</strong>
        {when !== '' && <small>{when}</small>}
      </span>
    </span>
  );
}

/** Late stands out, what is at hand invites, what only waits keeps still. */
function toneOf(act: ActKind, time: ActTime['kind'] | null): Tone {
  if (time === 'late' || act === 'replaceCode') return 'danger';
  if (act === 'resolved' || time === 'left') return 'success';
  return time === 'since' ? 'primary' : 'neutral';
}
