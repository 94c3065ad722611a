/** Found by the sign they print, because agents look for the sign: it moves between layouts. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['/', 'Slash'],
  ['?', 'Question'],
  ['+', 'Plus'],
  ['-', 'Minus'],
]);

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * The name of a pressed key in a `Shortcut`: where it lies on the keyboard, whatever it prints (`S`, `1`, `Enter`), or the
 * sign (`Slash`, `Question`, `Plus`, `Minus`). `Ctrl+Z` and `Ctrl+Shift+Z` undo and redo, with Command on a Mac; anything else
 * with Ctrl, Alt or AltGr is null: those belong to the desktop and to national layouts.
 */
export function keyName(press: KeyPress): string | null {
  if (press.altKey || press.getModifierState('AltGraph')) return null;
  if (press.ctrlKey || press.metaKey) return undoKey(press);
  const sign = SIGNS.get(press.key);
  if (sign !== undefined) return sign;
  return press.code === 'Slash' ? null : press.code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
}

/** The letter as it is printed, as every program has it; by its place only where no Latin letter is printed. */
function undoKey({ key, code, shiftKey }: KeyPress): string | null {
  const isZ = /^[a-z]$/i.test(key) ? key.toLowerCase() === 'z' : code === 'KeyZ';
  if (!isZ) return null;
  return shiftKey ? 'Ctrl+Shift+Z' : 'Ctrl+Z';
}

/** Keys that every text field has a use of its own for. */
export function isFieldKey(name: string): boolean {
  return isSingleKey(name) || name.startsWith('Ctrl+');
}

/** Letters, digits and signs: the keys that an agent can switch off (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return name.length === 1 || [...SIGNS.values()].includes(name);
}
