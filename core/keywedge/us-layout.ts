/** What the keys of a US keyboard print, without and with Shift, by `KeyboardEvent.code`. Scanners are set to it when they leave the factory. */
const SIGNS: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ['Space', [' ', ' ']],
  ['Backquote', ['`', '~']],
  ['Digit1', ['1', '!']],
  ['Digit2', ['2', '@']],
  ['Digit3', ['3', '#']],
  ['Digit4', ['4', '$']],
  ['Digit5', ['5', '%']],
  ['Digit6', ['6', '^']],
  ['Digit7', ['7', '&']],
  ['Digit8', ['8', '*']],
  ['Digit9', ['9', '(']],
  ['Digit0', ['0', ')']],
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadDecimal', ['.', '.']],
]);

/** The character at this place of a US keyboard, whatever the computer's layout prints there; null for keys without one. */
export function usCharacter(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return isShifted ? letter : letter.toLowerCase();
  const digit = /^Numpad(\d)$/.exec(code)?.[1];
  return digit ?? SIGNS.get(code)?.[isShifted ? 1 : 0] ?? null;
}
