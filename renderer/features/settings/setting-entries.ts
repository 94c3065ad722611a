/** The sections of the settings in their order. */
export const settingsSections = [
  'you',
  'appearance',
  'camera',
  'evidence',
  'reminders',
  'lock',
  'clipboard',
  'checklist',
  'shop',
  'printing',
  'keyboard',
  'procedures',
  'records',
  'inOut',
  'retention',
  'update',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export function isSettingsSection(name: string): name is SettingsSection {
  return settingsSections.some((section) => section === name);
}

export type SettingEntry = {
  readonly section: SettingsSection;
  /** The name of its text, with the file that holds it. */
  readonly title: string;
};

/** Every setting and what else can be done there, by the text that names it on the page. */
export const settingEntries: readonly SettingEntry[] = [
  { section: 'you', title: 'settings:you.name' },
  { section: 'appearance', title: 'settings:appearance.theme' },
  { section: 'appearance', title: 'settings:appearance.language' },
  { section: 'camera', title: 'settings:camera.which' },
  { section: 'camera', title: 'settings:camera.mirror' },
  { section: 'evidence', title: 'settings:evidence.crops' },
  { section: 'reminders', title: 'settings:reminders.desktop' },
  { section: 'lock', title: 'settings:lock.after' },
  { section: 'clipboard', title: 'settings:clipboard.clear' },
  { section: 'checklist', title: 'settings:checklist.title' },
  { section: 'shop', title: 'settings:shop.title' },
  { section: 'shop', title: 'settings:shop.country' },
  { section: 'printing', title: 'settings:printing.handOut' },
  { section: 'printing', title: 'settings:printing.receipt' },
  { section: 'keyboard', title: 'settings:keyboard.singleKeys' },
  { section: 'keyboard', title: 'settings:hotkey.title' },
  { section: 'keyboard', title: 'settings:keyMap.title' },
  { section: 'procedures', title: 'settings:procedures.title' },
  { section: 'records', title: 'safety:backup.title' },
  { section: 'records', title: 'safety:check.title' },
  { section: 'records', title: 'safety:key.title' },
  { section: 'inOut', title: 'transfer:export.title' },
  { section: 'inOut', title: 'transfer:import.title' },
  { section: 'inOut', title: 'settings:settingsFile.title' },
  { section: 'inOut', title: 'demo:title' },
  { section: 'retention', title: 'privacy:retention.title' },
  { section: 'retention', title: 'privacy:log.title' },
  { section: 'update', title: 'settings:update.title' },
  { section: 'about', title: 'settings:about.title' },
];
