import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** One file per namespace: `assets/locales/<language>/<namespace>.json`. */
const files = import.meta.glob<Record<string, unknown>>('../../assets/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** Loads every text of every language; call once before the first render. */
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

function toResources(): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2);
    if (language === undefined || file === undefined) continue;
    resources[language] = { ...resources[language], [file.replace('.json', '')]: texts };
  }
  return resources;
}
