import englishCommon from '../../assets/locales/en/common.json' with { type: 'json' };
import englishShell from '../../assets/locales/en/shell.json' with { type: 'json' };
import spanishCommon from '../../assets/locales/es/common.json' with { type: 'json' };
import spanishShell from '../../assets/locales/es/shell.json' with { type: 'json' };
import type { Language } from '../../core/values.ts';

/** What the shell itself says: in message boxes and on the desktop. */
export type ShellTexts = typeof englishShell & { readonly alarmKinds: typeof englishCommon.alarms.kinds };

const texts: Record<Language, ShellTexts> = {
  en: { ...englishShell, alarmKinds: englishCommon.alarms.kinds },
  es: { ...spanishShell, alarmKinds: spanishCommon.alarms.kinds },
};

export function shellTexts(language: Language): ShellTexts {
  return texts[language];
}
