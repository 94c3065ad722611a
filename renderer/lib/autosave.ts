import { CallError } from '../../core/contract/errors.ts';

/** A pause in typing after which a field is saved. */
export const SAVE_AFTER_MS = 250;

/** Pauses before what could not be stored is tried again; the last one repeats until it is stored. */
export const RETRY_AFTER_MS = [1000, 3000, 10_000, 30_000] as const;

export interface AutosaveOptions<Fields extends object> {
  /** Saves some fields on top of a version; answers the record's new version. Rejects with a CallError. */
  readonly send: (change: Partial<Fields>, version: number) => Promise<number>;
  /** `change` is stored now; what was typed since is still to come. */
  readonly onSaved: (change: Partial<Fields>) => void;
  /** Someone else saved first. `mine` was not stored. */
  readonly onConflict: (mine: Partial<Fields>) => void;
  /** It could not be stored; it is kept and tried again, after a while and with the next change. Null when that worked. */
  readonly onFailure: (error: CallError | null) => void;
}

/** Saves a record's fields as they are typed. */
export interface Autosave<Fields extends object> {
  readonly change: (change: Partial<Fields>) => void;
  /** Saves what is waiting, at once. */
  readonly flush: () => void;
  /** Tells the version that is on screen; an older one is ignored. */
  readonly see: (version: number) => void;
}

/** Makes of what waits something that can be stored. */
export type Settling = <Change extends object>(change: Change) => Change;

/** Those with something that is not stored yet. */
const unsaved = new Set<{ readonly settle: (settling: Settling) => void }>();
let waiters: (() => void)[] = [];

/** Resolves when nothing that was typed in this window is still to be stored. */
export function whenAllSaved(): Promise<void> {
  return unsaved.size === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve));
}

/** Stores at once what waits, also what was held back so far: it is settled without asking anybody. What is typed later is not. */
export function settleUnsaved(settling: Settling): void {
  for (const autosave of [...unsaved]) autosave.settle(settling);
}

function noteSaved(autosave: { readonly settle: (settling: Settling) => void }): void {
  unsaved.delete(autosave);
  if (unsaved.size > 0) return;
  for (const resolve of waiters) resolve();
  waiters = [];
}

/**
 * One save at a time, each on top of the version that the one before answered, so that quick typing never conflicts
 * with itself.
 */
export function createAutosave<Fields extends object>(
  firstVersion: number,
  options: AutosaveOptions<Fields>,
): Autosave<Fields> {
  let version = firstVersion;
  let waiting: Partial<Fields> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let failures = 0;
  let settling: Settling | null = null;
  const self = {
    settle: (given: Settling) => {
      settling = given;
      flush();
    },
  };

  const flush = () => {
    clearTimeout(timer);
    if (waiting === null || isSending) return;
    const settledBy = settling;
    const change = settledBy?.(waiting) ?? waiting;
    waiting = null;
    isSending = true;
    options.send(change, version).then(
      (saved) => {
        isSending = false;
        failures = 0;
        version = Math.max(version, saved);
        options.onFailure(null);
        options.onSaved(change);
        if (waiting === null) noteSaved(self);
        flush();
      },
      (error: unknown) => {
        isSending = false;
        const failure = error instanceof CallError ? error : new CallError('internal', 'The save failed.');
        if (failure.code === 'conflict') {
          options.onConflict({ ...change, ...waiting });
          waiting = null;
          noteSaved(self);
        } else {
          waiting = { ...change, ...waiting };
          options.onFailure(failure);
          if (settling !== settledBy) {
            flush();
            return;
          }
          const pauseMs = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)];
          failures += 1;
          clearTimeout(timer);
          timer = setTimeout(flush, pauseMs);
        }
      },
    );
  };

  return {
    change: (change) => {
      settling = null;
      waiting = { ...waiting, ...change };
      unsaved.add(self);
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_AFTER_MS);
    },
    flush,
    see: (seen) => {
      version = Math.max(version, seen);
    },
  };
}
