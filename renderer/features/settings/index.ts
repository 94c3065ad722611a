export { keyCaps } from './accelerator.ts';
export { SettingsPage } from './SettingsPage.tsx';
export { type SettingEntry, settingEntries } from './setting-entries.ts';
export { useSectionTitle } from './use-found-sections.ts';
