import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;

type Props = { readonly label: string; readonly onSearch: (text: string) => void };

/** Searches while one types. */
export function SearchField({ label, onSearch }: Props) {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback(onSearch, SEARCH_AFTER_MS);
  useShortcuts([{ key: 'Slash', label: t('searchKey'), run: () => field.current?.focus() }]);
  return (
    <TextInput
      ref={field}
      mt="sm"
      maw={420}
      label={label}
      autoComplete="off"
      maxLength={200}
      rightSection={<KeyHint name="Slash" />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
