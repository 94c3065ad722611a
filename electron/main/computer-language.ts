import { type Language, languageSchema } from '../../core/values.ts';

/** Our language for a computer's, `es-MX` for example; English for one that we do not speak. */
export function languageFor(locale: string): Language {
  return languageSchema.catch('en').parse(locale.split('-')[0]);
}
