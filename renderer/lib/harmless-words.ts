import { isSecretRefusal } from '../../core/privacy/kept-words.ts';
import {
  findSecrets,
  isCertain,
  secretsInTheWay,
  withoutSecrets,
} from '../../core/privacy/secrets-in-text.ts';

/** Words that look like a secret and are none, as the agent said in this window; never stored. */
const harmless = new Set<string>();
const listeners = new Set<() => void>();

export function isHarmless(fragment: string): boolean {
  return harmless.has(fragment);
}

/** What was held back because of these words can be saved now. */
export function callHarmless(fragments: readonly string[]): void {
  for (const fragment of fragments) harmless.add(fragment);
  for (const listener of listeners) listener();
}

/** A half-typed text that was stored has been decided on, if in a window before this one. */
export function takeAsDecided(text: string): void {
  for (const found of findSecrets(text))
    if (!isCertain(found)) harmless.add(text.slice(found.from, found.to));
}

/** @returns ends it */
export function onHarmless(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Typing that is held back is no failure: the notice beside the field asks what to do. */
export function withoutHeldBack<Failure extends Error>(error: Failure | null): Failure | null {
  return isSecretRefusal(error) ? null : error;
}

/** What can be kept of fields that nobody can be asked about any more: their texts with the secrets left out. */
export function leaveSecretsOut<Fields extends object>(fields: Fields): Fields {
  let kept = fields;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string')
      kept = { ...kept, [name]: withoutSecrets(value, secretsInTheWay(value, isHarmless)) };
  }
  return kept;
}
