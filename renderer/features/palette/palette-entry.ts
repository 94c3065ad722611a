import type { CommandArea, CommandId } from '../../../core/commands/commands.ts';
import type { SearchHit } from '../../../core/contract/search-calls.ts';

/** One line of the palette. */
export type PaletteEntry =
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly command: CommandId;
      readonly title: string;
      /** Null while it can not be given here. */
      readonly run: (() => void) | null;
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
  readonly name: 'recent' | 'commands' | 'settings' | 'customers' | 'devices' | 'tickets' | 'notes';
  readonly entries: readonly PaletteEntry[];
  /** More than are shown would be found. */
  readonly hasMore: boolean;
};
