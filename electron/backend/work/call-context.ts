import type { Device, TicketDetails } from '../../../core/contract/records.ts';
import type { Backend, Call } from '../dispatch/backend.ts';
import { requireDevice } from '../records/devices.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { readTicket } from '../tickets/ticket-reading.ts';
import type { Work } from './work.ts';

/** What a handler is given besides the input. */
export interface Context extends Call {
  readonly backend: Backend;
}

export type Change = (work: Work) => Promise<Receipt>;

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

/** Runs a command whose answer is a device. */
export function changeDevice(context: Context, change: Change): Promise<{ device: Device }> {
  return context.backend.command(context, change, async (work, { recordId }) => ({
    device: await requireDevice(work, recordId),
  }));
}
