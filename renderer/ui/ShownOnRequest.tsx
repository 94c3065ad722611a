import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { CommandId } from '../../core/commands/commands.ts';
import { useShortcuts } from '../lib/shortcuts.tsx';
import { useCommandKey } from './use-command-key.tsx';

type Props = {
  /** Names the section. */
  readonly label: string;
  /** What the button asks. */
  readonly question: string;
  /** Shows and hides it. */
  readonly command: CommandId;
  readonly children: ReactNode;
};

/** A section that opens by its button or key, and stays closed until then. */
export function ShownOnRequest({ label, question, command, children }: Props) {
  const [isShown, setShown] = useState(false);
  const contentId = useId();
  const toggle = () => setShown(!isShown);
  const key = useCommandKey(command);
  useShortcuts([{ command, label: question, run: toggle, isQuiet: true }]);
  const Chevron = isShown ? IconChevronUp : IconChevronDown;
  return (
    <section aria-label={label}>
      <Button
        size="sm"
        variant="subtle"
        aria-expanded={isShown}
        aria-controls={contentId}
        aria-keyshortcuts={key.aria}
        leftSection={<Chevron aria-hidden size={16} />}
        rightSection={key.hint}
        onClick={toggle}
      >
        {question}
      </Button>
      <div id={contentId}>{isShown && children}</div>
    </section>
  );
}
