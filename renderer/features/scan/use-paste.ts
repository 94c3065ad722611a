import { useEffect, useRef } from 'react';
import { type HandedIn, readTransfer } from './handed-in.ts';

/** Hears of everything that is pasted anywhere in the window, but for text that is pasted into a text field. */
export function usePaste(onPaste: (pasted: HandedIn) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      // Whatever was pasted on has taken it.
      if (event.defaultPrevented) return;
      const pasted = readTransfer(event.clipboardData);
      if (pasted.kind !== 'files' && isTextField(event.target)) return;
      event.preventDefault();
      latest.current(pasted);
    };
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches(
      'input:not([type=checkbox],[type=radio],[type=button],[type=file]), textarea, [contenteditable=true]',
    )
  );
}
