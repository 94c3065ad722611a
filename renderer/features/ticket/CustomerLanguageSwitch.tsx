import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../core/values.ts';
import { ownLanguageName } from '../../lib/language-name.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { useCustomerLanguage } from './customer-language.tsx';

/** Which language the customer speaks: always in view, one key away. */
export function CustomerLanguageSwitch() {
  const { t } = useTranslation('ticket');
  const languageKey = useCommandKey('ticket.language');
  const { language, choose } = useCustomerLanguage();
  const languages = languageSchema.options;
  const next = languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
  useShortcuts([{ command: 'ticket.language', run: () => choose(next), isQuiet: true }]);
  return (
    <Group gap={6} wrap="nowrap">
      <SegmentedControl
        size="xs"
        aria-keyshortcuts={languageKey.aria}
        aria-label={t('customerLanguage.label')}
        value={language}
        onChange={(chosen) => choose(languageSchema.parse(chosen))}
        data={languages.map((value) => ({ value, label: ownLanguageName(value) }))}
      />
      {languageKey.hint}
    </Group>
  );
}
