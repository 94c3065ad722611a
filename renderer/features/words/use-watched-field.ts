import { useCallback, useEffect, useState } from 'react';
import type { FoundSecret } from '../../../core/privacy/found-secret.ts';
import { secretsOf, type WatchedField, watchedField } from './watched-field.ts';

export interface Watched {
  readonly field: WatchedField;
  readonly secrets: readonly FoundSecret[];
  /** Where the field is now, in the window. */
  readonly place: DOMRect;
}

/** The field in which something stands that must not be kept; it stays until that is decided or the field is gone. */
export function useWatchedField(): { readonly watched: Watched | null; readonly look: () => void } {
  const [watched, setWatched] = useState<Watched | null>(null);
  const lookAt = useCallback((field: WatchedField | null) => {
    const secrets = field?.isConnected ? secretsOf(field) : [];
    setWatched(
      field === null || secrets.length === 0
        ? null
        : { field, secrets, place: field.getBoundingClientRect() },
    );
  }, []);
  const field = watched?.field ?? null;

  useEffect(() => {
    const onTyped = ({ target }: Event) => {
      const typed = watchedField(target);
      if (typed !== null) lookAt(typed);
    };
    document.addEventListener('input', onTyped);
    document.addEventListener('focusin', onTyped);
    return () => {
      document.removeEventListener('input', onTyped);
      document.removeEventListener('focusin', onTyped);
    };
  }, [lookAt]);

  useEffect(() => {
    if (field === null) return undefined;
    const again = () => lookAt(field);
    // A text that is set by the program, and a field that goes with its page, tell nothing.
    const watching = setInterval(again, 500);
    window.addEventListener('scroll', again, true);
    window.addEventListener('resize', again);
    return () => {
      clearInterval(watching);
      window.removeEventListener('scroll', again, true);
      window.removeEventListener('resize', again);
    };
  }, [field, lookAt]);

  return { watched, look: useCallback(() => lookAt(field), [field, lookAt]) };
}
