type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'
>;

/** `waiting`: only modifiers are held so far. A refusal names its reason. */
export type RecordedPress =
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly why: 'alt' | 'system' | 'tooSimple' | 'key' };

const MODIFIERS: readonly string[] = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS'];

/**
 * What was pressed, as Electron names it. Alt and AltGr belong to menus and national layouts, the Windows key to the desktop;
 * keys that other programs need every day (Ctrl+C, F5) are too simple.
 */
export function recordPress(press: KeyPress, isMac: boolean): RecordedPress {
  if (MODIFIERS.includes(press.key)) return { kind: 'waiting' };
  if (press.altKey || press.getModifierState('AltGraph')) return { kind: 'refused', why: 'alt' };
  if (press.metaKey && !isMac) return { kind: 'refused', why: 'system' };
  const key = keyOf(press);
  if (key === null) return { kind: 'refused', why: 'key' };
  const main = [...(press.ctrlKey ? ['Control'] : []), ...(press.metaKey ? ['Command'] : [])];
  const held = [...main, ...(press.shiftKey ? ['Shift'] : [])];
  const isEnough = key.length > 1 ? held.length > 0 : main.length > 0 && press.shiftKey;
  return isEnough
    ? { kind: 'accelerator', accelerator: [...held, key].join('+') }
    : { kind: 'refused', why: 'tooSimple' };
}

/** A letter as it is printed where that is Latin, else by its place, like digits; or a function key. */
function keyOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code;
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

/** The keys of an accelerator as they are printed on a keyboard. */
export function keyCaps(accelerator: string): readonly string[] {
  return accelerator.split('+').map((key) => (key === 'Control' ? 'Ctrl' : key === 'Command' ? 'Cmd' : key));
}
