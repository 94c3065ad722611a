import type { CallOutput } from '../../../core/contract/contract.ts';
import type { TicketLine, TimelineEntry } from '../../../core/contract/record-calls.ts';
import type { Device } from '../../../core/contract/records.ts';
import { isFact, undoneSequences } from '../../../core/ticket/replay.ts';
import type { TicketFact } from '../../../core/ticket/schema.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { requireTicket } from '../tickets/index.ts';
import { requireCustomer, requireDevice } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';
import { readRecordLog } from './record-lines.ts';

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
  const { tickets, hasMoreTickets } = await readTickets(work, (limit) =>
    related.ticketsOfDevice(deviceId, limit),
  );
  const happened = await readMilestones(work, tickets);
  const log = await readRecordLog(work, { kind: 'device', id: deviceId });
  const resets = happened.filter(({ event }) => event?.type === 'loginVerified');
  return {
    device,
    customer: device.customerId === null ? null : await customers.find(device.customerId),
    tickets: tickets.map(lineOf),
    hasMoreTickets,
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
  const { related, sites } = work.repositories;
  const { tickets, hasMoreTickets } = await readTickets(work, (limit) =>
    related.ticketsOfCustomer(customerId, limit),
  );
  const log = await readRecordLog(work, { kind: 'customer', id: customerId });
  const happened = await readMilestones(work, tickets);
  const left = await readDevicesLeft(work, customerId);
  return {
    customer,
    sites: await sites.listOfCustomer(customerId),
    devices: await readDevices(work, await related.devicesOfCustomer(customerId)),
    tickets: tickets.map(lineOf),
    hasMoreTickets,
    timeline: newestFirst([...happened, ...log.map(ofRecord), ...left]),
  };
}

async function readDevices(work: Work, ids: readonly string[]): Promise<Device[]> {
  const devices: Device[] = [];
  for (const id of ids) devices.push(await requireDevice(work, id));
  return devices;
}

/** @param list the ids, newest first, one more than are shown */
async function readTickets(
  work: Work,
  list: (limit: number) => Promise<readonly string[]>,
): Promise<{ tickets: TicketRecord[]; hasMoreTickets: boolean }> {
  const ids = await list(ticketsShown + 1);
  const tickets: TicketRecord[] = [];
  for (const id of ids.slice(0, ticketsShown)) tickets.push(await requireTicket(work, id));
  return { tickets, hasMoreTickets: ids.length > ticketsShown };
}

/** What happened in the tickets and was not taken back. */
async function readMilestones(work: Work, tickets: readonly TicketRecord[]): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (const { id, number } of tickets) {
    const trail = await work.repositories.events.listOfTicket(id);
    const undone = undoneSequences(trail);
    for (const fact of trail) {
      if (!isFact(fact) || undone.has(fact.sequence) || !milestones.has(fact.event.type)) continue;
      const { at, event, sequence } = fact;
      const actor = actorOf(trail, sequence);
      entries.push({ at, actor, ticket: { id, number }, device: null, sequence, event, entry: null });
    }
  }
  return entries;
}

function actorOf(trail: readonly { sequence: number; actor: string }[], sequence: number): string {
  return trail.find((record) => record.sequence === sequence)?.actor ?? '';
}

function ofRecord(entry: Awaited<ReturnType<typeof readRecordLog>>[number]): TimelineEntry {
  const { at, actor, sequence } = entry;
  return { at, actor, ticket: null, device: null, sequence, event: null, entry };
}

/** Devices that went to another owner are not among the customer's any more; that they went is part of his history. */
async function readDevicesLeft(work: Work, customerId: string): Promise<TimelineEntry[]> {
  const left = await work.repositories.related.devicesLeft(customerId);
  const entries: TimelineEntry[] = [];
  for (const id of new Set(left.map(({ deviceId }) => deviceId))) {
    const device = await work.repositories.devices.find(id);
    if (device === null) continue;
    const places = left.flatMap(({ deviceId, sequence }) => (deviceId === id ? [sequence] : []));
    const log = await readRecordLog(work, { kind: 'device', id });
    const leavings = log.filter(
      ({ sequence, changes }) =>
        places.includes(sequence) && changes?.some(({ name }) => name === 'customerId') === true,
    );
    for (const entry of leavings) entries.push({ ...ofRecord(entry), device: { id, serial: device.serial } });
  }
  return entries;
}

function lineOf({ id, number, openedAt, state }: TicketRecord): TicketLine {
  return { id, number, openedAt, outcome: state.outcome };
}

function newestFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toReversed().toSorted((one, other) => other.at - one.at);
}
