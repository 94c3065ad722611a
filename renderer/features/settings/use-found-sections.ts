import { useTranslation } from 'react-i18next';
import { fitOf } from '../../lib/fuzzy.ts';
import { type SettingsSection, settingEntries, settingsSections } from './setting-entries.ts';

/** What a section is called on the page and in the list of sections. */
export function useSectionTitle(): (section: SettingsSection) => string {
  const { t } = useTranslation(['settings', 'privacy']);
  return (section) => (section === 'retention' ? t('privacy:title') : t(`settings:${section}.title`));
}

/** The sections that have something to do with a text; all of them for none. */
export function useFoundSections(text: string): readonly SettingsSection[] {
  const { t } = useTranslation(['settings', 'safety', 'transfer', 'demo', 'privacy']);
  const titleOf = useSectionTitle();
  if (text.trim() === '') return settingsSections;
  return settingsSections.filter((section) => {
    const titles = settingEntries.filter((entry) => entry.section === section).map(({ title }) => t(title));
    const names = [titleOf(section), t(`settings:finds.${section}`), ...titles];
    return names.some((name) => fitOf(text, name) !== null);
  });
}
