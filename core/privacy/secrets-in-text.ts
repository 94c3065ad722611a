import { findLabelSecrets } from '../qr/label.ts';
import { findRecoveryKeys } from '../recovery-key.ts';
import { findMailedCodes } from './code-mail.ts';
import type { FoundSecret, SecretKind } from './found-secret.ts';
import { findMadePasswords } from './made-password.ts';
import { findNamedSecrets } from './named-secrets.ts';
import { findPlainPasswords } from './plain-passwords.ts';
import { readableText } from './readable-text.ts';

/** Stands where a secret was left out. */
export const LEFT_OUT = '•••';

/** Never kept, whatever the agent says of it: it can be nothing else. */
const certain: ReadonlySet<SecretKind> = new Set(['codeMail', 'label', 'recoveryKey']);

export function isCertain({ kind }: FoundSecret): boolean {
  return certain.has(kind);
}

/**
 * What of a text must not be kept: security codes, device passwords, secret fields of labels, the recovery key. In the order of the
 * text, without overlaps; of two that overlap the certain one counts.
 */
export function findSecrets(original: string): readonly FoundSecret[] {
  const { text, placeOf } = readableText(original);
  const sure = [
    ...places(text, findRecoveryKeys(text), 'recoveryKey'),
    ...places(text, findLabelSecrets(text), 'label'),
    ...findMailedCodes(text),
  ];
  const guessed = [...findNamedSecrets(text), ...findMadePasswords(text), ...findPlainPasswords(text)];
  const kept: FoundSecret[] = [];
  for (const found of [...sure, ...guessed])
    if (!kept.some((other) => found.from < other.to && other.from < found.to)) kept.push(found);
  return kept
    .toSorted((one, other) => one.from - other.from)
    .map(({ kind, ...place }) => ({ kind, ...placeOf(place) }));
}

/** The secrets that stand in the way of keeping a text. `isHarmless`: the agent has said so of these very signs. */
export function secretsInTheWay(
  text: string,
  isHarmless: (fragment: string) => boolean,
): readonly FoundSecret[] {
  return findSecrets(text).filter(
    (found) => isCertain(found) || !isHarmless(text.slice(found.from, found.to)),
  );
}

/** The text with a mark in place of each of these parts. */
export function withoutSecrets(text: string, secrets: readonly FoundSecret[]): string {
  return secrets.reduceRight((rest, { from, to }) => rest.slice(0, from) + LEFT_OUT + rest.slice(to), text);
}

function places(
  text: string,
  found: readonly { readonly from: number; readonly to: number }[],
  kind: SecretKind,
): readonly FoundSecret[] {
  return text === '' ? [] : found.map(({ from, to }) => ({ kind, from, to }));
}
