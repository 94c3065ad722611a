import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes files that are pasted while the focus is in `place`. The event itself does not say so: unless a text field has the
 * focus, Chromium sends it to where the text selection is.
 */
export function usePastedFiles(
  place: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || place.current?.contains(document.activeElement) !== true) return;
      event.preventDefault();
      latest.current(files);
    };
    // On the way down: before the scanner, which takes what nobody else has taken.
    document.addEventListener('paste', listener, { capture: true });
    return () => document.removeEventListener('paste', listener, { capture: true });
  }, [place]);
}
