import type { TicketEventRecord } from '../../../../core/contract/records.ts';
import { type Milestone, milestonesOf, standingFacts } from '../../../../core/ticket/milestones.ts';

export interface Summary {
  readonly milestones: readonly Milestone[];
  readonly wrongCodes: number;
  /** From the opening to the last close; null while the ticket is open. */
  readonly durationMs: number | null;
}

/** What was done on a ticket, from its audit trail (oldest first). */
export function summarize(history: readonly TicketEventRecord[]): Summary {
  const facts = standingFacts(history);
  const opened = facts.at(0);
  const end = facts.findLast(({ event }) => event.type === 'ticketClosed' || event.type === 'ticketReopened');
  return {
    milestones: milestonesOf(history),
    wrongCodes: facts.filter(({ event }) => event.type === 'codeRejected').length,
    durationMs:
      opened !== undefined && end?.event.type === 'ticketClosed' ? Math.max(0, end.at - opened.at) : null,
  };
}
