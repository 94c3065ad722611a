import { assertNever } from '../../../core/assert-never.ts';
import { CallError, ofTicket } from '../../../core/contract/errors.ts';
import { textKeys } from '../../../core/search-key.ts';
import type { Decision } from '../../../core/ticket/progress.ts';
import { isFact, type TrailEntry, undoneSequences } from '../../../core/ticket/replay.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';
import { decideRedo, decideUndo } from '../../../core/ticket/take-back.ts';
import { playbookFinder } from '../playbooks/index.ts';
import type { CommandPart, CommandRecord, Receipt, TicketPart } from '../store/ports/commands.ts';
import type { TicketRecord } from '../store/ports/tickets.ts';
import { accept, hasOtherOwnerSince, recheckProofs, record, requireTicket } from '../tickets/index.ts';
import { wordsGone } from '../work/undone-words.ts';
import type { Work } from '../work/work.ts';
import { type Direction, findLast } from './done-commands.ts';
import { restoreRecord } from './restore-record.ts';

/**
 * Takes a command back, or puts it back: in every record it changed, the last first, or in none.
 *
 * @param commandId null for the agent's own last one
 * @throws CallError `refused` or `conflict` when something came later that rests on it
 */
export async function turnCommand(
  work: Work,
  direction: Direction,
  commandId: string | null,
): Promise<Receipt> {
  work.journal.close();
  const command = await findCommand(work, direction, commandId);
  const parts = direction === 'undo' ? command.parts.toReversed() : command.parts;
  for (const part of parts) await turnPart(work, direction, part);
  for (const part of command.parts) if (part.of === 'ticket') await markStandingScans(work, part.id);
  await work.repositories.commands.markUndone(command, direction === 'undo');
  work.announce({ name: 'desk.commandTurned', payload: { commandId: command.id } });
  return { recordId: command.id, isOther: false };
}

async function findCommand(
  work: Work,
  direction: Direction,
  commandId: string | null,
): Promise<CommandRecord> {
  const command =
    commandId === null ? await findLast(work, direction) : await work.repositories.commands.find(commandId);
  if (command === null) {
    throw new CallError(
      'not_found',
      direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.',
    );
  }
  if (command.isUndone !== (direction === 'redo'))
    throw new CallError('refused', direction === 'undo' ? 'This is undone already.' : 'This is not undone.');
  return command;
}

async function turnPart(work: Work, direction: Direction, part: CommandPart): Promise<void> {
  switch (part.of) {
    case 'ticket':
      return turnTicket(work, direction, part);
    case 'customer':
    case 'device':
    case 'site':
      return restoreRecord(work, direction, { kind: part.of, id: part.id }, part);
    case 'scans':
      return work.repositories.scans.move(
        part.ids,
        direction === 'undo' ? part.fromTicketId : part.toTicketId,
      );
    default:
      return assertNever(part);
  }
}

async function turnTicket(work: Work, direction: Direction, part: TicketPart): Promise<void> {
  const { id, fromSequence, toSequence } = part;
  const ticket = await requireTicket(work, id);
  if (direction === 'redo') await giveBackTexts(work, part);
  const trail = await work.repositories.events.listOfTicket(id);
  const kept = await keptPayloads(work, trail);
  const decide = direction === 'undo' ? decideUndo : decideRedo;
  const find = await playbookFinder(work, trail);
  const range = { fromSequence, toSequence };
  const { events, state } = accept(
    named(
      ticket,
      decide(trail, range, find, (fingerprint) => kept.has(fingerprint)),
    ),
  );
  await refuseWithoutOthers(work, ticket, state);
  if (state.status === 'open') await refuseSecondOpen(work, id, state.deviceId);
  await record(work, ticket, events, state);
  if (ticket.state.status === 'closed' && state.status === 'open') await recheckOwner(work, trail, state);
  await turnNotes(work, direction, part, trail);
  if (direction === 'undo') await takeTexts(work, part);
}

/** Proofs were seen of the caller as the owner's: not of whoever the device was registered to while the ticket was closed. */
async function recheckOwner(
  work: Work,
  trail: readonly TrailEntry[],
  { deviceId }: TicketState,
): Promise<void> {
  const closedAt = trail.findLast(({ event }) => event.type === 'ticketClosed')?.at ?? 0;
  if (deviceId !== null && (await hasOtherOwnerSince(work, deviceId, closedAt)))
    await recheckProofs(work, deviceId);
}

/** What an agent took back, a secret perhaps, is not kept. */
async function takeTexts({ repositories, undoneWords, leaveNoCopy }: Work, part: TicketPart): Promise<void> {
  const texts = await repositories.events.takeTexts(part.id, part);
  for (const { sequence, words } of texts) undoneWords.hold(part.id, sequence, words);
  if (texts.length > 0) leaveNoCopy();
}

/** @throws CallError `conflict` when they went with the program or the desk's lock */
async function giveBackTexts({ repositories, undoneWords }: Work, part: TicketPart): Promise<void> {
  const sequences = await repositories.events.listWithoutTexts(part.id, part);
  const texts = sequences.map((sequence) => {
    const words = undoneWords.find(part.id, sequence);
    if (words === undefined) throw wordsGone();
    return { sequence, words };
  });
  await repositories.events.putTexts(part.id, texts);
}

/** A command can be about many tickets, so a refusal says which one it is about. */
function named({ number }: TicketRecord, decision: Decision): Decision {
  if (decision.ok) return decision;
  const { refusal } = decision;
  return { ok: false, refusal: { ...refusal, message: ofTicket(number, refusal.message) } };
}

/** A note that was taken back is no longer found. */
async function turnNotes(
  { repositories: { search } }: Work,
  direction: Direction,
  { id, fromSequence, toSequence }: TicketPart,
  trail: readonly TrailEntry[],
): Promise<void> {
  for (const { sequence, event } of trail) {
    if (event.type !== 'noteAdded' || sequence < fromSequence || sequence > toSequence) continue;
    if (direction === 'undo') await search.removeNote(id, sequence);
    else if (event.text !== null) await search.addNote(id, sequence, textKeys(event.text));
  }
}

/**
 * The customer or device that a ticket goes back to may be gone meanwhile.
 *
 * @throws CallError `conflict`
 */
async function refuseWithoutOthers(
  { repositories }: Work,
  { number }: TicketRecord,
  { customerId, deviceId }: TicketState,
): Promise<void> {
  if (customerId !== null && (await repositories.customers.find(customerId)) === null)
    throw new CallError('conflict', ofTicket(number, 'The customer that it had is no longer there.'));
  if (deviceId !== null && (await repositories.devices.find(deviceId)) === null)
    throw new CallError('conflict', ofTicket(number, 'The device that it had is no longer there.'));
}

/** A device has one open ticket at a time. */
async function refuseSecondOpen(work: Work, ticketId: string, deviceId: string | null): Promise<void> {
  const open = deviceId === null ? null : await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open !== null && open.id !== ticketId)
    throw new CallError(
      'refused',
      ofTicket(open.number, 'This one is open by now for the same device. Close it first.'),
    );
}

async function keptPayloads(work: Work, trail: readonly TrailEntry[]): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (const { event } of trail) {
    if (event.type !== 'scanRecorded') continue;
    if (await work.repositories.scans.hasPayload(event.fingerprint)) kept.add(event.fingerprint);
  }
  return kept;
}

/** A scan that was taken back must not lead its QR to this ticket any more. */
async function markStandingScans(work: Work, ticketId: string): Promise<void> {
  const trail = await work.repositories.events.listOfTicket(ticketId);
  const undone = undoneSequences(trail);
  const standing = trail
    .filter(isFact)
    .flatMap(({ sequence, event }) =>
      event.type === 'scanRecorded' && !undone.has(sequence) ? [event.scanId] : [],
    );
  await work.repositories.scans.markStanding(ticketId, standing);
}
