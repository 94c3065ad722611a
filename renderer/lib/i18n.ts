import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../core/values.ts';

/** One file per namespace: `assets/locales/<language>/<namespace>.json`. */
const files = import.meta.glob<Record<string, unknown>>('../../assets/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** Loads every text of every language; call once before the first render. English until the settings are known. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: toResources(),
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
}

/** Changes the texts, dates and numbers of this window at once; the page says its language to screen readers. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

function toResources(): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2);
    if (language === undefined || file === undefined) continue;
    resources[language] = { ...resources[language], [file.replace('.json', '')]: texts };
  }
  return resources;
}
