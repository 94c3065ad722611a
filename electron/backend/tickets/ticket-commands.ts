import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import { readDeskSettings } from '../settings/index.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { requireDevice } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';
import { recheckProofs } from './recheck-proofs.ts';
import { forgetFirstOwner, registerConfirmed } from './registration.ts';
import { checkScan, storeScan } from './scans.ts';
import { attachKnownDevice } from './ticket-attach.ts';
import { commit, requireTicket } from './ticket-commit.ts';

type WithoutChecklist<Type extends TicketCommand['type']> = Type extends unknown
  ? Omit<Extract<TicketCommand, { type: Type }>, 'checklist'>
  : never;

/** For the commands that need no look-up beyond the ticket itself. */
export async function carryOut(work: Work, ticketId: string, command: TicketCommand): Promise<Receipt> {
  const before = await requireTicket(work, ticketId);
  const ticket = await commit(work, before, command);
  if (ticket.state.outcome === 'refused' && before.state.outcome === null)
    await forgetFirstOwner(work, ticket);
  if (ticket.state.isOwnershipConfirmed && !before.state.isOwnershipConfirmed)
    await registerConfirmed(work, ticket);
  return { recordId: ticket.id, isOther: false };
}

/** For the commands that need to know what the desk insists on. */
export async function carryOutWithChecklist(
  work: Work,
  ticketId: string,
  command: WithoutChecklist<'answerStep' | 'recordOwnership'>,
): Promise<Receipt> {
  const { checklist } = (await readDeskSettings(work)).settings;
  return carryOut(work, ticketId, { ...command, checklist });
}

/**
 * If another open ticket already has this QR, nothing changes and the answer is that one. The QR that is on the screen
 * already is no second scan. A QR that was seen on a device brings that device to a ticket without one.
 */
export async function recordScan(work: Work, input: ParsedInput<'ticket.recordScan'>): Promise<Receipt> {
  const ticket = await requireTicket(work, input.ticketId);
  const scan = checkScan(input.scan);
  const seen = await work.repositories.scans.findTickets(scan.fingerprint);
  const other = seen.find(({ ticketId, isOpen }) => isOpen && ticketId !== ticket.id);
  if (other !== undefined) return { recordId: other.ticketId, isOther: true };
  if (ticket.state.currentFingerprint === scan.fingerprint) return { recordId: ticket.id, isOther: false };
  const scanned = await storeScan(work, ticket, scan);
  const deviceId = seen.find((earlier) => earlier.deviceId !== null)?.deviceId ?? null;
  if (deviceId === null || scanned.state.deviceId !== null) return { recordId: ticket.id, isOther: false };
  return attachKnownDevice(work, scanned, await requireDevice(work, deviceId), false);
}

/** A device has one open ticket at a time. It may have got another owner meanwhile, whose proofs nobody has seen. */
export async function reopenTicket(work: Work, ticketId: string): Promise<Receipt> {
  const { deviceId } = (await requireTicket(work, ticketId)).state;
  const open = deviceId === null ? null : await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null && open.id !== ticketId)
    throw new CallError('refused', 'The device has another open ticket.');
  const receipt = await carryOut(work, ticketId, { type: 'reopen' });
  if (deviceId !== null) await recheckProofs(work, deviceId);
  return receipt;
}
