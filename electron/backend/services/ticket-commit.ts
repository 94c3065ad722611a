import { CallError } from '../../../core/contract/errors.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { Situation } from '../../../core/playbook/situation.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import { decide } from '../../../core/ticket/decide.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import type { Decision } from '../../../core/ticket/progress.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';
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

/**
 * The version that a ticket is on. Another console may have brought one that is new here.
 *
 * @throws CallError `refused` when it is nowhere
 */
export async function requirePlaybook(work: Work, ref: PlaybookRef): Promise<Playbook> {
  const playbook = work.playbooks.find(ref) ?? (await work.repositories.playbooks.find(ref));
  if (playbook === null)
    throw new CallError('refused', `The procedure "${ref.id}", version ${ref.version}, is not there.`);
  return playbook;
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
  const playbook = await requirePlaybook(work, refOf(ticket.state));
  const { events, state } = accept(decide(ticket.state, command, playbook, now));
  if (events.length === 0) return ticket;
  const nextPlaybook = command.type === 'takeRoute' ? command.playbook : playbook;
  if (nextPlaybook !== playbook) await keepPlaybook(work, nextPlaybook);
  await repositories.events.append(ticket.id, events, now, actor);
  const updated = await repositories.tickets.update(ticket, projectionOf(state, nextPlaybook, now), now);
  if (updated === null) throw new CallError('conflict', 'The ticket was changed meanwhile.');
  await repositories.alarms.put(ticket.id, timersOf(state, nextPlaybook), now);
  if (state.status === 'closed') await repositories.scans.purgePayloads(ticket.id);
  announceTicket(work, updated);
  return updated;
}

export function refOf({ playbookId, playbookVersion }: TicketState): PlaybookRef {
  return { id: playbookId, version: playbookVersion };
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
