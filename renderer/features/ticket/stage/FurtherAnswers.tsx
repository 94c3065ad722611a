import { Button, Popover } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Binding, ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Answers.module.css';

type Props = {
  readonly count: number;
  /** The keys of all answers: they work in the list as they do without it. */
  readonly numbers: readonly Binding[];
  readonly children: ReactNode;
};

/** The rarer answers, in a list above their button. */
export function FurtherAnswers({ count, numbers, children }: Props) {
  const { t } = useTranslation('ticket');
  const [isOpen, setOpen] = useState(false);
  const label = t('stage.furtherAnswers', { count });
  useShortcuts([{ key: '0', label, run: () => setOpen(true), isQuiet: true }]);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-end"
      width="max-content"
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          data-part="further"
          className={classes['aside'] ?? ''}
          leftSection={<IconChevronUp aria-hidden size={18} />}
          rightSection={<KeyHint name="0" />}
          aria-keyshortcuts="0"
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes['further'] ?? ''}>
        <ShortcutLayer>
          <EscapeKey onClose={() => setOpen(false)} />
          <Numbers numbers={numbers} />
          {/* Not the first of them: a second key must not give a rare answer that nobody has read. */}
          <div data-autofocus tabIndex={-1} className={classes['furtherList']}>
            {children}
          </div>
        </ShortcutLayer>
      </Popover.Dropdown>
    </Popover>
  );
}

function Numbers({ numbers }: Pick<Props, 'numbers'>) {
  useShortcuts(numbers);
  return null;
}
