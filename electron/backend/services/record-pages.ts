import type { CallOutput } from '../../../core/contract/contract.ts';
import type { DeviceLine, TicketLine, TimelineEntry } from '../../../core/contract/record-calls.ts';
import type { Device } from '../../../core/contract/records.ts';
import { searchTerms } from '../../../core/search-key.ts';
import { isFact, undoneSequences } from '../../../core/ticket/replay.ts';
import type { TicketFact } from '../../../core/ticket/schema.ts';
import type { TicketRecord } from '../store/ports.ts';
import { requireCustomer } from './customers.ts';
import { requireDevice } from './devices.ts';
import { readRecordLog } from './record-lines.ts';
import { requireTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

/** Tickets on one page; a device that was reset more often is looked up in the queue. */
const ticketsShown = 50;

/** What tells the story of a device; single steps are in their ticket. */
const milestones: ReadonlySet<TicketFact['type']> = new Set([
  'ticketOpened',
  'scanRecorded',
  'requestSubmitted',
  'codeRejected',
  'deviceLocked',
  'loginVerified',
  'noteAdded',
  'ticketClosed',
  'ticketReopened',
]);

export async function readDevicePage(work: Work, deviceId: string): Promise<CallOutput<'device.getPage'>> {
  const device = await requireDevice(work, deviceId);
  const { related, customers } = work.repositories;
  const tickets = await readTickets(work, await related.ticketsOfDevice(deviceId, ticketsShown));
  const happened = await readMilestones(work, tickets);
  const log = await readRecordLog(work, { kind: 'device', id: deviceId });
  const resets = happened.filter(({ event }) => event?.type === 'loginVerified');
  return {
    device,
    customer: device.customerId === null ? null : await customers.find(device.customerId),
    tickets: tickets.map(lineOf),
    timeline: newestFirst([...happened, ...log.map(ofRecord)]),
    scanCount: happened.filter(({ event }) => event?.type === 'scanRecorded').length,
    lastResetAt: newestFirst(resets)[0]?.at ?? null,
  };
}

export async function readCustomerPage(
  work: Work,
  customerId: string,
): Promise<CallOutput<'customer.getPage'>> {
  const customer = await requireCustomer(work, customerId);
  const { related } = work.repositories;
  const tickets = await readTickets(work, await related.ticketsOfCustomer(customerId, ticketsShown));
  const log = await readRecordLog(work, { kind: 'customer', id: customerId });
  return {
    customer,
    devices: await readDevices(work, await related.devicesOfCustomer(customerId)),
    tickets: tickets.map(lineOf),
    timeline: newestFirst([...(await readMilestones(work, tickets)), ...log.map(ofRecord)]),
  };
}

export async function searchDevices(work: Work, text: string, limit: number): Promise<DeviceLine[]> {
  const ids = await work.repositories.related.searchDevices(searchTerms(text), limit);
  return readDeviceLines(work, ids);
}

export async function readDeviceLines(work: Work, ids: readonly string[]): Promise<DeviceLine[]> {
  const lines: DeviceLine[] = [];
  for (const device of await readDevices(work, ids)) {
    const { customerId } = device;
    const customer = customerId === null ? null : await work.repositories.customers.find(customerId);
    lines.push({ device, customerName: customer?.name ?? '' });
  }
  return lines;
}

async function readDevices(work: Work, ids: readonly string[]): Promise<Device[]> {
  const devices: Device[] = [];
  for (const id of ids) devices.push(await requireDevice(work, id));
  return devices;
}

async function readTickets(work: Work, ids: readonly string[]): Promise<TicketRecord[]> {
  const tickets: TicketRecord[] = [];
  for (const id of ids) tickets.push(await requireTicket(work, id));
  return tickets;
}

/** What happened in the tickets and was not taken back. */
async function readMilestones(work: Work, tickets: readonly TicketRecord[]): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (const { id, number } of tickets) {
    const trail = await work.repositories.events.listOfTicket(id);
    const undone = undoneSequences(trail);
    for (const fact of trail) {
      if (!isFact(fact) || undone.has(fact.sequence) || !milestones.has(fact.event.type)) continue;
      const { at, event } = fact;
      entries.push({ at, actor: actorOf(trail, fact.sequence), ticket: { id, number }, event, entry: null });
    }
  }
  return entries;
}

function actorOf(trail: readonly { sequence: number; actor: string }[], sequence: number): string {
  return trail.find((record) => record.sequence === sequence)?.actor ?? '';
}

function ofRecord(entry: Awaited<ReturnType<typeof readRecordLog>>[number]): TimelineEntry {
  return { at: entry.at, actor: entry.actor, ticket: null, event: null, entry };
}

function lineOf({ id, number, openedAt, state }: TicketRecord): TicketLine {
  return { id, number, openedAt, outcome: state.outcome };
}

function newestFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toReversed().toSorted((one, other) => other.at - one.at);
}
