import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus where work goes on when a page of the pretend device opens, so that the keyboard is enough. */
export function useFocusOnMount<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
