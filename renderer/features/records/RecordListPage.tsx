import { Button, CloseButton, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallInput } from '../../../core/contract/contract.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { RecordList, type Row } from './RecordList.tsx';
import classes from './RecordListPage.module.css';
import { type ListName, useRecordPages } from './use-record-pages.ts';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;

/** The contract takes no longer text. */
const TEXT_MAX_LENGTH = 200;

type Part = { readonly next: string | null };

type Props<Page extends Part> = {
  readonly kind: 'customers' | 'devices';
  readonly name: ListName;
  readonly read: (input: CallInput<ListName>) => Promise<Page>;
  readonly rowsOf: (page: Page) => readonly Row[];
};

/** All customers or devices: last changed first, or what fits the text, best first. */
export function RecordListPage<Page extends Part>({ kind, name, read, rowsOf }: Props<Page>) {
  const { t } = useTranslation('records');
  const searchKey = useCommandKey('list.search');
  const [text, setText] = useRememberedText();
  const [searched] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const pages = useRecordPages(name, searched, read);
  const rows = pages.data?.pages.flatMap(rowsOf) ?? null;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  const isSettled = searched === text.trim() && !pages.isPlaceholderData;
  useShortcuts([{ command: 'list.search', run: () => field.current?.select() }]);
  const onFieldKey = (event: KeyboardEvent) => {
    const best = rows?.[0];
    if (event.key === 'ArrowDown') list.current?.querySelector('a')?.focus();
    // Enter before the answer would open what belongs to fewer letters.
    else if (event.key === 'Enter' && isSettled && best !== undefined) navigate(best.path);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        <Title order={1} size="h2">
          {t(`list.${kind}.title`)}
        </Title>
        <TextInput
          ref={field}
          className={classes['search'] ?? ''}
          type="search"
          aria-label={t(`list.${kind}.search`)}
          aria-keyshortcuts={searchKey.aria}
          placeholder={t(`list.${kind}.search`)}
          autoComplete="off"
          spellCheck={false}
          maxLength={TEXT_MAX_LENGTH}
          value={text}
          leftSection={<IconSearch aria-hidden size={16} />}
          rightSection={
            text === '' ? (
              searchKey.hint
            ) : (
              <CloseButton aria-label={t('clearText')} onClick={() => setText('')} />
            )
          }
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onFieldKey}
        />
      </header>
      {rows?.length !== 0 && (
        <Text size="sm" c="dimmed">
          {t(text.trim() === '' ? `list.${kind}.order` : 'bestFirst')}
        </Text>
      )}
      <CallErrorNotice
        error={pages.error}
        action={
          <Button variant="default" onClick={() => void pages.refetch()}>
            {t('common:actions.retry')}
          </Button>
        }
      />
      {rows === null && pages.error === null && <Waiting />}
      {rows?.length === 0 && <Nothing kind={kind} isSearched={text.trim() !== ''} />}
      {rows !== null && rows.length > 0 && (
        <RecordList
          // Another search begins at its own first row.
          key={searched}
          label={t(`list.${kind}.title`)}
          rows={rows}
          listRef={list}
          onMore={pages.hasNextPage && !pages.isFetching ? () => void pages.fetchNextPage() : null}
          onLeave={() => field.current?.focus()}
        />
      )}
    </div>
  );
}

/** What is looked for is kept with the history entry, so that coming back from a record brings the same list. */
function useRememberedText(): [string, (text: string) => void] {
  const [text, setText] = useState(() => findOf(window.history.state));
  return [
    text,
    (next) => {
      setText(next);
      window.history.replaceState({ find: next }, '');
    },
  ];
}

function findOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('find' in state)) return '';
  return typeof state.find === 'string' ? state.find : '';
}

function Waiting() {
  return (
    <div aria-hidden className={classes['waiting']}>
      {['a', 'b', 'c', 'd', 'e'].map((line) => (
        <Skeleton key={line} height={44} />
      ))}
    </div>
  );
}

type NothingProps = { readonly kind: 'customers' | 'devices'; readonly isSearched: boolean };

function Nothing({ kind, isSearched }: NothingProps) {
  const { t } = useTranslation('records');
  return (
    <div role="status" className={classes['nothing']}>
      <Text fw={600}>{t(isSearched ? 'nothingFound' : `list.${kind}.none`)}</Text>
      <Text size="sm">{t(isSearched ? 'nothingFoundNext' : `list.${kind}.noneNext`)}</Text>
    </div>
  );
}
