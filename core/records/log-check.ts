import { type AuditLink, findBrokenLink } from '../ticket/audit-chain.ts';
import { digestOf, type RecordKind, recordEntrySchema, trailIdOf, undoneEntries } from './record-entry.ts';

/** An entry of a record's log as it is stored, with the details beside it. */
export interface LogRow extends Omit<AuditLink, 'trailId'> {
  readonly hash: string;
  readonly detailsJson: string | null;
}

/**
 * The sequence of the first entry of a record's log that is not what was recorded, or null for a whole log: by its hash chain, by
 * the details beside it, and by details that are gone although neither an erasure came later, nor was the record removed or the
 * entry taken back.
 */
export function findBrokenEntry(kind: RecordKind, recordId: string, rows: readonly LogRow[]): number | null {
  const trailId = trailIdOf(kind, recordId);
  const broken = findBrokenLink(rows.map(({ detailsJson: _, ...link }) => ({ ...link, trailId })));
  if (broken !== null) return broken;
  const entries = rows.map(({ eventJson }) => recordEntrySchema.parse(JSON.parse(eventJson)));
  const erasedUpTo =
    entries.at(-1)?.action === 'removed'
      ? entries.length
      : entries.findLastIndex(({ cause }) => cause === 'erasure') + 1;
  const undone = undoneEntries(entries);
  const spoiled = rows.find(({ detailsJson }, index) =>
    detailsJson === null
      ? index >= erasedUpTo && !undone.has(index + 1)
      : entries[index]?.digest !== digestOf(detailsJson),
  );
  return spoiled?.sequence ?? null;
}
