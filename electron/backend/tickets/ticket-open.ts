import { assertNever } from '../../../core/assert-never.ts';
import type { ParsedInput } from '../../../core/contract/contract.ts';
import type { Device } from '../../../core/contract/records.ts';
import { situationOf } from '../../../core/playbook/chooser.ts';
import { type Situation, situationSeen } from '../../../core/playbook/situation.ts';
import { vendorFamilyOf } from '../../../core/qr/classify.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';
import { type CheckedScan, checkScan, storeScan } from './scans.ts';
import { attachCustomer, attachDeviceAndCustomer, ensureDevice } from './ticket-attach.ts';
import { requireTicket, startTicket } from './ticket-commit.ts';

/** Brings up the ticket for what the agent has in hand; see the contract. */
export async function openTicket(work: Work, input: ParsedInput<'ticket.open'>): Promise<Receipt> {
  switch (input.by) {
    case 'hand':
      return { recordId: (await startTicket(work, {})).id, isOther: false };
    case 'serial':
      return openForDevice(work, await ensureDevice(work, input), {});
    case 'customer':
      return openForCustomer(work, input.customerId);
    case 'resetQr':
      return openForScan(work, checkScan(input.scan), input.label);
    default:
      return assertNever(input);
  }
}

/**
 * The device's open ticket, or a new one.
 *
 * @param seen what a scan says of the situation
 */
export async function openForDevice(work: Work, device: Device, seen: Situation): Promise<Receipt> {
  const open = await work.repositories.tickets.findOpenOfDevice(device.id);
  if (open !== null) return { recordId: open.id, isOther: true };
  const ticket = await attachDeviceAndCustomer(
    work,
    await startTicket(work, situationOf({ situation: seen }, device)),
    device,
  );
  return { recordId: ticket.id, isOther: false };
}

async function openForCustomer(work: Work, customerId: string): Promise<Receipt> {
  const { id } = await startTicket(work, {});
  return { recordId: (await attachCustomer(work, id, customerId)).id, isOther: false };
}

type Label = Extract<ParsedInput<'ticket.open'>, { by: 'resetQr' }>['label'];

/** A QR seen before brings up its open ticket, or else the device it was seen on; the ticket gets the scan. */
async function openForScan(work: Work, scan: CheckedScan, label: Label): Promise<Receipt> {
  const seen = await work.repositories.scans.findTickets(scan.fingerprint);
  const open = seen.find((ticket) => ticket.isOpen);
  if (open !== undefined) return rescan(work, await requireTicket(work, open.ticketId), scan, true);
  const deviceId = seen.find((ticket) => ticket.deviceId !== null)?.deviceId ?? null;
  const known = deviceId === null ? null : await work.repositories.devices.find(deviceId);
  const device = known ?? (label === null ? null : await ensureDevice(work, label));
  if (device === null) return rescan(work, await startTicket(work, seenIn(scan)), scan, false);
  const { recordId, isOther } = await openForDevice(work, device, seenIn(scan));
  return rescan(work, await requireTicket(work, recordId), scan, isOther);
}

/** As the ticket's own fold will have it once the scan is recorded. */
function seenIn({ payload }: CheckedScan): Situation {
  return situationSeen(vendorFamilyOf(payload) ?? undefined);
}

async function rescan(
  work: Work,
  ticket: TicketRecord,
  scan: CheckedScan,
  isOther: boolean,
): Promise<Receipt> {
  if (ticket.state.currentFingerprint !== scan.fingerprint) await storeScan(work, ticket, scan);
  return { recordId: ticket.id, isOther };
}
