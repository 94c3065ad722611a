import type { DeviceCounts } from '../../../core/ticket/device-counts.ts';
import {
  countedBackMs,
  type DeviceTrail,
  type DeviceUse,
  sumDeviceUse,
} from '../../../core/ticket/device-use.ts';
import type { TicketRecord } from '../store/ports.ts';
import { playbookFinder } from './playbook-versions.ts';
import type { Work } from './work.ts';

/** More than any device has in the days that are looked at. */
const ticketsCounted = 20;

/** What other tickets of the ticket's device used of its limits; null when none did. */
export async function readDeviceUse(
  work: Work,
  { id, number, state: { deviceId } }: Pick<TicketRecord, 'id' | 'number' | 'state'>,
): Promise<DeviceUse | null> {
  if (deviceId === null) return null;
  const { repositories, now } = work;
  const tickets = await repositories.tickets.listOfDevice(deviceId, ticketsCounted);
  const recent = tickets.filter((row) => row.id !== id && row.updatedAt > now - countedBackMs);
  if (recent.length === 0) return null;
  const readTrail = async (ticketId: string, ticketNumber: number): Promise<DeviceTrail> => {
    const trail = await repositories.events.listOfTicket(ticketId);
    return { ticketId, ticketNumber, trail };
  };
  const own = await readTrail(id, number);
  const others = await Promise.all(recent.map((row) => readTrail(row.id, row.number)));
  const trail = [own, ...others].flatMap((each) => each.trail);
  return sumDeviceUse(own, others, await playbookFinder(work, trail), now);
}

/** The counts that the rules go by; null where the ticket's own are all there are. */
export async function countsOfDevice(
  work: Work,
  ticket: Pick<TicketRecord, 'id' | 'number' | 'state'>,
): Promise<DeviceCounts | null> {
  return (await readDeviceUse(work, ticket))?.counts ?? null;
}
