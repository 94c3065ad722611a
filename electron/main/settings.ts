import * as z from 'zod';
import { CallError } from '../../core/contract/errors.ts';
import { type Settings, settingsSchema } from '../../core/contract/shell-records.ts';
import { isPersonName } from '../../core/person-name.ts';
import type { Language } from '../../core/values.ts';
import { DEFAULT_HOTKEY } from './hotkey.ts';
import type { LocalStore } from './local-store.ts';

/** What the file may hold: any part of the settings; a field that a later version added is not an error. */
export const settingsFileSchema = z.object(settingsSchema.partial().shape);
export type SettingsFile = z.infer<typeof settingsFileSchema>;

export interface SettingsService {
  get(): Settings;
  /**
   * Answers all settings after the change, which is on disk by then.
   *
   * @throws CallError `refused` for a name that is nobody's, and when the file can not be written
   */
  update(change: Partial<{ [Key in keyof Settings]: Settings[Key] | undefined }>): Settings;
  /** Tells all settings after each change. */
  onChange(listener: (settings: Settings) => void): void;
}

export function createSettings(store: LocalStore<SettingsFile>, computerLanguage: Language): SettingsService {
  const listeners: ((settings: Settings) => void)[] = [];
  const get = (): Settings => {
    const settings = settingsSchema.parse({
      ...defaultSettings(computerLanguage),
      ...withoutGaps(store.read() ?? {}),
    });
    // Earlier versions took the name of the account that the computer runs under.
    return isPersonName(settings.agentName) ? settings : { ...settings, agentName: '' };
  };
  return {
    get,
    update(change) {
      if (change.agentName !== undefined && !isPersonName(change.agentName))
        throw new CallError('refused', 'That is the name of an account, not of a person.');
      // Only what was chosen: a standard of this version may be another one in the next.
      store.write({ ...store.read(), ...withoutGaps(change) });
      const settings = get();
      for (const tell of listeners) tell(settings);
      return settings;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function defaultSettings(language: Language): Settings {
  return {
    theme: 'system',
    language,
    agentName: '',
    cameraDeviceId: null,
    cameraLabel: null,
    isCameraMirrored: false,
    cameraPreferences: {},
    isScanContinuous: false,
    areCropsKept: false,
    areSingleKeysEnabled: true,
    keys: {},
    isFirstDayOver: false,
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

/** A field given as undefined means "not given". */
function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
