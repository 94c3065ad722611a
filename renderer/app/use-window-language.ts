import { useLayoutEffect } from 'react';
import type { Language } from '../../core/values.ts';
import { showLanguage } from '../lib/i18n.ts';

/** Follows the setting. Before anything is painted, so that no text is seen in the other language first. */
export function useWindowLanguage(language: Language | undefined): void {
  useLayoutEffect(() => {
    if (language !== undefined) showLanguage(language);
  }, [language]);
}
