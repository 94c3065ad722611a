import { secretsInTheWay } from './secrets-in-text.ts';

/** Why a call that would keep a secret is refused; a key of `refusals.json`. */
export const SECRET_REFUSAL =
  'The text holds a code or a password, which is kept nowhere. Leave it out and save again.';

/** Calls of the shell that keep what an agent typed; those of the backend all may. */
const shellKeeps: ReadonlySet<string> = new Set(['settings.update']);

/** The request of a reset QR: encrypted for the vendor, purged with the ticket, and no one's words. */
const notWords: ReadonlySet<string> = new Set(['payload']);

/** Whether what a call carries is kept in a table or a file. */
export function keepsWords(
  name: string,
  { kind, host, caller }: { readonly kind: string; readonly host: string; readonly caller: string },
): boolean {
  return kind === 'command' && (shellKeeps.has(name) || (host === 'backend' && caller === 'renderer'));
}

/** What stands in the way of keeping a value, wherever it is in it: the very signs of each secret. */
export function secretFragments(value: unknown, isHarmless: (fragment: string) => boolean): readonly string[] {
  if (typeof value === 'string')
    return secretsInTheWay(value, isHarmless).map(({ from, to }) => value.slice(from, to));
  if (Array.isArray(value)) return value.flatMap((part) => secretFragments(part, isHarmless));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value)
    .filter(([name]) => !notWords.has(name))
    .flatMap(([, part]) => secretFragments(part, isHarmless));
}
