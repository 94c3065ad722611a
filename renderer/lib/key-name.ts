/** Found by the sign they print, because agents look for the sign: it moves between layouts. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['/', 'Slash'],
  ['?', 'Question'],
  ['+', 'Plus'],
  ['-', 'Minus'],
]);

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>;

/**
 * The name of a pressed key in a `Shortcut`: where it lies on the keyboard, whatever it prints (`S`, `1`, `Enter`), or the
 * sign (`Slash`, `Question`, `Plus`, `Minus`). Null with Ctrl, Alt or AltGr: those belong to the desktop and to national layouts.
 */
export function keyName(press: KeyPress): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.getModifierState('AltGraph')) return null;
  const sign = SIGNS.get(press.key);
  if (sign !== undefined) return sign;
  return press.code === 'Slash' ? null : press.code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
}

/** Letters, digits and signs: the keys that an agent can switch off (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return name.length === 1 || [...SIGNS.values()].includes(name);
}
