/** Found by the sign they print, because agents look for the sign: it moves between layouts. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['/', 'Slash'],
  ['?', 'Question'],
  ['+', 'Plus'],
  ['=', 'Equal'],
  ['-', 'Minus'],
]);

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * What a pressed key can be called in a `Shortcut`, the likeliest first; the first that is in use counts.
 *
 * A letter is the one that is printed, whatever its place: the caps on the screen and on the keyboard say the same. Where the
 * layout prints another script, it is the letter of the place. Digits are what is printed, or their place: on a French
 * keyboard they would need Shift, and the 6 prints a hyphen. Signs are `Slash`, `Question`, `Plus`, `Equal` and `Minus`. All
 * others have the name that the system gives them (`Enter`, `F2`, `ArrowDown`). With Ctrl, or Command on a Mac, letters only
 * (`Ctrl+K`, `Ctrl+Shift+Z`); with Alt or AltGr none: those reach further characters.
 */
export function keyNames(press: KeyPress): readonly string[] {
  const { key, code } = press;
  if (press.altKey || press.getModifierState('AltGraph')) return [];
  if (press.ctrlKey || press.metaKey) return controlNames(press);
  if ([...key].length > 1) return NOT_KEYS.has(key) ? [] : [key];
  if (key === ' ') return ['Space'];
  const letter = letterOf(key, code);
  if (letter !== null) return [letter];
  const sign = SIGNS.get(key);
  const digit = /^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  // The plus key of a US keyboard, without Shift.
  const second = sign === 'Equal' ? 'Plus' : undefined;
  return [sign, second, digit].filter((name) => name !== undefined);
}

/** Keys that print nothing by themselves, or go to an input method. */
const NOT_KEYS: ReadonlySet<string> = new Set(['Dead', 'Process', 'Unidentified', 'Compose']);

/** Null for everything but letters. A letter on a digit's key (Czech, French) leaves the digit there. */
function letterOf(key: string, code: string): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return place !== undefined && /^\p{L}$/u.test(key) ? place : null;
}

function controlNames({ key, code, shiftKey }: KeyPress): readonly string[] {
  const letter = letterOf(key, code);
  if (letter === null) return [];
  return [shiftKey ? `Ctrl+Shift+${letter}` : `Ctrl+${letter}`];
}

/** Keys that every text field has a use of its own for. */
export function isFieldKey(name: string): boolean {
  return isSingleKey(name) || name === 'Ctrl+Z' || name === 'Ctrl+Shift+Z';
}

/** Letters, digits and signs: the keys that an agent can switch off (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return name.length === 1 || [...SIGNS.values()].includes(name);
}

/** How a key is told to assistive technology (`aria-keyshortcuts`). */
export function ariaKey(name: string): string {
  const sign = [...SIGNS].find(([, signName]) => signName === name)?.[0];
  return sign ?? name.replace('Ctrl+', 'Control+');
}
