import { Button, Loader, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SearchHit } from '../../../core/contract/search-calls.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { HitLine } from './HitLine.tsx';
import { hitKey, hitPath } from './hit-path.ts';
import classes from './SearchBox.module.css';
import { useDeskSearch } from './use-desk-search.ts';

/** The contract takes no longer text. */
const TEXT_MAX_LENGTH = 200;

/** A field and what it finds, by kind. The focus stays in the field; arrows move the choice, Enter opens it. */
export function SearchPanel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('search');
  const [, navigate] = useLocation();
  const listId = useId();
  const [text, setText] = useState('');
  const search = useDeskSearch(text);
  const hits = search.groups?.flatMap((group) => group.hits) ?? [];
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const index = Math.max(
    0,
    hits.findIndex((hit) => hitKey(hit) === activeKey),
  );
  const active = hits[index] ?? null;
  const optionId = (hit: SearchHit) => `${listId}-${hits.indexOf(hit)}`;
  const activeId = active === null ? null : optionId(active);
  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const open = (hit: SearchHit) => {
    onDone();
    navigate(hitPath(hit));
  };
  useShortcuts([{ key: 'Escape', label: t('close'), run: onDone }]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      const next = hits[(index + step + hits.length) % hits.length];
      setActiveKey(next === undefined ? null : hitKey(next));
    }
    // Enter before the answer would open what belongs to fewer letters.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && search.isSettled && active !== null) {
      event.preventDefault();
      open(active);
    }
  };
  return (
    <Stack gap="sm" pt={4}>
      <TextInput
        data-autofocus
        size="md"
        role="combobox"
        aria-label={t('field')}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId ?? undefined}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={TEXT_MAX_LENGTH}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActiveKey(null);
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
        {search.groups?.map(({ group, hits: found, next }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a list box, not of form fields.
          <div key={group} role="group" aria-label={t(`groups.${group}`)}>
            <Text size="xs" fw={600} className={classes['group'] ?? ''} aria-hidden>
              {t(`groups.${group}`)}
              {next !== null && ` · ${t('more')}`}
            </Text>
            {found.map((hit) => (
              <HitLine
                key={hitKey(hit)}
                id={optionId(hit)}
                hit={hit}
                isActive={hit === active}
                onChoose={() => open(hit)}
              />
            ))}
          </div>
        ))}
      </div>
      {!search.isAsked && <Text size="sm">{t('hint')}</Text>}
      {search.isAsked && search.isSettled && search.groups?.length === 0 && (
        <div>
          <Text fw={600}>{t('nothing', { text: text.trim() })}</Text>
          <Text size="sm">{t('nothingNext')}</Text>
        </div>
      )}
      <VisuallyHidden role="status">
        {search.isAsked && search.isSettled && search.groups !== null && t('found', { count: hits.length })}
      </VisuallyHidden>
    </Stack>
  );
}
