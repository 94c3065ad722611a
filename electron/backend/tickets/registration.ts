import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { changeDevice } from '../work/record-writing.ts';
import type { Work } from '../work/work.ts';

/** The first owner that is known of a device. Another one needs the agent's word and a reason; see `setOwner`. */
export async function register(work: Work, device: Device, customerId: string): Promise<void> {
  requireUpdated(await changeDevice(work, { ...device, customerId, siteId: null }));
}

/** Who has shown to own a device that nobody was known to own. */
export async function registerConfirmed(
  work: Work,
  { state: { deviceId, customerId } }: TicketRecord,
): Promise<void> {
  const device = deviceId === null ? null : await work.repositories.devices.find(deviceId);
  if (device?.customerId === null && customerId !== null) await register(work, device, customerId);
}

/**
 * A caller who was registered as a new device's owner in his own ticket is not its owner when he could not show that he owns it, or
 * when the ticket turns out to be about another device. Who owned it before stays.
 */
export async function forgetFirstOwner(
  work: Work,
  { state: { deviceId, customerId }, openedAt }: TicketRecord,
): Promise<void> {
  const device = deviceId === null ? null : await work.repositories.devices.find(deviceId);
  if (device === null || customerId === null || device.customerId !== customerId) return;
  const registered = (await ownerChanges(work, device.id)).at(-1);
  const isFirstOwner =
    registered !== undefined && (registered.details?.before?.['customerId'] ?? null) === null;
  if (isFirstOwner && registered.at >= openedAt)
    await changeDevice(work, { ...device, customerId: null, siteId: null });
}

/** Whether a device was registered to somebody else at that time (epoch ms) or later. */
export async function hasOtherOwnerSince(work: Work, deviceId: string, since: number): Promise<boolean> {
  return (await ownerChanges(work, deviceId)).some(({ at }) => at >= since);
}

/** Oldest first. */
async function ownerChanges(work: Work, deviceId: string) {
  const entries = await work.repositories.recordLog.list({ kind: 'device', id: deviceId });
  return entries.filter(
    ({ details }) => (details?.before?.['customerId'] ?? null) !== (details?.after?.['customerId'] ?? null),
  );
}

/** The device was read in the same transaction, so nobody can have been faster. */
export function requireUpdated(device: Device | null): Device {
  if (device === null) throw new CallError('conflict', 'The device was changed meanwhile.');
  return device;
}
