import type { ReactNode } from 'react';
import type { CommandId } from '../../core/commands/commands.ts';
import { ariaKey } from '../lib/key-name.ts';
import { useKeyOf } from '../lib/shortcuts.tsx';
import { KeyHint } from './KeyHint.tsx';

/** What a control says of its command's key, as it is now; nothing while it has none. */
export type CommandKey = {
  /** The cap that stands in the control. */
  readonly hint: ReactNode;
  /** For `aria-keyshortcuts`. */
  readonly aria: string | undefined;
};

export function useCommandKey(command: CommandId): CommandKey {
  const key = useKeyOf(command);
  return key === null
    ? { hint: null, aria: undefined }
    : { hint: <KeyHint name={key} />, aria: ariaKey(key) };
}

/** The same for a button that is given its key. */
export function keyProps(key: string | null) {
  return key === null ? {} : { rightSection: <KeyHint name={key} />, 'aria-keyshortcuts': ariaKey(key) };
}
