import type { Language } from '../../core/values.ts';

/** A language by its name in the window's language: "Spanish". */
export function languageName(language: Language, windowLanguage: string): string {
  return new Intl.DisplayNames([windowLanguage], { type: 'language' }).of(language) ?? language;
}
