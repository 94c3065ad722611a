import { ariaKey } from '../../lib/key-name.ts';

/** As long as a key is held at most; what it does is to be seen by then. */
const SHOWN_MS = 250;

/** Marks the control whose key waits for what follows, so that the agent sees at once that it was heard. */
export function showHeld(key: string): void {
  const control = document.querySelector(`[aria-keyshortcuts~="${CSS.escape(ariaKey(key))}"]`);
  if (control === null) return;
  control.setAttribute('data-key-held', '');
  setTimeout(() => control.removeAttribute('data-key-held'), SHOWN_MS);
}
