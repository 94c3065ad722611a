import { useEffect } from 'react';
import { client } from '../api/client.ts';

/**
 * Ctrl+L, Command+L on a Mac, by the letter as it is printed, locks the desk from everywhere in the window: no dialog, no
 * field and no page has the key for itself.
 */
export function useLockKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isLockKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      lockDesk();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** The window hears of it as of any lock. A desk that is not open has nothing to lock. */
export function lockDesk(): void {
  client.call('vault.lock', {}).catch(() => undefined);
}

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat'
>;

/** By its place only where no Latin letter is printed. */
export function isLockKey({ key, code, ctrlKey, altKey, metaKey, shiftKey, repeat }: KeyPress): boolean {
  if (repeat || altKey || shiftKey || ctrlKey === metaKey) return false;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'l' : code === 'KeyL';
}
