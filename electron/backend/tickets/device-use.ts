import type { DeviceCounts } from '../../../core/ticket/device-counts.ts';
import {
  countedBackMs,
  type DeviceTrail,
  type DeviceUse,
  sumDeviceUse,
} from '../../../core/ticket/device-use.ts';
import { isSamePlaybook, type PlaybookRef, playbooksOf } from '../../../core/ticket/replay.ts';
import type { TicketEvent } from '../../../core/ticket/schema.ts';
import { findPlaybooks } from '../playbooks/index.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';

/** More than any device has in the days that are looked at. */
const ticketsCounted = 20;

/**
 * What other tickets of the ticket's device used of its limits; null when none did.
 *
 * @param added what is about to be added to the ticket's own trail
 */
export async function readDeviceUse(
  work: Work,
  { id, number, state: { deviceId } }: Pick<TicketRecord, 'id' | 'number' | 'state'>,
  added: readonly TicketEvent[] = [],
): Promise<DeviceUse | null> {
  if (deviceId === null) return null;
  const { repositories, now } = work;
  const tickets = await repositories.tickets.listOfDevice(deviceId, ticketsCounted);
  const recent = tickets.filter((row) => row.id !== id && row.updatedAt > now - countedBackMs);
  if (recent.length === 0) return null;
  const trails = await repositories.events.listOfTickets([id, ...recent.map((row) => row.id)]);
  const trailOf = (ticketId: string, ticketNumber: number): DeviceTrail => {
    return { ticketId, ticketNumber, trail: trails.get(ticketId) ?? [] };
  };
  const before = trailOf(id, number);
  const news = added.map((event, index) => ({ event, at: now, sequence: before.trail.length + index + 1 }));
  const own = { ...before, trail: [...before.trail, ...news] };
  const others = recent.map((row) => trailOf(row.id, row.number));
  const events = [own, ...others].flatMap(({ trail }) => trail.map(({ event }) => event));
  const playbooks = await findPlaybooks(work, playbooksOf(events));
  const find = (ref: PlaybookRef) => playbooks.find((playbook) => isSamePlaybook(playbook, ref)) ?? null;
  return sumDeviceUse(own, others, find, now);
}

/** The counts that the rules go by; null where the ticket's own are all there are. */
export async function countsOfDevice(
  work: Work,
  ticket: Pick<TicketRecord, 'id' | 'number' | 'state'>,
  added: readonly TicketEvent[] = [],
): Promise<DeviceCounts | null> {
  return (await readDeviceUse(work, ticket, added))?.counts ?? null;
}
