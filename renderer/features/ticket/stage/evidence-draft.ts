import { type Evidence, evidenceSchema } from '../../../../core/ticket/schema.ts';

/** An empty draft is no draft, so "nothing is ticked" needs a word of its own. */
const NONE = 'none';

/**
 * What is ticked, as it was kept before the answer was given.
 *
 * @param recorded what the ticket's history says; it counts until something is ticked anew
 */
export function readEvidence(draft: string, recorded: readonly Evidence[]): readonly Evidence[] {
  if (draft === '') return recorded;
  const words = draft.split(' ');
  return evidenceSchema.options.filter((evidence) => words.includes(evidence));
}

/** The draft's text for {@link readEvidence}. */
export function writeEvidence(evidence: readonly Evidence[]): string {
  return evidence.length === 0 ? NONE : evidence.join(' ');
}

/**
 * A draft of ticks as it counts now.
 *
 * @param since see `proofsSince`: ticks that were made for somebody else are none
 */
export function draftSince(draft: string, since: number): string {
  const [, mark, ticks] = /^(\d+):(.*)$/s.exec(draft) ?? [];
  if (mark === undefined || ticks === undefined) return since === 0 ? draft : '';
  return Number(mark) === since ? ticks : '';
}

/** The draft's text for {@link draftSince}. */
export function markDraft(ticks: string, since: number): string {
  return `${since}:${ticks}`;
}
