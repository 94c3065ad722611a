import { CallError } from '../contract/errors.ts';
import { secretsInTheWay } from './secrets-in-text.ts';

/**
 * What nobody typed as words. The request of a reset QR: encrypted for the vendor, purged with the ticket. The keys of a shortcut, and
 * what the computer calls its printers and cameras: names that look like passwords, and a desk could not choose them.
 */
const notWords: ReadonlySet<string> = new Set([
  'payload',
  'hotkey',
  'printer',
  'cameraDeviceId',
  'cameraLabel',
]);

/** What stands in the way of keeping a value, wherever it is in it: the very signs of each secret. */
export function secretFragments(
  value: unknown,
  isHarmless: (fragment: string) => boolean,
): readonly string[] {
  if (typeof value === 'string')
    return secretsInTheWay(value, isHarmless).map(({ from, to }) => value.slice(from, to));
  if (Array.isArray(value)) return value.flatMap((part) => secretFragments(part, isHarmless));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value)
    .filter(([name]) => !notWords.has(name))
    .flatMap(([, part]) => secretFragments(part, isHarmless));
}

/** The answer to a call that would keep a secret; its sentence is a key of `refusals.json`. */
export function secretRefusal(): CallError {
  return new CallError(
    'refused',
    'The text holds a code, a password or a key. Those are kept nowhere. Leave it out.',
  );
}

export function isSecretRefusal(error: unknown): boolean {
  return error instanceof CallError && error.message === secretRefusal().message;
}
