import type { CallOutput } from '../../../core/contract/contract.ts';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { isBeyondRecall } from '../../../core/ticket/take-back.ts';
import type { CommandPart, CommandRecord, RecordPart, TicketPart } from '../store/ports/commands.ts';
import { requireTicket } from '../tickets/index.ts';
import type { Work } from '../work/work.ts';

export type Direction = 'undo' | 'redo';

/** A command can be undone by its id for so long; a merge is found out late. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Ctrl+Z reaches back so far: a working day. What was done before is no longer on anyone's mind. */
const reachMs = 12 * 60 * 60 * 1000;

/** A pause after which typing in the same field is a change of its own. */
const sameTypingMs = 10_000;

/** Keeps what a command has changed, so that it can be undone, and tells the windows. */
export async function recordCommand(work: Work, endpoint: string): Promise<void> {
  const parts = work.journal.parts();
  if (parts.length === 0) return;
  const { repositories, actor, now, newId } = work;
  const { name, runId } = work.journal.bulkTitle ?? { name: endpoint, runId: null };
  const earlier = await findTypingBefore(work, name, parts);
  const command = earlier ?? { id: newId(), name, actor, at: now, parts, runId, isUndone: false };
  if (earlier === null) {
    await repositories.commands.insert({ id: command.id, name, actor, at: now, parts, runId }, now - keptMs);
  } else {
    await repositories.commands.extend(earlier.id, earlier.parts, now);
  }
  work.announce({ name: 'desk.commandRecorded', payload: await describe(work, command) });
}

/** What undo and redo would act on. */
export async function getUndoable(work: Work): Promise<CallOutput<'desk.getUndoable'>> {
  const undo = await findLast(work, 'undo');
  const redo = await findLast(work, 'redo');
  return {
    undo: undo === null ? null : await describe(work, undo),
    redo: redo === null ? null : await describe(work, redo),
  };
}

/** The agent's own last command that can be undone or redone. */
export function findLast(
  { repositories: { commands }, actor, now }: Work,
  direction: Direction,
): Promise<CommandRecord | null> {
  return direction === 'undo'
    ? commands.findLastDone(actor, now - reachMs)
    : commands.findLastUndone(actor, now - reachMs);
}

/** What is left of a run after one of its commands was turned: backwards to undo, in their order to redo. */
export async function findNextOfRun(
  { repositories: { commands } }: Work,
  direction: Direction,
  { runId }: CommandRecord,
): Promise<string | null> {
  if (runId === null) return null;
  const left = (await commands.listOfRun(runId)).filter(
    ({ isUndone }) => isUndone === (direction === 'redo'),
  );
  return (direction === 'undo' ? left.at(-1) : left[0])?.id ?? null;
}

export async function describe(
  work: Work,
  { id, name, at, actor, parts, runId }: CommandRecord,
): Promise<DoneCommand> {
  const ticketParts = parts.filter(isTicketPart);
  const run = runId === null ? [] : await work.repositories.commands.listOfRun(runId);
  const record = parts.find(isRecordPart);
  const first = ticketParts[0];
  return {
    id,
    name,
    at,
    actor,
    ticket:
      first === undefined ? null : { id: first.id, number: (await requireTicket(work, first.id)).number },
    record: record === undefined ? null : { kind: record.of, id: record.id },
    runId,
    ticketCount: ticketParts.length,
    runTicketCount: (runId === null ? parts : run.flatMap((command) => command.parts)).filter(isTicketPart)
      .length,
    isBeyondRecall: await hasLeft(work, ticketParts),
  };
}

async function hasLeft(work: Work, parts: readonly TicketPart[]): Promise<boolean> {
  for (const { id, fromSequence, toSequence } of parts) {
    const trail = await work.repositories.events.listOfTicket(id);
    const own = trail.filter(({ sequence }) => fromSequence <= sequence && sequence <= toSequence);
    if (own.some(({ event }) => isBeyondRecall(event))) return true;
  }
  return false;
}

/** Fields are saved while they are typed; one undo takes back the whole typing. */
async function findTypingBefore(
  work: Work,
  name: string,
  parts: readonly CommandPart[],
): Promise<CommandRecord | null> {
  const part = onlyRecordPart(parts);
  const last = part === null ? null : await findLast(work, 'undo');
  const before = last === null ? null : onlyRecordPart(last.parts);
  if (part === null || last === null || before === null) return null;
  const isSameTyping =
    last.name === name &&
    work.now - last.at <= sameTypingMs &&
    before.of === part.of &&
    before.id === part.id &&
    before.toSequence + 1 === part.fromSequence &&
    (await changedFields(work, before)) === (await changedFields(work, part));
  return isSameTyping ? { ...last, parts: [{ ...before, toSequence: part.toSequence }] } : null;
}

function onlyRecordPart(parts: readonly CommandPart[]): RecordPart | null {
  const [part, ...others] = parts;
  return part !== undefined && others.length === 0 && isRecordPart(part) ? part : null;
}

function isTicketPart(part: CommandPart): part is TicketPart {
  return part.of === 'ticket';
}

function isRecordPart(part: CommandPart): part is RecordPart {
  return part.of !== 'ticket' && part.of !== 'scans';
}

/** The names of the fields that the last entry of the part changed. */
async function changedFields(work: Work, { of: kind, id, toSequence }: RecordPart): Promise<string> {
  const log = await work.repositories.recordLog.list({ kind, id });
  const details = log.find(({ sequence }) => sequence === toSequence)?.details;
  const { before, after } = details ?? {};
  if (!before || !after) return '';
  const names = Object.keys(after).filter(
    (name) => name !== 'version' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return names.join();
}
