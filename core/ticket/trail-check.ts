import { type AuditLink, erasedSequences, findBrokenLink } from './audit-chain.ts';
import { fitsText, namesText } from './kept-text.ts';

/** An event of a ticket as it is stored, with the text that is kept beside it. */
export interface TrailRow extends Omit<AuditLink, 'trailId'> {
  readonly hash: string;
  readonly textJson: string | null;
}

/**
 * The sequence of the first event of a ticket that is not what was recorded, or null for a whole trail: by its hash chain, by the
 * texts beside it, and by texts that are gone without an erasure that names them.
 */
export function findBrokenEvent(ticketId: string, rows: readonly TrailRow[]): number | null {
  const broken = findBrokenLink(rows.map(({ textJson: _, ...link }) => ({ ...link, trailId: ticketId })));
  if (broken !== null) return broken;
  const erased = erasedSequences(rows.map(({ eventJson }) => eventJson));
  const spoiled = rows.find(({ sequence, eventJson, textJson }) =>
    textJson === null ? namesText(eventJson) && !erased.has(sequence) : !fitsText({ eventJson, textJson }),
  );
  return spoiled?.sequence ?? null;
}
