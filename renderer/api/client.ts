import { type Client, createClient } from '../../core/contract/client.ts';
import { contract } from '../../core/contract/contract.ts';
import type { Transport } from '../../core/contract/transport.ts';
import { secretFragments, secretRefusal } from '../../core/privacy/kept-words.ts';
import { isHarmless } from '../lib/harmless-words.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the window's only way out. */
    readonly resetdesk: Transport;
  }
}

const carrier = createClient(window.resetdesk);

/** Typed calls to the shell and the backend. What looks like a secret does not leave the window before the agent has decided. */
export const client: Client = {
  ...carrier,
  async call(name, input) {
    if (contract[name].keepsWords) {
      if (secretFragments(input, isHarmless).length > 0) throw secretRefusal();
      const fragments = [...secretFragments(input, () => false)];
      // Said again before each such call, as the backend may have been started anew.
      if (fragments.length > 0) await carrier.call('words.allow', { fragments });
    }
    return carrier.call(name, input);
  },
};
