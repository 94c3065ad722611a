import { searchKey } from '../search-text.ts';
import { type OpenProgress, record } from './progress.ts';
import type { FailureReason, Priority, TicketState } from './schema.ts';

/** What agents sort tickets by, apart from the procedure: each an event only when it changes something. */

export function assign(progress: OpenProgress, assignee: string | null): OpenProgress {
  if (progress.state.assignee === assignee) return progress;
  return record(progress, { type: 'ticketAssigned', assignee });
}

export function setPriority(progress: OpenProgress, priority: Priority): OpenProgress {
  if (progress.state.priority === priority) return progress;
  return record(progress, { type: 'priorityChanged', priority });
}

export function setTags(progress: OpenProgress, tags: readonly string[]): OpenProgress {
  const tidy = tidyTags(tags);
  const { tags: before } = progress.state;
  if (tidy.length === before.length && tidy.every((tag, index) => tag === before[index])) return progress;
  return record(progress, { type: 'tagsChanged', tags: tidy });
}

/** Nothing for a ticket that is open, resolved or carried on elsewhere: nothing stood in its way. */
export function recordFailureReason(progress: OpenProgress, reason: FailureReason | null): OpenProgress {
  if (!isUnresolved(progress.state) || progress.state.failureReason === reason) return progress;
  return record(progress, { type: 'failureReasonRecorded', reason });
}

export function isUnresolved({ outcome }: TicketState): boolean {
  return outcome === 'referred' || outcome === 'refused' || outcome === 'abandoned';
}

/** Without needless spaces, and each tag once however it is spelled; the first spelling stays. */
function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const tidy = tag.trim().replace(/\s+/g, ' ');
    const key = searchKey(tidy) || tidy;
    if (tidy !== '' && !byKey.has(key)) byKey.set(key, tidy);
  }
  return [...byKey.values()];
}
