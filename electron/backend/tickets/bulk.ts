import { assertNever } from '../../../core/assert-never.ts';
import type { CallName, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { BulkChange } from '../../../core/contract/queue-calls.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';
import type { Work } from '../work/work.ts';
import { reopenTicket } from './ticket-commands.ts';
import { commit, requireTicket } from './ticket-commit.ts';

/** A change of many is called like the same change of one. */
const names = {
  assign: 'ticket.assign',
  setPriority: 'ticket.setPriority',
  addTag: 'ticket.setTags',
  removeTag: 'ticket.setTags',
  close: 'ticket.close',
  reopen: 'ticket.reopen',
} as const satisfies Record<BulkChange['kind'], CallName>;

/** As many as the contract takes for one ticket. */
const TAGS_MAX = 20;

/** What became of one ticket; `refusal` is null when it is as it was wanted. */
export type BulkResult = {
  readonly ticketId: string;
  readonly number: number | null;
  readonly refusal: string | null;
};

/**
 * The same change for each ticket. A refused one is left as it is and the others are changed all the same: the rules refuse
 * before anything is written. What was changed is undone as one.
 */
export async function changeMany(
  work: Work,
  { ticketIds, change, runId }: ParsedInput<'ticket.changeMany'>,
): Promise<BulkResult[]> {
  work.journal.bulkTitle = { name: names[change.kind], runId };
  return forEach(work, ticketIds, async (state, ticketId) => {
    if (isAsWanted(state, change)) return;
    if (change.kind === 'reopen') await reopenTicket(work, ticketId);
    else await commit(work, await requireTicket(work, ticketId), commandOf(state, change));
  });
}

/** What became of a change that was carried out before. */
export async function readOutcome(
  work: Work,
  ticketIds: readonly string[],
  change: BulkChange,
): Promise<BulkResult[]> {
  return forEach(work, ticketIds, async (state) => {
    if (!isAsWanted(state, change)) throw new CallError('refused', 'The ticket was not changed.');
  });
}

async function forEach(
  work: Work,
  ticketIds: readonly string[],
  run: (state: TicketState, ticketId: string) => Promise<void>,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const ticketId of ticketIds) {
    const ticket = await work.repositories.tickets.find(ticketId);
    if (ticket === null) {
      results.push({ ticketId, number: null, refusal: 'There is no such ticket.' });
      continue;
    }
    const refusal = await refusalOf(() => run(ticket.state, ticketId));
    results.push({ ticketId, number: ticket.number, refusal });
  }
  return results;
}

/** @throws whatever is not a refusal: then nothing of the command is kept */
async function refusalOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof CallError && error.code === 'refused') return error.message;
    throw error;
  }
}

function isAsWanted(state: TicketState, change: BulkChange): boolean {
  switch (change.kind) {
    case 'assign':
      return state.assignee === change.assignee;
    case 'setPriority':
      return state.priority === change.priority;
    case 'addTag':
      return state.tags.includes(change.tag);
    case 'removeTag':
      return !state.tags.includes(change.tag);
    case 'close':
      return state.status === 'closed' && state.outcome === change.outcome;
    case 'reopen':
      return state.status === 'open';
    default:
      return assertNever(change);
  }
}

function commandOf(state: TicketState, change: Exclude<BulkChange, { kind: 'reopen' }>): TicketCommand {
  switch (change.kind) {
    case 'assign':
      return { type: 'assign', assignee: change.assignee };
    case 'setPriority':
      return { type: 'setPriority', priority: change.priority };
    case 'addTag':
      if (state.tags.length >= TAGS_MAX)
        throw new CallError('refused', 'The ticket has as many tags as it can have. Remove one first.');
      return { type: 'setTags', tags: [...state.tags, change.tag] };
    case 'removeTag':
      return { type: 'setTags', tags: state.tags.filter((tag) => tag !== change.tag) };
    case 'close':
      return { type: 'close', outcome: change.outcome, mergedIntoTicketId: null };
    default:
      return assertNever(change);
  }
}
