import { CallError } from '../../../../core/contract/errors.ts';

/** A pause in typing after which a field is saved. */
export const SAVE_AFTER_MS = 250;

export interface AutosaveOptions<Fields extends object> {
  /** Saves some fields on top of a version; answers the record's new version. Rejects with a CallError. */
  readonly send: (change: Partial<Fields>, version: number) => Promise<number>;
  /** `change` is stored now; what was typed since is still to come. */
  readonly onSaved: (change: Partial<Fields>) => void;
  /** Someone else saved first. `mine` was not stored. */
  readonly onConflict: (mine: Partial<Fields>) => void;
  /** It could not be stored and is kept; the next change tries again. Null when that worked. */
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

  const flush = () => {
    clearTimeout(timer);
    if (waiting === null || isSending) return;
    const change = waiting;
    waiting = null;
    isSending = true;
    options.send(change, version).then(
      (saved) => {
        isSending = false;
        version = Math.max(version, saved);
        options.onFailure(null);
        options.onSaved(change);
        flush();
      },
      (error: unknown) => {
        isSending = false;
        const failure = error instanceof CallError ? error : new CallError('internal', 'The save failed.');
        if (failure.code === 'conflict') {
          options.onConflict({ ...change, ...waiting });
          waiting = null;
        } else {
          waiting = { ...change, ...waiting };
          options.onFailure(failure);
        }
      },
    );
  };

  return {
    change: (change) => {
      waiting = { ...waiting, ...change };
      clearTimeout(timer);
      timer = setTimeout(flush, SAVE_AFTER_MS);
    },
    flush,
    see: (seen) => {
      version = Math.max(version, seen);
    },
  };
}
