import {
  type Icon,
  IconCircleCheck,
  IconCircleX,
  IconFlag,
  IconLock,
  IconNotes,
  IconPencil,
  IconQrcode,
  IconSend,
  IconTicket,
  IconUser,
} from '@tabler/icons-react';
import type { TimelineEntry } from '../../../core/contract/record-calls.ts';
import type { TicketEvent } from '../../../core/ticket/schema.ts';

type Look = { readonly icon: Icon; readonly tone: 'neutral' | 'good' | 'bad' };

const looks: Readonly<Partial<Record<TicketEvent['type'], Look>>> = {
  ticketOpened: { icon: IconTicket, tone: 'neutral' },
  scanRecorded: { icon: IconQrcode, tone: 'neutral' },
  requestSubmitted: { icon: IconSend, tone: 'neutral' },
  codeRejected: { icon: IconCircleX, tone: 'bad' },
  deviceLocked: { icon: IconLock, tone: 'bad' },
  loginVerified: { icon: IconCircleCheck, tone: 'good' },
  noteAdded: { icon: IconNotes, tone: 'neutral' },
  ticketClosed: { icon: IconFlag, tone: 'neutral' },
};

/** The sign beside a moment; what it says stands beside it in words. */
export function timelineLook({ event, entry }: TimelineEntry): Look {
  if (event !== null) return looks[event.type] ?? { icon: IconTicket, tone: 'neutral' };
  const isOwner = entry?.changes?.some(({ name }) => name === 'customerId') ?? false;
  return { icon: isOwner ? IconUser : IconPencil, tone: 'neutral' };
}
