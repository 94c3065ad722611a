import { userInfo } from 'node:os';
import * as z from 'zod';
import { type Settings, settingsSchema } from '../../core/contract/shell-records.ts';
import type { Language } from '../../core/values.ts';
import { DEFAULT_HOTKEY } from './hotkey.ts';
import type { LocalStore } from './local-store.ts';

/** What the file may hold: any part of the settings; a field that a later version added is not an error. */
export const settingsFileSchema = z.object(settingsSchema.partial().shape);
export type SettingsFile = z.infer<typeof settingsFileSchema>;

export interface SettingsService {
  get(): Settings;
  /** Answers all settings after the change, which is on disk by then. */
  update(change: Partial<{ [Key in keyof Settings]: Settings[Key] | undefined }>): Settings;
}

export function createSettings(
  store: LocalStore<SettingsFile>,
  computerLanguage: Language,
  onChange: (settings: Settings) => void,
): SettingsService {
  const get = (): Settings =>
    settingsSchema.parse({ ...defaultSettings(computerLanguage), ...withoutGaps(store.read() ?? {}) });
  return {
    get,
    update(change) {
      store.write({ ...get(), ...withoutGaps(change) });
      const settings = get();
      onChange(settings);
      return settings;
    },
  };
}

function defaultSettings(language: Language): Settings {
  return {
    theme: 'system',
    language,
    agentName: computerUserName(),
    cameraDeviceId: null,
    cameraLabel: null,
    isCameraMirrored: false,
    cameraPreferences: {},
    isScanContinuous: false,
    areCropsKept: false,
    areSingleKeysEnabled: true,
    queueDensity: 'comfortable',
    printing: {
      handOut: { printer: null, paper: 'a4' },
      receipt: { printer: null, paper: 'receipt80' },
    },
    hotkey: DEFAULT_HOTKEY,
    areNotificationsShown: true,
    clipboardClearSeconds: 30,
    lockAfterMinutes: null,
  };
}

/** Empty where the computer has no name for its user (a container). */
function computerUserName(): string {
  try {
    return userInfo().username.slice(0, 100);
  } catch {
    return '';
  }
}

/** A field given as undefined means "not given". */
function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
