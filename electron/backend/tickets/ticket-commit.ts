import { CallError } from '../../../core/contract/errors.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { Situation } from '../../../core/playbook/situation.ts';
import { workOrder } from '../../../core/queue/work-order.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import { decide } from '../../../core/ticket/decide.ts';
import { type DeviceCounts, withDeviceCounts } from '../../../core/ticket/device-counts.ts';
import { evolve } from '../../../core/ticket/evolve.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import type { Decision } from '../../../core/ticket/progress.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';
import type { TicketEvent, TicketFact, TicketState } from '../../../core/ticket/schema.ts';
import { nextEvent, timersOf } from '../../../core/ticket/timers.ts';
import { requirePlaybook } from '../playbooks/index.ts';
import type { Projection, TicketRecord } from '../store/ports/tickets.ts';
import type { Work } from '../work/work.ts';
import { countsOfDevice } from './device-use.ts';

type Accepted = Extract<Decision, { ok: true }>;

/** @throws CallError `not_found` */
export async function requireTicket(work: Work, ticketId: string): Promise<TicketRecord> {
  const ticket = await work.repositories.tickets.find(ticketId);
  if (ticket === null) throw new CallError('not_found', 'There is no such ticket.');
  return ticket;
}

/** Keeps the version with the tickets that are on it. */
async function keepPlaybook({ repositories, playbooks, now }: Work, playbook: Playbook): Promise<void> {
  await repositories.playbooks.keep(playbook, now);
  playbooks.addStored(playbook);
}

/**
 * A new ticket at the first step of the gentlest procedure that nothing speaks against.
 *
 * @param situation what the scan or the device record says
 */
export async function startTicket(work: Work, situation: Situation): Promise<TicketRecord> {
  const playbook = work.playbooks.forNewTicket(situation);
  await keepPlaybook(work, playbook);
  const { events, state } = accept(
    decide(null, { type: 'open', assignee: work.actor || null }, playbook, work.now),
  );
  const ticket = await work.repositories.tickets.insert(
    work.newId(),
    projectionOf(state, null, playbook, work.now),
    work.now,
  );
  await append(work, ticket.id, events);
  return ticket;
}

/**
 * Carries a command out: its events, the projection that lists read, and the purge of payloads when it closes.
 *
 * @throws CallError `refused` or `conflict`
 */
export async function commit(
  work: Work,
  ticket: TicketRecord,
  command: TicketCommand,
): Promise<TicketRecord> {
  const playbook = await requirePlaybook(work, refOf(ticket.state));
  const counts = await countsOfDevice(work, ticket);
  const { events, state } = accept(decide(ticket.state, command, playbook, work.now, counts));
  if (events.length === 0) return ticket;
  if (command.type === 'takeRoute') await keepPlaybook(work, command.playbook);
  return record(work, ticket, events, state);
}

/** Adds decided events to a ticket's trail. `state` is what the trail with them folds to. */
export async function record(
  work: Work,
  ticket: TicketRecord,
  events: readonly TicketEvent[],
  state: TicketState,
): Promise<TicketRecord> {
  const { tickets, scans, alarms } = work.repositories;
  const playbook = await requirePlaybook(work, refOf(state));
  const counts = await countsOfDevice(work, { ...ticket, state }, events);
  // First, so that of two who change the ticket at once the slower one has added nothing to its trail.
  const updated = await tickets.update(ticket, projectionOf(state, counts, playbook, work.now), work.now);
  if (updated === null) throw new CallError('conflict', 'The ticket was changed meanwhile.');
  await append(work, ticket.id, events);
  await alarms.put(ticket.id, timersOf(withDeviceCounts(state, counts), playbook), work.now);
  if (state.status === 'closed') await scans.purgePayloads(ticket.id);
  return updated;
}

/** Another customer or device, also of closed tickets: what they were about has not changed, only how it is called. */
export async function moveTicket(work: Work, ticketId: string, event: TicketFact): Promise<TicketRecord> {
  const ticket = await requireTicket(work, ticketId);
  const playbook = await requirePlaybook(work, refOf(ticket.state));
  return record(work, ticket, [event], evolve(ticket.state, event, work.now, playbook));
}

async function append(work: Work, ticketId: string, events: readonly TicketEvent[]): Promise<void> {
  const range = await work.repositories.events.append(ticketId, events, work.now, work.actor);
  work.journal.note({ of: 'ticket', id: ticketId, ...range });
}

export function refOf({ playbookId, playbookVersion }: TicketState): PlaybookRef {
  return { id: playbookId, version: playbookVersion };
}

/** @throws CallError `refused` or `conflict` */
export function accept(decision: Decision): Accepted {
  if (!decision.ok) throw new CallError(decision.refusal.code, decision.refusal.message);
  return decision;
}

function projectionOf(
  state: TicketState,
  counts: DeviceCounts | null,
  playbook: Playbook,
  now: number,
): Projection {
  return { state, ...timedOf(state, counts, playbook, now) };
}

/** What time alone can change of a ticket in the lists. */
export function timedOf(
  state: TicketState,
  counts: DeviceCounts | null,
  playbook: Playbook,
  now: number,
): Omit<Projection, 'state'> {
  const lane = laneOf(state, playbook, now);
  const next = nextEvent(withDeviceCounts(state, counts), playbook, now);
  const codeValidUntil = state.request?.codeValidUntil ?? null;
  const facts = { lane, nextEvent: next, codeValidUntil, priority: state.priority, changedAt: now };
  return { lane, nextEvent: next, workOrder: workOrder(facts, now) };
}
