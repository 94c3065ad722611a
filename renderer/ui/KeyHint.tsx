import { Kbd } from '@mantine/core';

const NAMES: Record<string, string> = { Enter: 'Enter', Escape: 'Esc', Slash: '/', Space: 'Space' };

/** A key's cap beside what it does. Hidden from screen readers, which get `aria-keyshortcuts`. */
export function KeyHint({ name }: { readonly name: string }) {
  return (
    <Kbd aria-hidden size="xs">
      {NAMES[name] ?? name}
    </Kbd>
  );
}
