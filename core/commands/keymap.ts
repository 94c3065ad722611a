import * as z from 'zod';
import { type CommandId, commandIds, commands, isCommandId, isPlaceKey } from './commands.ts';

/** Keys that the agent has given to commands; null takes a command's key away. Lenient: a later version has further commands. */
export const chosenKeysSchema = z.record(z.string().max(60), z.string().max(20).nullable());
export type ChosenKeys = z.infer<typeof chosenKeysSchema>;

/** The key of a command; null while it has none. */
export function keyOf(command: CommandId, chosen: ChosenKeys): string | null {
  const { key, isFixed } = commands[command];
  const own = isFixed === true ? undefined : chosen[command];
  return own === undefined ? key : own;
}

/** With Ctrl these belong to every text field and window, or to the shell. */
const TAKEN_LETTERS: ReadonlySet<string> = new Set([...'ACVXQWR']);

/** Why a key can not be given to a command: `place` has its meaning on every page, `system` belongs to others, `hotkey` never arrives. */
export type KeyFault = 'place' | 'system' | 'hotkey' | 'unknown';

/**
 * @param key as `keyNames` calls it
 * @param hotkey what scans from any program, as Electron calls it: the system keeps its keys from every window
 */
export function keyFault(key: string, hotkey: string | null): KeyFault | null {
  if (hotkey !== null && keyOfHotkey(hotkey) === key) return 'hotkey';
  if (commandIds.some((command) => commands[command].isFixed === true && commands[command].key === key)) {
    return 'system';
  }
  if (isPlaceKey(key) || /^(?:Space|Backspace|Delete|Home|End|Page\w+|Arrow\w+|0)$/.test(key)) return 'place';
  const letter = /^Ctrl\+(?:Shift\+)?([A-Z])$/.exec(key)?.[1];
  if (letter !== undefined) return TAKEN_LETTERS.has(letter) ? 'system' : null;
  return /^(?:[A-Z]|F(?:[1-9]|1[0-2])|Slash|Question|Plus|Equal|Minus)$/.test(key) ? null : 'unknown';
}

/** A global shortcut as a command's key is called. */
function keyOfHotkey(hotkey: string): string {
  return hotkey.replace(/^(?:Control|Command)\+/, 'Ctrl+');
}

/** The commands that would never hear their key any more, were this the global shortcut. */
export function hotkeyConflicts(hotkey: string, chosen: ChosenKeys): readonly CommandId[] {
  return commandIds.filter((command) => keyOf(command, chosen) === keyOfHotkey(hotkey));
}

/**
 * The key to record for a press, by all the names that the press has: one that also chooses what stands at a place (the hyphen is
 * on the 6 of a French keyboard) would take that choice away.
 */
export function keyOrFault(
  names: readonly string[],
  hotkey: string | null,
): { readonly key: string } | { readonly fault: KeyFault } {
  const [key] = names;
  if (key === undefined) return { fault: 'unknown' };
  const fault = names.some(isPlaceKey) ? 'place' : keyFault(key, hotkey);
  return fault === null ? { key } : { fault };
}

/** The commands that would have the same key in the same place, were the command given this one. */
export function keyConflicts(command: CommandId, key: string, chosen: ChosenKeys): readonly CommandId[] {
  return commandIds.filter(
    (other) => other !== command && isSameKey(keyOf(other, chosen), key) && canMeet(command, other),
  );
}

/** On many keyboards the plus is the equals sign with Shift, so a press of the one is heard as the other too. */
function isSameKey(one: string | null, other: string): boolean {
  return one === other || [one, other].every((key) => key === 'Plus' || key === 'Equal');
}

function canMeet(one: CommandId, other: CommandId): boolean {
  const [a, b] = [commands[one], commands[other]];
  if (a.insteadOf !== undefined && (a.insteadOf === b.insteadOf || a.insteadOf === other)) return false;
  if (b.insteadOf === one) return false;
  return a.area === b.area || a.area === 'everywhere' || b.area === 'everywhere';
}

/** What was chosen without what is the standard, and without what is no command here. */
export function onlyChosen(chosen: ChosenKeys): ChosenKeys {
  return Object.fromEntries(
    Object.entries(chosen).filter(([name, key]) => isCommandId(name) && commands[name].key !== key),
  );
}
