import { type RefObject, useEffect, useRef } from 'react';

/**
 * Focuses the element after it has appeared. Later than React's own autofocus, so that a dialog that opens with it can
 * first remember where the focus was.
 */
export function useFocusWhenShown<Item extends HTMLElement>(): RefObject<Item | null> {
  const element = useRef<Item>(null);
  useEffect(() => {
    const timer = setTimeout(() => element.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return element;
}
