import { useEffect, useState, useSyncExternalStore } from 'react';
import { createSecret, type Secret, wipeAllSecrets } from './secret-memory.ts';

/**
 * A security code or new password, for as long as the component is on screen. It is wiped when the component goes (the
 * step or the page is left, the ticket closes) and when the page ends.
 */
export function useSecret(): { readonly text: string; readonly secret: Secret } {
  const [secret] = useState(createSecret);
  const text = useSyncExternalStore(secret.subscribe, secret.read);
  useEffect(() => {
    window.addEventListener('pagehide', wipeAllSecrets);
    return () => {
      window.removeEventListener('pagehide', wipeAllSecrets);
      secret.wipe();
    };
  }, [secret]);
  return { text, secret };
}
