import type { PaletteEntry } from './palette-entry.ts';
import { type RecordRef, refOf } from './record-ref.ts';

/** Something that was chosen before. */
export type Recent = RecordRef | Exclude<PaletteEntry, { kind: 'hit' }>;

const RECENT_MAX = 6;

/** What was chosen last comes first, and each once. */
export function withChosen(recent: readonly Recent[], entry: PaletteEntry): readonly Recent[] {
  const chosen = entry.kind === 'hit' ? refOf(entry.hit) : entry;
  return [chosen, ...recent.filter(({ id }) => id !== chosen.id)].slice(0, RECENT_MAX);
}
