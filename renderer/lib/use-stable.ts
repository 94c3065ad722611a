import { useCallback, useRef } from 'react';

/** A function that stays the same, so that what it is given to is not drawn again, and always runs the newest one. */
export function useStable<Arguments extends readonly unknown[], Result>(
  run: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  const latest = useRef(run);
  latest.current = run;
  return useCallback((...values: Arguments) => latest.current(...values), []);
}
