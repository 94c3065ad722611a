import { isCommandId } from '../commands/commands.ts';
import { keyConflicts, keyFault, onlyChosen } from '../commands/keymap.ts';
import { type Settings, settingsSchema } from '../contract/shell-records.ts';

/** Says what the file is, so that no other JSON is taken for one. */
const FORMAT = 'resetdesk-settings';
const VERSION = 1;

/** A settings file is a few kilobytes. */
export const SETTINGS_FILE_MAX_BYTES = 256 * 1024;

/**
 * What another computer can use. A person's name signs what was done and is asked for on each computer; cameras and printers are of
 * the computer that they are plugged into.
 */
export const movableSettings = [
  'theme',
  'language',
  'isCameraMirrored',
  'isScanContinuous',
  'areCropsKept',
  'areSingleKeysEnabled',
  'keys',
  'queueDensity',
  'hotkey',
  'areNotificationsShown',
  'clipboardClearSeconds',
  'lockAfterMinutes',
] as const satisfies readonly (keyof Settings)[];
export type MovableSetting = (typeof movableSettings)[number];

/** The file's text; there is no secret among the settings, and nothing of a customer. */
export function settingsFileText(settings: Settings): string {
  const moved = Object.fromEntries(movableSettings.map((name) => [name, settings[name]]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: moved }, null, 2)}\n`;
}

/** What a file holds for this computer. */
export type ReadSettings = {
  readonly change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined };
  readonly taken: readonly MovableSetting[];
  /** Settings in it that this version does not know, or whose value it does not understand. */
  readonly leftOut: readonly string[];
};

/** Each setting is looked at by itself; null for a file that is none of ours. */
export function readSettingsFile(text: string): ReadSettings | null {
  const file = parsed(text);
  if (file === null) return null;
  const { shape } = settingsSchema;
  const good = movableSettings.flatMap((name) => {
    if (!Object.hasOwn(file, name)) return [];
    const value = shape[name].safeParse(file[name]);
    return value.success ? [[name, value.data] as const] : [];
  });
  const taken = good.map(([name]) => name);
  const change = settingsSchema.partial().parse(Object.fromEntries(good));
  return {
    change: change.keys === undefined ? change : { ...change, keys: usableKeys(change.keys) },
    taken,
    leftOut: Object.keys(file).filter((name) => !taken.some((one) => one === name)),
  };
}

/** Of keys from elsewhere, those that can be given here without taking one from another command. */
function usableKeys(keys: Settings['keys']): Settings['keys'] {
  const usable = Object.entries(onlyChosen(keys)).filter(
    ([command, key]) =>
      isCommandId(command) &&
      (key === null || (keyFault(key) === null && keyConflicts(command, key, keys).length === 0)),
  );
  return Object.fromEntries(usable);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(file) || file['format'] !== FORMAT || file['version'] !== VERSION) return null;
  return isObject(file['settings']) ? file['settings'] : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
