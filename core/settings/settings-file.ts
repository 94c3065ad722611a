import { isCommandId } from '../commands/commands.ts';
import { type ChosenKeys, keyConflicts, keyFault, onlyChosen } from '../commands/keymap.ts';
import { type Protection, type Settings, settingsSchema } from '../contract/shell-records.ts';
import { type KeptSetting, weakenings } from './weakenings.ts';

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

/** The file's text; there is no secret among the settings, and nothing of a customer. What was never chosen is not in it. */
export function settingsFileText(settings: Settings): string {
  const moved = movableSettings.flatMap((name) =>
    name === 'lockAfterMinutes' && settings[name] === null ? [] : [[name, settings[name]] as const],
  );
  const file = { format: FORMAT, version: VERSION, settings: Object.fromEntries(moved) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file holds for this computer. */
export type ReadSettings = {
  readonly change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined };
  readonly taken: readonly MovableSetting[];
  /** Would protect this computer less than it does now, so the agent has to choose it. */
  readonly kept: readonly KeptSetting[];
  /** Settings in it that this version does not know or whose value it does not understand, and keys that can not be had here. */
  readonly leftOut: readonly string[];
};

/**
 * Each setting is looked at by itself; null for a file that is none of ours.
 *
 * @param current what this computer is set to
 */
export function readSettingsFile(
  text: string,
  current: Settings,
  protection: Protection,
): ReadSettings | null {
  const file = parsed(text);
  if (file === null) return null;
  const { shape } = settingsSchema;
  const good = movableSettings.flatMap((name) => {
    if (!Object.hasOwn(file, name)) return [];
    const value = shape[name].safeParse(file[name]);
    return value.success ? [[name, value.data] as const] : [];
  });
  const understood = settingsSchema.partial().parse(Object.fromEntries(good));
  const kept = weakenings(understood, current, protection);
  const taken = good.flatMap(([name, value]) => {
    const isUnchosen = name === 'lockAfterMinutes' && value === null;
    return isUnchosen || kept.some((one) => one.name === name) ? [] : [name];
  });
  const keys = understood.keys === undefined ? null : usableKeys(understood.keys, understood.hotkey ?? null);
  const change = Object.fromEntries(
    taken.map((name) => [name, name === 'keys' ? keys?.usable : understood[name]]),
  );
  const foreign = Object.keys(file).filter((name) => !good.some(([one]) => one === name));
  return {
    change: settingsSchema.partial().parse(change),
    taken,
    kept,
    leftOut: [...foreign, ...(keys?.dropped ?? [])],
  };
}

/** Of keys from elsewhere, those that can be given here without two commands having one; a dropped one is called `keys: command`. */
function usableKeys(keys: ChosenKeys, hotkey: string | null) {
  const chosen = Object.entries(onlyChosen(keys));
  let usable = chosen.filter(([, key]) => key === null || keyFault(key, hotkey) === null);
  // Whose key is dropped has its standard key again, which others may have been given.
  for (;;) {
    const all = Object.fromEntries(usable);
    const clash = usable.findLast(
      ([command, key]) => key !== null && isCommandId(command) && keyConflicts(command, key, all).length > 0,
    );
    if (clash === undefined) break;
    usable = usable.filter((one) => one !== clash);
  }
  const later = Object.keys(keys).filter((command) => !isCommandId(command));
  const clashing = chosen.filter((one) => !usable.includes(one)).map(([command]) => command);
  return {
    usable: Object.fromEntries(usable),
    dropped: [...clashing, ...later].map((command) => `keys: ${command}`),
  };
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
