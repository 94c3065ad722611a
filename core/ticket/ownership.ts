import { type Checklist, missingProofs, type SeenProofs } from '../ownership/checklist.ts';
import { accepted, type Decision, type OpenProgress, record, refuse } from './progress.ts';
import type { TicketFact } from './schema.ts';

const missingSentence = 'A proof of ownership that this desk insists on is missing.';

/** The event of an owner whose required proofs were all seen, or the sentence that says why there is none. */
export function ownershipConfirmed(checklist: Checklist, seen: SeenProofs): TicketFact | string {
  if (missingProofs(checklist, seen).length > 0) return missingSentence;
  return {
    type: 'ownershipRecorded',
    isConfirmed: true,
    evidence: [...seen.evidence],
    ownEvidence: [...seen.ownEvidence],
    reason: null,
  };
}

/** The event of an owner who was not accepted, with what was seen all the same. */
export function ownershipRefused(seen: SeenProofs, reason: string | null): TicketFact {
  return {
    type: 'ownershipRecorded',
    isConfirmed: false,
    evidence: [...seen.evidence],
    ownEvidence: [...seen.ownEvidence],
    reason,
  };
}

/** Nothing is asked of the vendor before the required proofs are in the audit trail. Null when they are. */
export function ownershipGap(checklist: Checklist, seen: SeenProofs): string | null {
  return missingProofs(checklist, seen).length > 0 ? missingSentence : null;
}

/** Proofs that came later, or that the desk began to insist on meanwhile. */
export function recordOwnership(progress: OpenProgress, checklist: Checklist, seen: SeenProofs): Decision {
  if (seen.evidence.length + seen.ownEvidence.length === 0) return refuse('No proof of ownership was seen.');
  const event = ownershipConfirmed(checklist, seen);
  return typeof event === 'string' ? refuse(event) : accepted(record(progress, event));
}
