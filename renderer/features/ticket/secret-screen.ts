import { useLayoutEffect } from 'react';
import { client } from '../../api/client.ts';

let shown = 0;

/** Keeps the window out of pictures of the screen for as long as one of its parts shows a secret. */
export function useSecretOnScreen(isShown: boolean): void {
  useLayoutEffect(() => {
    if (!isShown) return;
    count(1);
    return () => count(-1);
  }, [isShown]);
}

function count(by: 1 | -1): void {
  const was = shown > 0;
  shown += by;
  const is = shown > 0;
  // Where the system cannot do it nothing is promised, so a call that fails is not worth a message in the middle of a call.
  if (is !== was) client.call('app.setSecretShown', { isShown: is }).catch(() => undefined);
}
