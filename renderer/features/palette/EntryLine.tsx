import { Text } from '@mantine/core';
import { IconCommand, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyFinder } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { HitLine } from './HitLine.tsx';
import classes from './Palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';

type Props = {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

/** One thing that can be chosen: a command with its key, a setting with its section, or what was found. */
export function EntryLine({ entry, ...line }: Props) {
  if (entry.kind === 'hit') return <HitLine {...line} hit={entry.hit} />;
  return <NamedLine {...line} entry={entry} />;
}

type NamedProps = Props & { readonly entry: Exclude<PaletteEntry, { kind: 'hit' }> };

function NamedLine({ id, entry, isActive, onChoose }: NamedProps) {
  const { t } = useTranslation('commands');
  const keyOf = useKeyFinder();
  const isCommand = entry.kind === 'command';
  const key = isCommand ? keyOf(entry.command) : null;
  const detail = isCommand ? (!entry.isOffered ? t(`areas.${entry.area}`) : '') : entry.detail;
  const Icon = isCommand ? IconCommand : IconSettings;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and its keys choose.
    // biome-ignore lint/a11y/useFocusableInteractive: the field points here with aria-activedescendant.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={isCommand && !entry.isOffered}
      className={classes['hit']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon aria-hidden size={18} />
      <div className={classes['words']}>
        <Text size="sm" fw={600}>
          {entry.title}
        </Text>
        {detail !== '' && (
          <Text size="xs" className={classes['details'] ?? ''}>
            {detail}
          </Text>
        )}
      </div>
      {key !== null && <KeyHint name={key} isSpoken />}
    </div>
  );
}
