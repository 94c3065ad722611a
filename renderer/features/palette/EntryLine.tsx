import { IconCommand, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyFinder } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { HitLine } from './HitLine.tsx';
import { type LineProps, OptionLine } from './OptionLine.tsx';
import { canBeChosen, type PaletteEntry } from './palette-entry.ts';

type EntryOf<Kind extends PaletteEntry['kind']> = Extract<PaletteEntry, { kind: Kind }>;

/** One thing that can be chosen: a command with its key, a setting with its section, or what was found. */
export function EntryLine({ entry, ...line }: LineProps & { readonly entry: PaletteEntry }) {
  switch (entry.kind) {
    case 'hit':
      return <HitLine {...line} hit={entry.hit} />;
    case 'setting':
      return <OptionLine {...line} icon={IconSettings} title={entry.title} details={entry.detail} />;
    case 'command':
      return <CommandLine {...line} entry={entry} />;
  }
}

function CommandLine({ entry, ...line }: LineProps & { readonly entry: EntryOf<'command'> }) {
  const { t } = useTranslation('commands');
  const key = useKeyFinder()(entry.command);
  return (
    <OptionLine
      {...line}
      icon={IconCommand}
      title={entry.title}
      details={entry.isOffered ? null : t(`areas.${entry.area}`)}
      isDisabled={!canBeChosen(entry)}
    >
      {key !== null && <KeyHint name={key} isSpoken />}
    </OptionLine>
  );
}
