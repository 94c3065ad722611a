import { Kbd } from '@mantine/core';

const NAMES: Record<string, string> = {
  Enter: 'Enter',
  Escape: 'Esc',
  Slash: '/',
  Question: '?',
  Plus: '+',
  Equal: '=',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Minus: '−',
  Space: 'Space',
};

type Props = {
  readonly name: string;
  /** Where the key itself is the content. Beside a control it is hidden from screen readers, which get `aria-keyshortcuts`. */
  readonly isSpoken?: boolean;
};

/** A key's cap beside what it does. */
export function KeyHint({ name, isSpoken = false }: Props) {
  return (
    <Kbd aria-hidden={!isSpoken} size="xs">
      {NAMES[name] ?? name}
    </Kbd>
  );
}
