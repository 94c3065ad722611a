import { Button, CloseButton, NativeSelect, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type QueueView, queueSortSchema, sortsOf } from '../../../core/queue/view.ts';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { FilterMenu } from './filter/FilterMenu.tsx';
import classes from './QueuePage.module.css';
import { ViewsMenu } from './views/ViewsMenu.tsx';

type Props = {
  readonly filterRef: RefObject<HTMLInputElement | null>;
  readonly view: QueueView;
  /** With `isTyping`, one letter of many. */
  readonly onChange: (view: QueueView, isTyping?: boolean) => void;
  readonly isOpening: boolean;
  readonly onNew: () => void;
};

/** Heading, filter, order, and the way to a ticket without a scan. */
export function QueueHeader({ filterRef, view, onChange, isOpening, onNew }: Props) {
  const { t } = useTranslation('queue');
  const newKey = useCommandKey('ticket.new');
  return (
    <header className={classes['header']}>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <FilterField
        filterRef={filterRef}
        text={view.filter.text}
        onText={(text) => onChange({ ...view, filter: { ...view.filter, text } }, true)}
      />
      <FilterMenu view={view} onChange={onChange} />
      <ViewsMenu view={view} onChange={onChange} />
      <NativeSelect
        className={classes['sort'] ?? ''}
        aria-label={t('sort.label')}
        value={view.sort}
        data={sortsOf(view.lane).map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={(event) =>
          onChange({ ...view, sort: queueSortSchema.parse(event.currentTarget.value), isReversed: false })
        }
      />
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={16} />}
        rightSection={newKey.hint}
        aria-keyshortcuts={newKey.aria}
        loading={isOpening}
        onClick={onNew}
      >
        {t('new')}
      </Button>
    </header>
  );
}

type FilterFieldProps = {
  readonly filterRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** The contract takes no longer text. */
const TEXT_MAX_LENGTH = 200;

function FilterField({ filterRef, text, onText }: FilterFieldProps) {
  const { t } = useTranslation('queue');
  const searchKey = useCommandKey('list.search');
  const clearOnEscape = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (text === '') event.currentTarget.blur();
    else onText('');
  };
  return (
    <TextInput
      ref={filterRef}
      className={classes['search'] ?? ''}
      type="search"
      aria-label={t('filter.text')}
      aria-keyshortcuts={searchKey.aria}
      placeholder={t('filter.placeholder')}
      value={text}
      maxLength={TEXT_MAX_LENGTH}
      spellCheck={false}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={clearOnEscape}
      leftSection={<IconSearch aria-hidden size={16} />}
      rightSection={
        text === '' ? (
          searchKey.hint
        ) : (
          <CloseButton aria-label={t('filter.clearText')} onClick={() => onText('')} />
        )
      }
    />
  );
}
