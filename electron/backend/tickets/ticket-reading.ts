import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import { requirePlaybook } from '../playbooks/index.ts';
import { readSearchTerms } from '../search/index.ts';
import type { Work } from '../work/work.ts';
import { readDeviceUse } from './device-use.ts';
import { newestMatches } from './queue-scope.ts';
import { refOf, requireTicket } from './ticket-commit.ts';

/** Earlier tickets shown beside the current one; more are found by searching for the serial. */
const otherTicketsShown = 20;

export async function readTicket(work: Work, ticketId: string): Promise<TicketDetails> {
  const { repositories } = work;
  const { id, number, version, openedAt, state } = await requireTicket(work, ticketId);
  const { customerId, deviceId } = state;
  const device = deviceId === null ? null : await repositories.devices.find(deviceId);
  const siteId = device?.siteId ?? null;
  const ownerId = device?.customerId ?? null;
  const sameDevice =
    deviceId === null ? [] : await repositories.tickets.listOfDevice(deviceId, otherTicketsShown + 1);
  // Before the history: both look at the same trail, and this reads it together with those of the other tickets.
  const deviceUse = await readDeviceUse(work, { id, number, state });
  return {
    id,
    number,
    version,
    openedAt,
    state,
    lane: laneOf(state, await requirePlaybook(work, refOf(state)), work.now),
    customer: customerId === null ? null : await repositories.customers.find(customerId),
    device,
    owner: ownerId === null ? null : await repositories.customers.find(ownerId),
    lastReset: deviceId === null ? null : await repositories.tickets.findLastReset(deviceId),
    site: siteId === null ? null : await repositories.sites.find(siteId),
    scans: await repositories.scans.listOfTicket(id),
    history: [...(await repositories.events.listOfTicket(id))],
    deviceUse,
    otherTickets: sameDevice.filter((row) => row.id !== id).slice(0, otherTicketsShown),
  };
}

export async function listTickets(
  work: Work,
  { lane, search, limit, after }: ParsedInput<'ticket.list'>,
): Promise<CallOutput<'ticket.list'>> {
  const { tickets, search: index } = work.repositories;
  const isOpen = lane !== 'closed';
  const terms = await readSearchTerms(work, search, isOpen ? 'openTicket' : 'closedTicket');
  const numbers = terms.length === 0 ? null : await index.findTicketNumbers(terms, isOpen, newestMatches);
  // One more than asked for tells whether there are more.
  const rows = await tickets.list({ lane, numbers, limit: limit + 1, after });
  return {
    rows: rows.slice(0, limit),
    hasMore: rows.length > limit,
    counts: await tickets.countByLane(),
  };
}
