import type { CallResult } from './errors.ts';

/**
 * The one thing the preload script exposes (`window.resetdesk`): carries calls and events, knows no feature.
 * Values must survive a structured clone.
 */
export interface Transport {
  /** Calls a contract endpoint; never rejects for an expected failure. */
  call(name: string, input: unknown): Promise<CallResult>;
  /** Listens to a contract event; returns the function that stops listening. */
  subscribe(name: string, listener: (payload: unknown) => void): () => void;
}
