import { useLayoutEffect } from 'react';
import type { Language } from '../../core/values.ts';
import { showLanguage } from '../lib/i18n.ts';

/** Follows the setting. At the start the page was served in it already, so no text is seen in another language first. */
export function useWindowLanguage(language: Language | undefined): void {
  useLayoutEffect(() => {
    if (language !== undefined) void showLanguage(language);
  }, [language]);
}
