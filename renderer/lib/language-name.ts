import type { Language } from '../../core/values.ts';

/** A language by its name in the window's language: "Spanish". */
export function languageName(language: Language, windowLanguage: string): string {
  return new Intl.DisplayNames([windowLanguage], { type: 'language' }).of(language) ?? language;
}

/** A language by the name that its own speakers look for: "Español". */
export function ownLanguageName(language: Language): string {
  const name = languageName(language, language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
