import type { FoundSecret } from '../../../core/privacy/found-secret.ts';
import { secretsInTheWay, withoutSecrets } from '../../../core/privacy/secrets-in-text.ts';
import { isHarmless } from '../../lib/harmless-words.ts';

export type WatchedField = HTMLInputElement | HTMLTextAreaElement;

/** Fields whose text is kept nowhere: for codes and passwords themselves. */
const NOT_KEPT = '.mantine-PasswordInput-root, [data-not-kept]';

/** The field that somebody types in, if what is typed there is kept. */
export function watchedField(target: EventTarget | null): WatchedField | null {
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (!isField || target.readOnly || target.closest(NOT_KEPT) !== null) return null;
  return ['textarea', 'text', 'search', 'tel', 'email', 'url'].includes(target.type) ? target : null;
}

export function secretsOf(field: WatchedField): readonly FoundSecret[] {
  return secretsInTheWay(field.value, isHarmless);
}

/** As if the agent had taken the secrets out by hand, so that the field's own code sees the change. */
export function leaveOut(field: WatchedField, secrets: readonly FoundSecret[]): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const text = withoutSecrets(field.value, secrets);
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
