import { useTranslation } from 'react-i18next';
import { commandIds, commands } from '../../../core/commands/commands.ts';
import type { Shortcut } from '../../lib/shortcuts.tsx';
import { settingEntries, useSectionTitle } from '../settings/index.ts';
import { groupsFor, type Named } from './fitting.ts';
import type { PaletteEntry, PaletteGroup } from './palette-entry.ts';
import { hitKey } from './record-ref.ts';
import type { useDeskSearch } from './use-desk-search.ts';

/** Everything that the palette offers for a text, by kind; for none, what was used last and what can be done here. */
export function usePaletteGroups(
  text: string,
  given: readonly Shortcut[],
  recent: readonly PaletteEntry[],
  search: ReturnType<typeof useDeskSearch>,
): readonly PaletteGroup[] {
  const commandEntries = useCommandEntries(given);
  const settingLines = useSettingEntries();
  if (text.trim() === '') {
    const known = new Set(recent.map(({ id }) => id));
    const here = commandEntries.filter(({ entry: { id, isOffered } }) => isOffered && !known.has(id));
    // What was given elsewhere may not be possible here.
    const usable = recent.map(
      (entry) => commandEntries.find((now) => now.entry.id === entry.id)?.entry ?? entry,
    );
    const ofPage = here.filter(({ entry }) => entry.area !== 'everywhere');
    const ofDesk = here.filter(({ entry }) => entry.area === 'everywhere');
    return withoutEmpty([
      { name: 'recent', entries: usable, hasMore: false },
      { name: 'commands', entries: [...ofPage, ...ofDesk].map(({ entry }) => entry), hasMore: false },
    ]);
  }
  const found = (search.groups ?? []).map(
    ({ group, hits, next }): PaletteGroup => ({
      name: group,
      entries: hits.map((hit) => ({ kind: 'hit', id: hitKey(hit), hit })),
      hasMore: next !== null,
    }),
  );
  return groupsFor(text, { commands: commandEntries, settings: settingLines }, found);
}

function useCommandEntries(given: readonly Shortcut[]) {
  const { t } = useTranslation('commands');
  return commandIds
    .filter((command) => !HIDDEN.has(command))
    .map((command) => {
      const now = given.find((shortcut) => shortcut.command === command);
      const title = now?.label ?? t(`words.${command}`);
      const { area } = commands[command];
      const entry = {
        kind: 'command',
        id: command,
        command,
        title,
        isOffered: now !== undefined,
        area,
      } as const;
      return { entry, names: [title, t(`words.${command}`)] };
    });
}

/** They are about what stands open already, or about a field that the palette has taken the focus from. */
const HIDDEN: ReadonlySet<string> = new Set([
  'palette.open',
  'palette.search',
  'words.leaveOut',
  'words.keep',
  'queue.down',
  'queue.up',
]);

function useSettingEntries(): readonly Named[] {
  const { t } = useTranslation(['settings', 'safety', 'transfer', 'demo', 'privacy']);
  const sectionTitle = useSectionTitle();
  return settingEntries.map(({ section, title }) => {
    const detail = sectionTitle(section);
    const words = t(title);
    const path = `/settings/${section}`;
    const entry = { kind: 'setting', id: title, title: words, detail, path } as const;
    return { entry, names: [words, detail, t(`settings:finds.${section}`)] };
  });
}

function withoutEmpty(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  return groups.filter(({ entries }) => entries.length > 0);
}
