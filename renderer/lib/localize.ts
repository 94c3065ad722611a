import type { LocalizedText } from '../../core/playbook/text.ts';

/** A playbook's text in the customer's or agent's language, else in English. */
export function localize(text: LocalizedText, language: string): string {
  const texts: Record<string, string | undefined> = text;
  return texts[language] ?? text.en;
}
