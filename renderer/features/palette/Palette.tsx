import { Button, Loader, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Shortcut, useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { EntryLine } from './EntryLine.tsx';
import classes from './Palette.module.css';
import { canBeChosen, type PaletteEntry } from './palette-entry.ts';
import { type Recent, withChosen } from './recent.ts';
import { hitPath } from './record-ref.ts';
import { useDeskSearch } from './use-desk-search.ts';
import { usePaletteGroups } from './use-palette-groups.ts';
import { useRecent } from './use-recent.ts';

/** The contract takes no longer text. */
const TEXT_MAX_LENGTH = 200;

type Props = {
  /** What could be done on the page when the palette was opened. */
  readonly given: readonly Shortcut[];
  /** What was chosen before, the last first. */
  readonly recent: readonly Recent[];
  readonly onClose: () => void;
  /** @param recent with the entry first */
  readonly onChosen: (entry: PaletteEntry, recent: readonly Recent[]) => void;
};

/** A field and all that it finds, by kind. The focus stays in the field; arrows move the choice, Enter takes it. */
export function Palette({ given, recent, onClose, onChosen }: Props) {
  const { t } = useTranslation('search');
  const [, navigate] = useLocation();
  const listId = useId();
  const [text, setText] = useState('');
  const search = useDeskSearch(text);
  const groups = usePaletteGroups(text, given, useRecent(recent), search);
  const entries = groups.flatMap((group) => group.entries);
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = entries.find(({ id }) => id === activeId) ?? entries.find(canBeChosen) ?? null;
  const optionId = (entry: PaletteEntry) => `${listId}-${entries.indexOf(entry)}`;
  const shownId = active === null ? null : optionId(active);
  useEffect(() => {
    if (shownId !== null) document.getElementById(shownId)?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);
  const choose = (entry: PaletteEntry) => {
    if (!canBeChosen(entry)) return;
    onChosen(entry, withChosen(recent, entry));
    if (entry.kind === 'hit') navigate(hitPath(entry.hit));
    else if (entry.kind === 'setting') navigate(entry.path);
  };
  // Enter before the answer would take what belongs to fewer letters, so it waits for it.
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the search's answer sets it going.
  useEffect(() => {
    if (!isEnterWaiting || !search.isSettled) return;
    setEnterWaiting(false);
    if (active !== null) choose(active);
  }, [isEnterWaiting, search.isSettled]);
  useShortcuts([{ key: 'Escape', label: t('close'), run: onClose }]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const from = active === null ? (step === 1 ? -1 : 0) : entries.indexOf(active);
      setActiveId(entries[(from + step + entries.length) % entries.length]?.id ?? null);
      setEnterWaiting(false);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setEnterWaiting(true);
    }
  };
  return (
    <Stack gap="sm" pt={4}>
      <TextInput
        // It may come after the dialog has looked for where the focus goes.
        autoFocus
        data-autofocus
        size="md"
        role="combobox"
        aria-label={t('field')}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shownId ?? undefined}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={TEXT_MAX_LENGTH}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActiveId(null);
          setEnterWaiting(false);
        }}
        onKeyDown={onKeyDown}
        leftSection={<IconSearch aria-hidden size={18} />}
        rightSection={search.isAsked && !search.isSettled && <Loader size={16} aria-hidden />}
      />
      <CallErrorNotice
        error={search.error}
        action={
          <Button variant="default" onClick={search.retry}>
            {t('common:actions.retry')}
          </Button>
        }
      />
      <div id={listId} role="listbox" aria-label={t('results')} className={classes['list']}>
        {groups.map(({ name, entries: lines, hasMore }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a list box, not of form fields.
          <div key={name} role="group" aria-label={t(`groups.${name}`)}>
            <Text size="xs" fw={600} className={classes['group'] ?? ''} aria-hidden>
              {t(`groups.${name}`)}
              {hasMore && ` · ${t('more')}`}
            </Text>
            {lines.map((entry) => (
              <EntryLine
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                isActive={entry === active}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {!search.isAsked && <Text size="sm">{t('hint')}</Text>}
      {search.isAsked && search.isSettled && entries.length === 0 && (
        <div>
          <Text fw={600}>{t('nothing', { text: text.trim() })}</Text>
          <Text size="sm">{t('nothingNext')}</Text>
        </div>
      )}
      <VisuallyHidden role="status">
        {search.isAsked &&
          search.isSettled &&
          search.groups !== null &&
          t('found', { count: entries.length })}
      </VisuallyHidden>
    </Stack>
  );
}
