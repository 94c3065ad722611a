import { Button, Group } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsOf } from '../../../../core/password/generate.ts';
import { spell } from '../../../../core/password/phonetic.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';
import classes from './Tools.module.css';

type Props = {
  readonly text: string;
  /** The field that holds the text; the button stands beside it. */
  readonly children: ReactNode;
  /** Places to look at twice, 0-based. */
  readonly marked?: readonly number[];
  readonly isShown: boolean;
  readonly onToggle: () => void;
};

/** A code or password big and in words, to be read to the customer in groups of four. */
export function Spelling({ text, children, marked = [], isShown, onToggle }: Props) {
  const { t } = useTranslation('ticket');
  const listId = useId();
  const label = t(isShown ? 'spelling.hide' : 'spelling.show');
  useShortcuts([{ key: 'P', label: t('spelling.key'), run: onToggle, isEnabled: text !== '' }]);
  return (
    <>
      <Group gap="xs" align="flex-end">
        {children}
        <Button
          variant="light"
          disabled={text === ''}
          leftSection={<IconVolume aria-hidden size={18} />}
          rightSection={<KeyHint name="P" />}
          aria-keyshortcuts="P"
          aria-expanded={isShown}
          aria-controls={listId}
          onClick={onToggle}
        >
          {label}
        </Button>
      </Group>
      {isShown && text !== '' && (
        <div id={listId}>
          <Groups text={text} marked={marked} onHide={onToggle} />
        </div>
      )}
    </>
  );
}

type GroupsProps = {
  readonly text: string;
  readonly marked: readonly number[];
  readonly onHide: () => void;
};

function Groups({ text, marked, onHide }: GroupsProps) {
  const { language } = useCustomerLanguage();
  const { t } = useTranslation('ticket');
  const list = useRef<HTMLOListElement>(null);
  // Before the page's own Escape, which would leave the ticket and with it forget the code.
  useShortcuts([{ key: 'Escape', label: t('spelling.hide'), run: onHide }]);
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), []);
  const groups = groupsOf(text);
  const starts = groups.map((_, index) => [...groups.slice(0, index).join('')].length);
  return (
    <ol ref={list} className={classes['groups']} aria-label={t('spelling.label')}>
      {groups.map((group, groupIndex) => (
        <li key={starts[groupIndex]}>
          <ol className={classes['group']}>
            {spell(group, language).map(({ character, words }, index) => {
              const place = (starts[groupIndex] ?? 0) + index;
              return (
                <li key={place} className={classes['character']} data-marked={marked.includes(place)}>
                  <span className={`rd-mono ${classes['glyph']}`}>{character}</span>
                  <span className={classes['words']}>{words}</span>
                </li>
              );
            })}
          </ol>
        </li>
      ))}
    </ol>
  );
}
