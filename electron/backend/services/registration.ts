import { CallError } from '../../../core/contract/errors.ts';
import type { Device } from '../../../core/contract/records.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { changeDevice } from './record-writing.ts';
import type { Work } from './work.ts';

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
  const entries = await work.repositories.recordLog.list({ kind: 'device', id: device.id });
  const registered = entries.findLast(
    ({ details }) => (details?.before?.['customerId'] ?? null) !== (details?.after?.['customerId'] ?? null),
  );
  const isFirstOwner =
    registered !== undefined && (registered.details?.before?.['customerId'] ?? null) === null;
  if (isFirstOwner && registered.at >= openedAt)
    await changeDevice(work, { ...device, customerId: null, siteId: null });
}

/** The device was read in the same transaction, so nobody can have been faster. */
export function requireUpdated(device: Device | null): Device {
  if (device === null) throw new CallError('conflict', 'The device was changed meanwhile.');
  return device;
}
