import { assertNever } from '../../../core/assert-never.ts';
import type { QueueLane, QueueView } from '../../../core/queue/view.ts';
import { readSearchTerms } from '../search/index.ts';
import type { QueueScope } from '../store/ports/queue.ts';
import type { Work } from '../work/work.ts';

/** A search of the queue looks among this many of the newest tickets that match. */
export const newestMatches = 1000;

/** A view in words that the tables know: words to look for, and the steps that make up a phase. */
export async function scopeOf(
  work: Work,
  { lane, sort, isReversed, filter }: QueueView,
): Promise<QueueScope> {
  const { text, phases, owners, ...rest } = filter;
  const isOpen = lane !== 'closed';
  const terms = await readSearchTerms(work, text, isOpen ? 'openTicket' : 'closedTicket');
  const numbers =
    terms.length === 0
      ? null
      : await work.repositories.search.findTicketNumbers(terms, isOpen, newestMatches);
  return {
    ...rest,
    ...poolOf(lane, work.actor),
    sort,
    isReversed,
    numbers,
    steps: stepsOf(work, phases),
    assignees: owners.map((owner) => assigneeOf(owner, work.actor)),
  };
}

/** Others' are among all that are open: what agents of a desk have is not in one run of any index. */
function poolOf(lane: QueueLane, actor: string): Pick<QueueScope, 'status' | 'holder' | 'othersThan'> {
  const everybodys = { status: 'open', holder: 'anyone', othersThan: null } as const;
  switch (lane) {
    case 'mine':
      return { ...everybodys, holder: { assignee: actor } };
    case 'unassigned':
      return { ...everybodys, holder: { assignee: null } };
    case 'others':
      return { ...everybodys, othersThan: actor };
    case 'open':
      return everybodys;
    case 'closed':
      return { ...everybodys, status: 'closed' };
    default:
      return assertNever(lane);
  }
}

/** Null is nobody. */
function assigneeOf(owner: string, actor: string): string | null {
  if (owner === 'me') return actor;
  return owner === 'nobody' ? null : owner.replace(/^agent:/, '');
}

function stepsOf({ playbooks }: Work, phases: QueueView['filter']['phases']): QueueScope['steps'] {
  if (phases.length === 0) return null;
  return playbooks.list().map(({ id, steps }) => ({
    playbookId: id,
    stepIds: steps.filter((step) => phases.includes(step.phase)).map((step) => step.id),
  }));
}
