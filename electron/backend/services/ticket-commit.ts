import { CallError } from '../../../core/contract/errors.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import { decide } from '../../../core/ticket/decide.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import type { Decision } from '../../../core/ticket/progress.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';
import { nextEvent, timersOf } from '../../../core/ticket/timers.ts';
import type { Projection, TicketRecord } from '../store/ports.ts';
import type { Work } from './work.ts';

type Accepted = Extract<Decision, { ok: true }>;

/** @throws CallError `not_found` */
export async function requireTicket(work: Work, ticketId: string): Promise<TicketRecord> {
  const ticket = await work.repositories.tickets.find(ticketId);
  if (ticket === null) throw new CallError('not_found', 'There is no such ticket.');
  return ticket;
}

/** A new ticket at the first step of its playbook. */
export async function startTicket(work: Work): Promise<TicketRecord> {
  const playbook = work.playbooks.forNewTicket();
  const { events, state } = accept(
    decide(null, { type: 'open', assignee: work.actor || null }, playbook, work.now),
  );
  const ticket = await work.repositories.tickets.insert(
    work.newId(),
    projectionOf(state, playbook, work.now),
    work.now,
  );
  await work.repositories.events.append(ticket.id, events, work.now, work.actor);
  announceTicket(work, ticket);
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
  const { repositories, now, actor } = work;
  const playbook = work.playbooks.get(ticket.state.playbookId);
  const { events, state } = accept(decide(ticket.state, command, playbook, now));
  if (events.length === 0) return ticket;
  await repositories.events.append(ticket.id, events, now, actor);
  const updated = await repositories.tickets.update(ticket, projectionOf(state, playbook, now), now);
  if (updated === null) throw new CallError('conflict', 'The ticket was changed meanwhile.');
  await repositories.alarms.put(ticket.id, timersOf(state, playbook), now);
  if (state.status === 'closed') await repositories.scans.purgePayloads(ticket.id);
  announceTicket(work, updated);
  return updated;
}

export function announceTicket(work: Work, { id, version }: TicketRecord): void {
  work.announce({ name: 'ticket.changed', payload: { ticketId: id, version } });
}

function accept(decision: Decision): Accepted {
  if (!decision.ok) throw new CallError(decision.refusal.code, decision.refusal.message);
  return decision;
}

function projectionOf(state: TicketState, playbook: Playbook, now: number): Projection {
  return { state, lane: laneOf(state, playbook), nextEvent: nextEvent(state, playbook, now) };
}
