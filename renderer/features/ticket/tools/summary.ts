import type { TicketEventRecord } from '../../../../core/contract/records.ts';
import type { TicketEvent } from '../../../../core/ticket/schema.ts';

/** What a summary tells of, in the order of the procedure. */
const MILESTONES = [
  'ticketOpened',
  'ownershipRecorded',
  'scanRecorded',
  'requestSubmitted',
  'codeArrived',
  'codeAccepted',
  'passwordAccepted',
  'loginVerified',
  'ticketClosed',
] as const satisfies readonly TicketEvent['type'][];

export interface Milestone {
  readonly type: (typeof MILESTONES)[number];
  /** When it happened last, epoch ms. */
  readonly at: number;
  readonly times: number;
}

export interface Summary {
  readonly milestones: readonly Milestone[];
  readonly wrongCodes: number;
  /** From the opening to the last close; null while the ticket is open. */
  readonly durationMs: number | null;
}

/** What was done on a ticket, from its audit trail (oldest first). */
export function summarize(history: readonly TicketEventRecord[]): Summary {
  const milestones = MILESTONES.flatMap((type) => {
    const found = history.filter(({ event }) => event.type === type);
    const last = found.at(-1);
    return last === undefined ? [] : [{ type, at: last.at, times: found.length }];
  });
  const opened = history.at(0);
  const end = history.findLast(
    ({ event }) => event.type === 'ticketClosed' || event.type === 'ticketReopened',
  );
  return {
    milestones,
    wrongCodes: history.filter(({ event }) => event.type === 'codeRejected').length,
    durationMs:
      opened !== undefined && end?.event.type === 'ticketClosed' ? Math.max(0, end.at - opened.at) : null,
  };
}
