import { Button, CloseButton, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './QueuePage.module.css';

type Props = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly isOpening: boolean;
  readonly onNew: () => void;
};

/** Heading, search field and the way to a ticket without a scan. */
export function QueueHeader({ ref, search, onSearch, isOpening, onNew }: Props) {
  const { t } = useTranslation('queue');
  const clearOnEscape = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (search === '') event.currentTarget.blur();
    else onSearch('');
  };
  return (
    <header className={classes['header']}>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <TextInput
        ref={ref}
        className={classes['search'] ?? ''}
        type="search"
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.placeholder')}
        value={search}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={clearOnEscape}
        leftSection={<IconSearch aria-hidden size={16} />}
        rightSection={
          search === '' ? (
            <KeyHint name="Slash" />
          ) : (
            <CloseButton aria-label={t('search.clear')} onClick={() => onSearch('')} />
          )
        }
      />
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={16} />}
        rightSection={<KeyHint name="N" />}
        aria-keyshortcuts="N"
        loading={isOpening}
        onClick={onNew}
      >
        {t('new')}
      </Button>
    </header>
  );
}
