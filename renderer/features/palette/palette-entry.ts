import type { CommandArea, CommandId } from '../../../core/commands/commands.ts';
import type { SearchGroup, SearchHit } from '../../../core/contract/search-calls.ts';

/** One line of the palette. */
export type PaletteEntry =
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly command: CommandId;
      readonly title: string;
      /** Whether the page under the palette offers it. */
      readonly isOffered: boolean;
      readonly area: CommandArea;
    }
  | {
      readonly kind: 'setting';
      readonly id: string;
      readonly title: string;
      readonly detail: string;
      readonly path: string;
    }
  | { readonly kind: 'hit'; readonly id: string; readonly hit: SearchHit };

export type PaletteGroup = {
  readonly name: 'recent' | 'commands' | 'settings' | SearchGroup | 'similar' | 'elsewhere';
  readonly entries: readonly PaletteEntry[];
  /** More than are shown would be found. */
  readonly hasMore: boolean;
};

/** Enter takes the first entry that can be chosen. */
export function canBeChosen(entry: PaletteEntry): boolean {
  return entry.kind !== 'command' || entry.isOffered;
}
