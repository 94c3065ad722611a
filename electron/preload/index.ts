import { contextBridge, ipcRenderer } from 'electron';
import type { Transport } from '../../core/contract/transport.ts';

// One for each kind of event that the page listens to: more than the ten that count as a leak otherwise.
ipcRenderer.setMaxListeners(50);

/** Carries calls and events between the page and main. It knows no endpoint, so no feature ever edits it. */
const transport: Transport = {
  call: (name, input) => ipcRenderer.invoke('contract', { name, input }),
  subscribe(name, listener) {
    const forward = (_event: unknown, eventName: unknown, payload: unknown) => {
      if (eventName === name) listener(payload);
    };
    ipcRenderer.on('contract-event', forward);
    return () => {
      ipcRenderer.off('contract-event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('resetdesk', transport);
