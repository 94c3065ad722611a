import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type ClipboardEvent, useEffect, useRef } from 'react';
import { client } from '../../../api/client.ts';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useSecretOnScreen } from '../secret-screen.ts';
import type { SecretCopying } from './SecretCopy.tsx';
import classes from './Tools.module.css';

type Props = Omit<PasswordInputProps, 'value' | 'visible'> & {
  readonly value: string;
  readonly visible: boolean;
  readonly revealLabel: string;
  readonly copying: SecretCopying;
};

/**
 * The field of a code or password: masked, known to no helper of the browser, and copied from only in the way that is
 * cleared again.
 */
export function SecretField({ value, visible, revealLabel, copying, ...props }: Props) {
  const clearMarkedSoon = useClearMarked();
  const revealKey = useCommandKey('secret.reveal').aria;
  useSecretOnScreen(visible && value !== '');
  const copyGuarded = (event: ClipboardEvent) => {
    event.preventDefault();
    if (visible && value !== '') copying.copy();
  };
  return (
    <PasswordInput
      classNames={{ innerInput: `rd-mono ${classes['secret']}` }}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': revealLabel, 'aria-keyshortcuts': revealKey }}
      {...props}
      value={value}
      visible={visible}
      onCopy={copyGuarded}
      onCut={copyGuarded}
      onDragStart={(event) => event.preventDefault()}
      onSelect={(event) => {
        const field = event.target;
        if (field instanceof HTMLInputElement && field.selectionStart !== field.selectionEnd)
          clearMarkedSoon();
      }}
    />
  );
}

/** The browser hands on what is marked a moment after it tells the page. */
const HANDED_ON_WITHIN_MS = 150;

function useClearMarked(): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current === null) return;
      // The field goes, what it had marked does not.
      clearTimeout(timer.current);
      clearMarked();
    },
    [],
  );
  return () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      clearMarked();
    }, HANDED_ON_WITHIN_MS);
  };
}

function clearMarked(): void {
  client.call('clipboard.clearMarked', {}).catch(() => undefined);
}
