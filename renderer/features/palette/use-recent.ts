import { useQueries } from '@tanstack/react-query';
import type { PaletteEntry } from './palette-entry.ts';
import { readRecord } from './read-record.ts';
import type { Recent } from './recent.ts';
import { hitKey, type RecordRef } from './record-ref.ts';

/** What was chosen before, as it is now; records that are gone are left out. Read when the palette opens, and kept no longer. */
export function useRecent(recent: readonly Recent[]): readonly PaletteEntry[] {
  const refs = recent.flatMap((entry) => (entry.kind === 'record' ? [entry] : []));
  const reads = useQueries({
    queries: refs.map((ref: RecordRef) => ({
      queryKey: ['palette.recent', ref],
      queryFn: () => readRecord(ref),
      staleTime: 0,
      gcTime: 0,
    })),
  });
  const found = new Map(refs.map((ref, index) => [ref, reads[index]?.data]));
  const entries = recent.flatMap((entry): readonly PaletteEntry[] => {
    if (entry.kind !== 'record') return [entry];
    const hit = found.get(entry);
    return hit === undefined ? [] : [{ kind: 'hit', id: hitKey(hit), hit }];
  });
  // Two that were merged are one.
  return entries.filter((entry, index) => entries.findIndex(({ id }) => id === entry.id) === index);
}
