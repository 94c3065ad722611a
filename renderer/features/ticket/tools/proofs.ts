import type { CallError } from '../../../../core/contract/errors.ts';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import {
  type Checklist,
  type ChecklistItem,
  defaultChecklist,
  isSeen,
  missingProofs,
  type SeenProofs,
} from '../../../../core/ownership/checklist.ts';
import { proofsSince } from '../../../../core/ticket/ownership.ts';
import type { Evidence } from '../../../../core/ticket/schema.ts';
import { useCall } from '../../../api/use-call.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { draftSince, markDraft, readEvidence, writeEvidence } from '../stage/evidence-draft.ts';

/** The desk's checklist, what is ticked on this ticket, and what is still insisted on. */
export interface Proofs {
  readonly checklist: Checklist;
  readonly seen: SeenProofs;
  readonly toggle: (item: ChecklistItem) => void;
  /** Required and not ticked. */
  readonly missing: readonly ChecklistItem[];
  /** Required and not in the ticket's history yet: nothing may be asked of the vendor. */
  readonly unrecorded: readonly ChecklistItem[];
  readonly error: CallError | null;
}

/** Ticks survive a crash as drafts until an answer records them. */
export function useProofs(ticket: TicketDetails): Proofs {
  const desk = useCall('desk.getSettings', {});
  const known = useDraft(ticket.id, 'evidence');
  const own = useDraft(ticket.id, 'ownEvidence');
  const checklist = desk.data?.settings.checklist ?? defaultChecklist;
  const since = proofsSince(ticket.history);
  const ownLines = draftSince(own.text, since);
  const seen = {
    evidence: readEvidence(draftSince(known.text, since), ticket.state.evidence),
    ownEvidence: ownLines === '' ? ticket.state.ownEvidence : readLines(ownLines),
  };
  const keepKnown = (evidence: readonly Evidence[]) =>
    known.setText(markDraft(writeEvidence(evidence), since));
  return {
    checklist,
    seen,
    toggle: (item) => {
      const others = (list: readonly string[], one: string) =>
        list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
      if (item.kind === 'own')
        own.setText(markDraft(writeLines(others(seen.ownEvidence, item.words)), since));
      else if (isSeen(item, seen)) keepKnown(seen.evidence.filter((other) => other !== item.evidence));
      else keepKnown([...seen.evidence, item.evidence]);
    },
    missing: missingProofs(checklist, seen),
    unrecorded: missingProofs(checklist, ticket.state),
    error: known.error ?? own.error ?? desk.error,
  };
}

/** An empty draft is no draft, so "nothing is ticked" is a line of its own that no proof can be. */
function writeLines(lines: readonly string[]): string {
  return ['', ...lines].join('\n') || '\n';
}

function readLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
