import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

type Options = {
  /** The list's element, which takes the focus itself while the row is not in the page; `tabIndex={-1}`. */
  readonly listRef: RefObject<HTMLElement | null>;
  /** The row that the agent is at; null while it is not in the page. */
  readonly link: () => HTMLElement | null;
  /** The list takes the focus as it comes. */
  readonly isDue?: boolean;
};

/**
 * Keeps the focus in a list of which only some rows are in the page. A row that is walked to has to be scrolled to or read
 * first, and the row with the focus goes when others are read in its place. Without a holder the focus would fall out of the
 * list, and the next key would do nothing.
 */
export function useRowFocus({ listRef, link, isDue = false }: Options) {
  const isFocusDue = useRef(isDue);
  const hasFocus = useRef(false);

  // After every drawing, which may have brought the row or taken it away.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) isFocusDue.current = true;
    if (!isFocusDue.current) return;
    const row = link();
    if (row !== null) isFocusDue.current = false;
    (row ?? listRef.current)?.focus({ preventScroll: true });
  });

  return {
    /** The row that the next drawing shows as the agent's gets the focus. */
    seek: () => {
      isFocusDue.current = true;
    },
    /** For the list's element. React tells of no focus that went because a drawing took its element away. */
    watch: {
      onFocus: () => {
        hasFocus.current = true;
      },
      onBlur: ({ currentTarget, target, relatedTarget }: FocusEvent) => {
        // The whole window lost it, and gives it back to the same element.
        if (document.activeElement === target) return;
        hasFocus.current = currentTarget.contains(relatedTarget);
        if (!hasFocus.current) isFocusDue.current = false;
      },
    },
  };
}
