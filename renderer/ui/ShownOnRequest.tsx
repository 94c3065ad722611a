import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useShortcuts } from '../lib/shortcuts.tsx';
import { KeyHint } from './KeyHint.tsx';

type Props = {
  /** Names the section. */
  readonly label: string;
  /** What the button asks. */
  readonly question: string;
  readonly shortcut: { readonly key: string; readonly label: string };
  readonly children: ReactNode;
};

/** A section that opens by its button or key, and stays closed until then. */
export function ShownOnRequest({ label, question, shortcut, children }: Props) {
  const [isShown, setShown] = useState(false);
  const contentId = useId();
  const toggle = () => setShown(!isShown);
  useShortcuts([{ ...shortcut, run: toggle, isQuiet: true }]);
  const Chevron = isShown ? IconChevronUp : IconChevronDown;
  return (
    <section aria-label={label}>
      <Button
        size="sm"
        variant="subtle"
        aria-expanded={isShown}
        aria-controls={contentId}
        aria-keyshortcuts={shortcut.key}
        leftSection={<Chevron aria-hidden size={16} />}
        rightSection={<KeyHint name={shortcut.key} />}
        onClick={toggle}
      >
        {question}
      </Button>
      <div id={contentId}>{isShown && children}</div>
    </section>
  );
}
