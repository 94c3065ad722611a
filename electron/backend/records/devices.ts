import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import { withoutGaps } from '../../../core/without-gaps.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { moveTicket, recheckProofs } from '../tickets/index.ts';
import { changeDevice } from '../work/record-writing.ts';
import { requireCustomer, requireDevice, requireSite } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';

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
  return { recordId: deviceId, isOther: false };
}

/**
 * Registers a device to another owner, whose places are others. It is in the device's log, and in the trail of its open ticket.
 *
 * @throws CallError `refused` when somebody owns it already and no reason is given
 */
export async function setOwner(
  work: Work,
  { deviceId, customerId, reason }: ParsedInput<'device.setOwner'>,
): Promise<Receipt> {
  const device = await requireDevice(work, deviceId);
  await requireCustomer(work, customerId);
  const formerCustomerId = device.customerId;
  if (formerCustomerId === customerId) return { recordId: deviceId, isOther: false };
  if (formerCustomerId !== null && reason === null)
    throw new CallError('refused', 'Say why the device gets another owner.');
  await changeDevice(work, { ...device, customerId, siteId: null }, reason);
  const open = await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null)
    await moveTicket(work, open.id, { type: 'ownerChanged', customerId, formerCustomerId, reason });
  await recheckProofs(work, deviceId);
  return { recordId: deviceId, isOther: false };
}
