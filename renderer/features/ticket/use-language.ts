import { useTranslation } from 'react-i18next';
import { type Language, languageSchema } from '../../../core/values.ts';

/** The language of the window, as the core knows it; English when it does not. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languageSchema.catch('en').parse(i18n.language);
}
