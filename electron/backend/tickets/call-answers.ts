import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Change, Context } from '../work/call-context.ts';
import { readTicket } from './ticket-reading.ts';

/** Runs a command whose answer is a ticket. */
export function changeTicket(context: Context, change: Change): Promise<{ ticket: TicketDetails }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    ticket: await readTicket(work, recordId),
  }));
}

/** The same, for the commands that may end at another ticket. */
export function changeOrFindTicket(
  context: Context,
  change: Change,
): Promise<{ ticket: TicketDetails; isOther: boolean }> {
  return context.backend.command(context, change, async (work, { recordId, isOther }) => ({
    ticket: await readTicket(work, recordId),
    isOther,
  }));
}
