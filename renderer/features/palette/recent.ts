import type { SearchHit } from '../../../core/contract/search-calls.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Which record was chosen, and nothing of what it says: it may be erased or merged before it is shown again. */
export type RecordRef = {
  readonly kind: 'record';
  readonly record: 'customer' | 'device' | 'ticket';
  readonly id: string;
};

/** Something that was chosen before. */
export type Recent = RecordRef | Exclude<PaletteEntry, { kind: 'hit' }>;

const RECENT_MAX = 6;

/** What was chosen last comes first, and each once. */
export function withChosen(recent: readonly Recent[], entry: PaletteEntry): readonly Recent[] {
  const chosen = entry.kind === 'hit' ? refOf(entry.hit) : entry;
  return [chosen, ...recent.filter(({ id }) => id !== chosen.id)].slice(0, RECENT_MAX);
}

function refOf(hit: SearchHit): RecordRef {
  switch (hit.kind) {
    case 'customer':
      return { kind: 'record', record: 'customer', id: hit.customerId };
    case 'device':
      return { kind: 'record', record: 'device', id: hit.deviceId };
    case 'ticket':
    case 'note':
      return { kind: 'record', record: 'ticket', id: hit.ticketId };
  }
}
