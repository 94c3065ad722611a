import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import type { Device } from '../../../core/contract/records.ts';
import type { Misfit, TicketSide } from '../../../core/contract/ticket-calls.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';
import { isOfTwoCustomers } from './ticket-attach.ts';
import { requireTicket } from './ticket-commit.ts';

/** Whether a code or serial in hand belongs to a ticket; see the contract. */
export async function checkFit(
  work: Work,
  input: ParsedInput<'ticket.checkFit'>,
): Promise<CallOutput<'ticket.checkFit'>> {
  const ticket = await requireTicket(work, input.ticketId);
  const found = await findPlace(work, ticket, input);
  const reason = reasonOf(ticket, input, found);
  if (reason === null) return { misfit: null };
  const { device, open, hasCode } = found;
  const owner = device?.customerId == null ? null : await work.repositories.customers.find(device.customerId);
  return {
    misfit: {
      reason,
      own: await sideOf(work, ticket),
      serial: device?.serial ?? input.serial,
      ownerName: owner?.name ?? '',
      other: open === null ? null : await sideOf(work, open),
      isOfTwoCustomers: open !== null && isOfTwoCustomers(ticket, open),
      isNamed: input.serial !== null,
      // A code that was seen on that device brings it along; only a serial can merge the two tickets.
      canBeHere: !hasCode && (reason !== 'anotherCustomer' || input.serial !== null),
    },
  };
}

/** Where a code or serial would belong by itself. */
interface Place {
  /** The known device that the serial names, or that the code was seen on. */
  readonly device: Device | null;
  /** Another open ticket that has the code, or the device. */
  readonly open: TicketRecord | null;
  /** `open` has the code itself. */
  readonly hasCode: boolean;
}

type Found = Pick<ParsedInput<'ticket.checkFit'>, 'fingerprint' | 'serial'>;

async function findPlace(work: Work, ticket: TicketRecord, { fingerprint, serial }: Found): Promise<Place> {
  const { scans, devices, tickets } = work.repositories;
  const seen = fingerprint === null ? [] : await scans.findTickets(fingerprint);
  const seenOn = seen.find(({ deviceId }) => deviceId !== null)?.deviceId ?? null;
  const named = serial === null ? null : await devices.findBySerial(serial);
  const device = named ?? (seenOn === null || serial !== null ? null : await devices.find(seenOn));
  const withCode = seen.find(({ ticketId, isOpen }) => isOpen && ticketId !== ticket.id);
  if (withCode !== undefined)
    return { device, open: await requireTicket(work, withCode.ticketId), hasCode: true };
  const ofDevice = device === null ? null : await tickets.findOpenOfDevice(device.id);
  return { device, open: ofDevice?.id === ticket.id ? null : ofDevice, hasCode: false };
}

function reasonOf(
  ticket: TicketRecord,
  { fingerprint, serial }: Found,
  { device, open }: Place,
): Misfit['reason'] | null {
  const { deviceId, currentFingerprint } = ticket.state;
  const isNamed = serial !== null || device !== null;
  if (deviceId !== null && isNamed && device?.id !== deviceId) return 'anotherDevice';
  if (open !== null && isOfTwoCustomers(ticket, open)) return 'anotherCustomer';
  // An open ticket that has the code takes it, and this one keeps its own.
  const isAnotherCode =
    fingerprint !== null && currentFingerprint !== null && fingerprint !== currentFingerprint;
  return isAnotherCode && open === null ? 'anotherCode' : null;
}

async function sideOf(work: Work, { id, number, state }: TicketRecord): Promise<TicketSide> {
  const { customers, devices, scans } = work.repositories;
  const { customerId, deviceId, isOwnershipConfirmed } = state;
  const customer = customerId === null ? null : await customers.find(customerId);
  const device = deviceId === null ? null : await devices.find(deviceId);
  return {
    ticketId: id,
    ticketNumber: number,
    customerName: customer?.name ?? '',
    serial: device?.serial ?? null,
    isOwnershipConfirmed,
    scanCount: (await scans.listOfTicket(id)).length,
  };
}
