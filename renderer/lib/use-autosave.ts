import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../core/contract/errors.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { onHarmless, withoutHeldBack } from './harmless-words.ts';

type Options<Fields extends object> = {
  /** The stored values of the fields. */
  readonly saved: Fields;
  readonly version: number;
  /** See {@link createAutosave}; must also put the answer on screen. */
  readonly send: (change: Partial<Fields>, version: number) => Promise<number>;
  /** Fetches what someone else has stored. */
  readonly onConflict: () => void;
};

type AutosavedFields<Fields extends object> = {
  /** What to show: typed text over stored text. */
  readonly values: Fields;
  readonly change: (change: Partial<Fields>) => void;
  readonly flush: () => void;
  /** What the agent typed and someone else's change came before; null when there is no conflict. */
  readonly conflict: Partial<Fields> | null;
  readonly dismissConflict: () => void;
  readonly error: CallError | null;
  /** Nothing is typed that is not stored yet, and nothing of it was refused or came into conflict. */
  readonly isSettled: boolean;
};

/** Fields of one record that are saved as they are typed, and at once when they go from the screen. Key it by the record. */
export function useAutosave<Fields extends object>(options: Options<Fields>): AutosavedFields<Fields> {
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const [conflict, setConflict] = useState<Partial<Fields> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const [autosave] = useState<Autosave<Fields>>(() =>
    createAutosave<Fields>(options.version, {
      send: (change, version) => latest.current.send(change, version),
      onSaved: (change) => setTyped((before) => without(before, change)),
      onConflict: (mine) => {
        setTyped({});
        setConflict(mine);
        latest.current.onConflict();
      },
      onFailure: (failure) => setError(withoutHeldBack(failure)),
    }),
  );
  useEffect(() => autosave.see(options.version), [autosave, options.version]);
  useEffect(() => onHarmless(autosave.flush), [autosave]);
  useEffect(() => {
    window.addEventListener('pagehide', autosave.flush);
    return () => {
      window.removeEventListener('pagehide', autosave.flush);
      autosave.flush();
    };
  }, [autosave]);
  return {
    values: { ...options.saved, ...typed },
    change: (change) => {
      setTyped((before) => ({ ...before, ...change }));
      autosave.change(change);
    },
    flush: autosave.flush,
    conflict,
    dismissConflict: () => setConflict(null),
    error,
    isSettled: Object.keys(typed).length === 0 && conflict === null && error === null,
  };
}

/** Takes out what is stored now, but not what was typed over it since. */
function without<Fields extends object>(typed: Partial<Fields>, stored: Partial<Fields>): Partial<Fields> {
  const left = { ...typed };
  for (const key of Object.keys(stored) as (keyof Fields)[]) {
    if (left[key] === stored[key]) delete left[key];
  }
  return left;
}
