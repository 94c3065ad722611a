import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languageSchema } from '../../core/values.ts';

type Files = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One file per namespace: `assets/locales/<language>/<namespace>.json`. A window loads the languages that it shows. */
const textsOf: Readonly<Record<Language, () => Promise<{ readonly files: Files }>>> = {
  en: () => import('./texts-en.ts'),
  es: () => import('./texts-es.ts'),
};

/** What is shown of a text that is not translated yet. */
const FALLBACK: Language = 'en';

let wanted: Language = FALLBACK;

/**
 * Loads the texts; call once before the first render.
 *
 * @param named the language that the page was served in
 */
export async function startI18n(named: string): Promise<void> {
  const language = languageSchema.catch(FALLBACK).parse(named);
  const languages = [...new Set([language, FALLBACK])];
  const texts = await Promise.all(languages.map(async (one) => [one, await resourcesOf(one)] as const));
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: FALLBACK,
    defaultNS: 'common',
    resources: Object.fromEntries(texts),
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
}

/** Changes the texts, dates and numbers of this window as soon as they are loaded; the page says its language to screen readers. */
export async function showLanguage(language: Language): Promise<void> {
  wanted = language;
  if (language === i18next.language) return;
  await loadLanguage(language);
  // The agent may have chosen another one while it was loaded.
  if (language !== wanted) return;
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** Loads the texts of a language beside those of the window, such as the customer's on paper. */
export async function loadLanguage(language: Language): Promise<void> {
  for (const [namespace, texts] of Object.entries(await resourcesOf(language)))
    i18next.addResourceBundle(language, namespace, texts);
}

async function resourcesOf(language: Language): Promise<Files> {
  const { files } = await textsOf[language]();
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]),
  );
}
