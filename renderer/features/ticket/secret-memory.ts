/**
 * A text that may never outlive its ticket: it is in this object only, and gone after `wipe`.
 * Not in a query cache, draft, storage, log, address or call.
 */
export interface Secret {
  readonly read: () => string;
  readonly write: (text: string) => void;
  readonly wipe: () => void;
  /** Told after every change; returns the function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

const live = new Set<Secret>();

/** Makes an empty secret. */
export function createSecret(): Secret {
  const listeners = new Set<() => void>();
  let text = '';
  const set = (next: string) => {
    text = next;
    if (next === '') live.delete(secret);
    else live.add(secret);
    for (const listener of listeners) listener();
  };
  const secret: Secret = {
    read: () => text,
    write: set,
    wipe: () => set(''),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return secret;
}

/** Forgets every secret of the window at once: at the end of the page, and when the desk is locked. */
export function wipeAllSecrets(): void {
  for (const secret of [...live]) secret.wipe();
}
