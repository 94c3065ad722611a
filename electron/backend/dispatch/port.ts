import type { FromBackend } from '../../../core/contract/rpc.ts';

/** The line to main, whichever way the backend was started. */
export interface Port {
  send(message: FromBackend): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Main is gone. */
  onClosed(listener: () => void): void;
}

/** The part of Electron's parent port that is used; the backend knows nothing else of Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** @throws if the backend was started by hand, with nobody to talk to */
export function connectToMain(): Port {
  const parentPort: unknown = 'parentPort' in process ? process.parentPort : null;
  if (isParentPort(parentPort)) return utilityProcessPort(parentPort);
  if (process.send !== undefined) return childProcessPort(process.send.bind(process));
  throw new Error('The backend is started by ResetDesk, not by hand.');
}

function utilityProcessPort(parentPort: ParentPort): Port {
  return {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => {
      parentPort.on('message', (event) => listener(event.data));
    },
    // A utility process ends with its parent, so there is nothing to listen for.
    onClosed: () => undefined,
  };
}

function childProcessPort(send: (message: FromBackend) => void): Port {
  return {
    send: (message) => {
      if (process.connected) send(message);
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
    onClosed: (listener) => {
      process.on('disconnect', listener);
    },
  };
}

function isParentPort(value: unknown): value is ParentPort {
  if (typeof value !== 'object' || value === null || !('postMessage' in value) || !('on' in value))
    return false;
  return typeof value.postMessage === 'function' && typeof value.on === 'function';
}
