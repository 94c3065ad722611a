import { createClient } from '../../core/contract/client.ts';
import type { Transport } from '../../core/contract/transport.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the window's only way out. */
    readonly resetdesk: Transport;
  }
}

/** Typed calls to the shell and the backend. */
export const client = createClient(window.resetdesk);
