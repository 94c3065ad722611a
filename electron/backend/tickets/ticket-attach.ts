import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import { blankDevice } from '../../../core/records/device-fields.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { changeDevice, insertDevice } from '../work/record-writing.ts';
import type { Work } from '../work/work.ts';
import { forgetFirstOwner, register, requireUpdated } from './registration.ts';
import { vendorSeen } from './scans.ts';
import { commit, moveTicket, requireTicket } from './ticket-commit.ts';

type DeviceInput = Pick<ParsedInput<'ticket.attachDevice'>, 'serial' | 'deviceKind' | 'model'>;

/** The device with this serial, made if it is new; a known device keeps what is known of it. */
export async function ensureDevice(work: Work, input: DeviceInput): Promise<Device> {
  const { devices } = work.repositories;
  const known = await devices.findBySerial(input.serial);
  if (known === null) {
    const { serial, deviceKind: kind, model } = input;
    return insertDevice(work, { ...blankDevice, id: work.newId(), serial, kind, model });
  }
  if (known.model !== '' || input.model === '') return known;
  return requireUpdated(await changeDevice(work, { ...known, model: input.model }));
}

/**
 * Who owns a device is presumed to call, until the agent says otherwise: then he goes with it when it turns out to be another
 * device. One that nobody is known to own is registered to the caller who was named; one that somebody owns stays his, whoever calls.
 */
export async function attachDeviceAndCustomer(
  work: Work,
  ticket: TicketRecord,
  device: Device,
): Promise<TicketRecord> {
  const { id: deviceId, serial, customerId: ownerId } = device;
  const attached = await commit(work, ticket, { type: 'attachDevice', deviceId, serial, ownerId });
  const { customerId, isCallerPresumed } = attached.state;
  const named = isCallerPresumed ? null : customerId;
  if (ownerId === null) {
    if (named !== null) await register(work, device, named);
    return attached;
  }
  if (named !== null) return attached;
  return commit(work, attached, { type: 'attachCustomer', customerId: ownerId, ownerId, isPresumed: true });
}

/** Gives the ticket its device, or gives the ticket up for the device's other open one; see the contract. */
export async function attachDevice(work: Work, input: ParsedInput<'ticket.attachDevice'>): Promise<Receipt> {
  const ticket = await requireTicket(work, input.ticketId);
  return attachKnownDevice(work, ticket, await ensureDevice(work, input), input.isMergeAgreed);
}

/**
 * The same for a device that is there already.
 *
 * @param isMergeAgreed the agent was asked, and told whose tickets these are
 * @throws CallError `conflict` when the tickets are of two customers and nobody has agreed
 */
export async function attachKnownDevice(
  work: Work,
  ticket: TicketRecord,
  device: Device,
  isMergeAgreed: boolean,
): Promise<Receipt> {
  const other = await work.repositories.tickets.findOpenOfDevice(device.id);
  if (other === null || other.id === ticket.id) {
    if (ticket.state.deviceId !== device.id) await forgetFirstOwner(work, ticket);
    const attached = await attachDeviceAndCustomer(work, ticket, device);
    return { recordId: attached.id, isOther: false };
  }
  if (!isMergeAgreed && isOfTwoCustomers(ticket, other))
    throw new CallError('conflict', 'This device has an open ticket of another customer.');
  await forgetFirstOwner(work, ticket);
  await merge(work, ticket, other, device);
  return { recordId: other.id, isOther: true };
}

export function isOfTwoCustomers({ state: one }: TicketRecord, { state: other }: TicketRecord): boolean {
  return one.customerId !== null && other.customerId !== null && one.customerId !== other.customerId;
}

/** Says who calls. A device that nobody is known to own is registered to the caller; see {@link attachDeviceAndCustomer}. */
export async function attachCustomer(
  work: Work,
  ticketId: string,
  customerId: string,
): Promise<TicketRecord> {
  if ((await work.repositories.customers.find(customerId)) === null)
    throw new CallError('not_found', 'There is no such customer.');
  const ticket = await requireTicket(work, ticketId);
  const { deviceId } = ticket.state;
  const device = deviceId === null ? null : await work.repositories.devices.find(deviceId);
  const ownerId = device?.customerId ?? null;
  const attached = await commit(work, ticket, { type: 'attachCustomer', customerId, ownerId });
  if (device !== null && ownerId === null) await register(work, device, customerId);
  return attached;
}

/**
 * Scans and a customer that is missing there go to `target`; `source` closes and points to it. The proofs that `target` has are
 * its customer's: whoever else called in `source` has to show his own.
 */
async function merge(work: Work, source: TicketRecord, target: TicketRecord, device: Device): Promise<void> {
  const { scans } = work.repositories;
  const moved = (await scans.listOfTicket(source.id)).reverse();
  const ids = moved.map(({ id }) => id);
  await scans.move(ids, target.id);
  work.journal.note({ of: 'scans', ids, fromTicketId: source.id, toTicketId: target.id });
  let merged = target;
  for (const { id: scanId, fingerprint, header, source: scannedFrom } of moved) {
    const scan = { scanId, fingerprint, source: scannedFrom, ...vendorSeen(header) };
    merged = await commit(work, merged, { type: 'recordScan', ...scan });
  }
  const { customerId } = source.state;
  if (customerId === null || customerId !== merged.state.customerId)
    merged = await commit(work, merged, { type: 'setProofsAside', cause: 'otherTicket' });
  if (merged.state.customerId === null && customerId !== null)
    await attachCustomer(work, merged.id, customerId);
  await commit(work, source, { type: 'close', outcome: 'merged', mergedIntoTicketId: target.id });
  // What was asked for on it counts for the device, which has one open ticket at a time: so not before the close.
  await moveTicket(work, source.id, { type: 'deviceAttached', deviceId: device.id, serial: device.serial });
}
