import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in a dialog whose steps replace each other. The button that led on is gone with its step, and the focus
 * with it: the next Tab would walk through the page under the dialog. It goes to what the new step marks with
 * `data-autofocus`, else to the dialog itself.
 */
export function useKeptFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const content = useRef<Target>(null);
  useEffect(() => {
    const element = content.current;
    const dialog = element?.closest<HTMLElement>('[role="dialog"]');
    if (!element || !dialog) return;
    const observer = new MutationObserver(() => {
      const focused = document.activeElement;
      // On the dialog itself it only waits for a step that marks something.
      if (focused !== document.body && focused !== dialog) return;
      const marked = dialog.querySelector<HTMLElement>('[data-autofocus]');
      (marked ?? dialog).focus();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return content;
}
