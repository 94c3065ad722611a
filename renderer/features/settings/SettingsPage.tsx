import { CloseButton, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { FirstDay } from './FirstDay.tsx';
import { SaveHint } from './SaveHint.tsx';
import { SectionList } from './SectionList.tsx';
import classes from './SettingsPage.module.css';
import { sectionContents } from './section-contents.tsx';
import { isSettingsSection, type SettingsSection } from './setting-entries.ts';
import { useFoundSections } from './use-found-sections.ts';
import { useSettingsForm } from './use-settings-form.ts';

type Props = {
  /** Of the address: the section that is wanted. */
  readonly section: string | undefined;
};

/** What belongs to this computer and desk, by section and found by a word. Every change is saved as it is made. */
export function SettingsPage({ section }: Props) {
  const { t } = useTranslation('settings');
  const { settings, save, saveState, error } = useSettingsForm();
  const [text, setText] = useState('');
  const found = useFoundSections(text);
  const current = section !== undefined && isSettingsSection(section) ? section : null;
  const page = useShownSection(current, settings !== undefined, () => setText(''));
  const field = useRef<HTMLInputElement>(null);
  const searchKey = useCommandKey('list.search');
  useShortcuts([{ command: 'list.search', run: () => field.current?.select() }]);
  if (settings === undefined) return null;
  return (
    <div className={classes['page']} ref={page}>
      <header className={classes['header']}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <TextInput
          ref={field}
          className={classes['search'] ?? ''}
          type="search"
          aria-label={t('search')}
          aria-keyshortcuts={searchKey.aria}
          placeholder={t('searchFor')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          leftSection={<IconSearch aria-hidden size={16} />}
          rightSection={
            text === '' ? (
              searchKey.hint
            ) : (
              <CloseButton aria-label={t('clearSearch')} onClick={() => setText('')} />
            )
          }
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SaveHint state={saveState} />
      </header>
      <SectionList sections={found} current={current} />
      <div className={classes['contents']}>
        <CallErrorNotice error={error} />
        {text === '' && <FirstDay settings={settings} onSave={save} />}
        {found.length === 0 && <Text role="status">{t('nothingFound', { text: text.trim() })}</Text>}
        {sectionContents({ settings, onSave: save }).map(([name, content]) => (
          <div key={name} data-section={name} tabIndex={-1} hidden={!found.includes(name)}>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Brings the section that the address names to the top, and the keyboard with it. */
function useShownSection(section: SettingsSection | null, isReady: boolean, showAll: () => void) {
  const page = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address or the first drawing moves the page.
  useEffect(() => {
    if (section === null || !isReady) return;
    showAll();
    // Once what the search had hidden is drawn.
    const timer = setTimeout(() => {
      const shown = page.current?.querySelector<HTMLElement>(`[data-section="${section}"]`);
      shown?.scrollIntoView({ block: 'start' });
      shown?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [section, isReady]);
  return page;
}
