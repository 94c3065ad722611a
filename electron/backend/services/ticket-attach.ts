import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { changeDevice, insertDevice } from './record-writing.ts';
import { vendorSeen } from './scans.ts';
import { commit, moveTicket, requireTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

type DeviceInput = Pick<ParsedInput<'ticket.attachDevice'>, 'serial' | 'deviceKind' | 'model'>;

/** The device with this serial, made if it is new; a known device keeps what is known of it. */
export async function ensureDevice(work: Work, input: DeviceInput): Promise<Device> {
  const { devices } = work.repositories;
  const known = await devices.findBySerial(input.serial);
  if (known === null) {
    const { serial, deviceKind: kind, model } = input;
    const nothingKnown = { vendorFamily: null, generation: null, customerId: null, siteId: null };
    return insertDevice(work, { id: work.newId(), serial, kind, model, ...nothingKnown });
  }
  if (known.model !== '' || input.model === '') return known;
  return requireUpdated(await changeDevice(work, { ...known, model: input.model }));
}

/** Device and ticket share their customer: whichever has one gives it to the other. */
export async function attachDeviceAndCustomer(
  work: Work,
  ticket: TicketRecord,
  device: Device,
): Promise<TicketRecord> {
  const { id: deviceId, serial, customerId } = device;
  const attached = await commit(work, ticket, { type: 'attachDevice', deviceId, serial });
  const ticketCustomerId = attached.state.customerId;
  if (ticketCustomerId === null) {
    if (customerId === null) return attached;
    return commit(work, attached, { type: 'attachCustomer', customerId });
  }
  if (customerId === null) await giveOwner(work, device, ticketCustomerId);
  return attached;
}

/** Gives the ticket its device, or gives the ticket up for the device's other open one; see the contract. */
export async function attachDevice(work: Work, input: ParsedInput<'ticket.attachDevice'>): Promise<Receipt> {
  const ticket = await requireTicket(work, input.ticketId);
  return attachKnownDevice(work, ticket, await ensureDevice(work, input));
}

/** The same for a device that is there already. */
export async function attachKnownDevice(work: Work, ticket: TicketRecord, device: Device): Promise<Receipt> {
  const other = await work.repositories.tickets.findOpenOfDevice(device.id);
  if (other === null || other.id === ticket.id) {
    const attached = await attachDeviceAndCustomer(work, ticket, device);
    return { recordId: attached.id, isOther: false };
  }
  await merge(work, ticket, other, device);
  return { recordId: other.id, isOther: true };
}

/** Also makes the customer the owner of the ticket's device. */
export async function attachCustomer(
  work: Work,
  ticketId: string,
  customerId: string,
): Promise<TicketRecord> {
  if ((await work.repositories.customers.find(customerId)) === null)
    throw new CallError('not_found', 'There is no such customer.');
  const ticket = await requireTicket(work, ticketId);
  const attached = await commit(work, ticket, { type: 'attachCustomer', customerId });
  const { deviceId } = attached.state;
  const device = deviceId === null ? null : await work.repositories.devices.find(deviceId);
  if (device !== null && device.customerId !== customerId) await giveOwner(work, device, customerId);
  return attached;
}

/** Scans and a customer that is missing there go to `target`; `source` closes and points to it. */
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
  if (merged.state.customerId === null && customerId !== null)
    await attachCustomer(work, merged.id, customerId);
  await commit(work, source, { type: 'close', outcome: 'merged', mergedIntoTicketId: target.id });
  // What was asked for on it counts for the device, which has one open ticket at a time: so not before the close.
  await moveTicket(work, source.id, { type: 'deviceAttached', deviceId: device.id, serial: device.serial });
}

/** The sites of the former owner are not the new one's. */
async function giveOwner(work: Work, device: Device, customerId: string): Promise<void> {
  requireUpdated(await changeDevice(work, { ...device, customerId, siteId: null }));
}

/** The device was read in the same transaction, so nobody can have been faster. */
function requireUpdated(device: Device | null): Device {
  if (device === null) throw new CallError('conflict', 'The device was changed meanwhile.');
  return device;
}
