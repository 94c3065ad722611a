import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import { withoutGaps } from '../../../core/without-gaps.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { requireCustomer } from './customers.ts';
import { changeDevice } from './record-writing.ts';
import { requireSite } from './sites.ts';
import { announceTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

/** @throws CallError `conflict` when the device was changed since it was read, `refused` for a site of somebody else */
export async function updateDevice(
  work: Work,
  { deviceId, version, change }: ParsedInput<'device.update'>,
): Promise<Receipt> {
  const device = await requireDevice(work, deviceId);
  const changed: Device = { ...device, ...withoutGaps(change), version };
  if (changed.siteId !== null && (await requireSite(work, changed.siteId)).customerId !== device.customerId)
    throw new CallError('refused', 'This place belongs to another customer.');
  const updated = await changeDevice(work, changed);
  if (updated === null) throw new CallError('conflict', 'The device was changed meanwhile.');
  const open = await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null) announceTicket(work, open);
  return { recordId: deviceId, isOther: false };
}

/** Gives a device to another owner, whose places are others. */
export async function setOwner(work: Work, deviceId: string, customerId: string): Promise<Receipt> {
  const device = await requireDevice(work, deviceId);
  await requireCustomer(work, customerId);
  await changeDevice(work, { ...device, customerId, siteId: null });
  const open = await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null) announceTicket(work, open);
  return { recordId: deviceId, isOther: false };
}

export async function requireDevice(work: Work, deviceId: string): Promise<Device> {
  const device = await work.repositories.devices.find(deviceId);
  if (device === null) throw new CallError('not_found', 'There is no such device.');
  return device;
}
