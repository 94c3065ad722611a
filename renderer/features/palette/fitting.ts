import { commands } from '../../../core/commands/commands.ts';
import { fitOf, isSure } from '../../lib/fuzzy.ts';
import { canBeChosen, type PaletteEntry, type PaletteGroup } from './palette-entry.ts';

/** Of commands, of settings, and of what is only similar; who sees none of the wanted ones types another letter. */
const ENTRIES_MAX = 6;

/** An entry by all the words that find it, the likeliest first. */
export type Named = { readonly entry: PaletteEntry; readonly names: readonly string[] };

type Fitting = { readonly entry: PaletteEntry; readonly rank: number; readonly isSure: boolean };

/**
 * What a text finds, by kind. Enter takes what stands first, so above the records stands only what begins with the very words that
 * were typed and can be done here: a person's name must not become a command that is merely spelled like it.
 */
export function groupsFor(
  text: string,
  named: { readonly commands: readonly Named[]; readonly settings: readonly Named[] },
  found: readonly PaletteGroup[],
): readonly PaletteGroup[] {
  const commandsFitting = fittingOf(text, named.commands);
  const settingsFitting = fittingOf(text, named.settings);
  const isGood = ({ entry, isSure }: Fitting) => isSure && canBeChosen(entry);
  const others = [...commandsFitting, ...settingsFitting].filter((fitting) => !isGood(fitting));
  const groups = [
    groupOf('commands', commandsFitting.filter(isGood)),
    groupOf('settings', settingsFitting.filter(isGood)),
    ...found,
    groupOf(
      'similar',
      others.filter(({ entry }) => canBeChosen(entry) && !hasWeight(entry)),
    ),
    groupOf(
      'elsewhere',
      others.filter(({ entry }) => !canBeChosen(entry)),
    ),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function fittingOf(text: string, named: readonly Named[]): readonly Fitting[] {
  return named.flatMap(({ entry, names }) => {
    const fits = names.flatMap((name, index) => {
      const fit = fitOf(text, name);
      return fit === null ? [] : [{ isSure: isSure(fit), rank: fit + index / 2 }];
    });
    if (fits.length === 0) return [];
    const rank = Math.min(...fits.map((fit) => fit.rank));
    return [{ entry, rank, isSure: fits.some((fit) => fit.isSure) }];
  });
}

function groupOf(name: PaletteGroup['name'], fitting: readonly Fitting[]): PaletteGroup {
  const sorted = fitting.toSorted((one, other) => one.rank - other.rank);
  return {
    name,
    entries: sorted.slice(0, ENTRIES_MAX).map(({ entry }) => entry),
    hasMore: sorted.length > ENTRIES_MAX,
  };
}

/** What records or lets out something is found by its own words only. */
function hasWeight(entry: PaletteEntry): boolean {
  return entry.kind === 'command' && commands[entry.command].hasWeight === true;
}
