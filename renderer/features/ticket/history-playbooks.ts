import type { TicketEventRecord } from '../../../core/contract/records.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import { isSamePlaybook, playbooksOf, undoneSequences } from '../../../core/ticket/replay.ts';

/** Each event with the procedure that the ticket was on then; null for one that is not there any more. */
export function withPlaybooks(history: readonly TicketEventRecord[], playbooks: readonly Playbook[]) {
  const undone = undoneSequences(history);
  let playbook: Playbook | null = null;
  return history.map((record) => {
    const [ref] = playbooksOf([record.event]);
    if (ref !== undefined && !undone.has(record.sequence))
      playbook = playbooks.find((each) => isSamePlaybook(each, ref)) ?? null;
    return { record, playbook };
  });
}
