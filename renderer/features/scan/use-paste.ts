import { useEffect, useRef } from 'react';

export type Pasted =
  | { readonly kind: 'pictures'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Hears of everything that is pasted anywhere in the window, but for text that is pasted into a text field. */
export function usePaste(onPaste: (pasted: Pasted) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      // Whatever was pasted on has taken it.
      if (event.defaultPrevented) return;
      const pasted = readClipboard(event.clipboardData);
      if (pasted.kind !== 'pictures' && isTextField(event.target)) return;
      event.preventDefault();
      latest.current(pasted);
    };
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}

function readClipboard(data: DataTransfer | null): Pasted {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return { kind: 'pictures', files };
  const text = data?.getData('text/plain').trim() ?? '';
  return text === '' ? { kind: 'nothing' } : { kind: 'text', text };
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches(
      'input:not([type=checkbox],[type=radio],[type=button],[type=file]), textarea, [contenteditable=true]',
    )
  );
}
