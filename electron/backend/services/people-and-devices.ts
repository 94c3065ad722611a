import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Customer, Device } from '../../../core/contract/records.ts';
import type { Receipt } from '../store/ports.ts';
import { attachCustomer } from './ticket-attach.ts';
import { announceTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

/** Makes a customer and attaches it to the ticket. */
export async function createCustomer(work: Work, input: ParsedInput<'customer.create'>): Promise<Receipt> {
  const { ticketId, ...fields } = input;
  if (Object.values(fields).every((text) => text.trim() === ''))
    throw new CallError('refused', 'Give a name, a phone number or an e-mail address.');
  const customer = await work.repositories.customers.insert({ id: work.newId(), ...fields }, work.now);
  announceCustomer(work, customer);
  const ticket = await attachCustomer(work, ticketId, customer.id);
  return { recordId: ticket.id, isOther: false };
}

/** @throws CallError `conflict` when the customer was changed since it was read */
export async function updateCustomer(
  work: Work,
  { customerId, version, change }: ParsedInput<'customer.update'>,
): Promise<Receipt> {
  const customer = await requireCustomer(work, customerId);
  const { name = customer.name, phone = customer.phone, email = customer.email } = change;
  const changed = { id: customerId, name, phone, email, version };
  const updated = await work.repositories.customers.update(changed, work.now);
  if (updated === null) throw new CallError('conflict', 'The customer was changed meanwhile.');
  announceCustomer(work, updated);
  return { recordId: customerId, isOther: false };
}

/** @throws CallError `conflict` when the device was changed since it was read */
export async function updateDevice(
  work: Work,
  { deviceId, version, change }: ParsedInput<'device.update'>,
): Promise<Receipt> {
  const device = await requireDevice(work, deviceId);
  const { model = device.model, kind = device.kind } = change;
  const updated = await work.repositories.devices.update({ ...device, model, kind, version }, work.now);
  if (updated === null) throw new CallError('conflict', 'The device was changed meanwhile.');
  const open = await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null) announceTicket(work, open);
  return { recordId: deviceId, isOther: false };
}

export async function requireCustomer(work: Work, customerId: string): Promise<Customer> {
  const customer = await work.repositories.customers.find(customerId);
  if (customer === null) throw new CallError('not_found', 'There is no such customer.');
  return customer;
}

export async function requireDevice(work: Work, deviceId: string): Promise<Device> {
  const device = await work.repositories.devices.find(deviceId);
  if (device === null) throw new CallError('not_found', 'There is no such device.');
  return device;
}

function announceCustomer(work: Work, { id, version }: Customer): void {
  work.announce({ name: 'customer.changed', payload: { customerId: id, version } });
}
