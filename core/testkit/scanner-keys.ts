import type { KeyPress } from '../keywedge/key-text.ts';
import { type LayoutName, placeOn, printedAt } from './keyboard-layouts.ts';

const KEYS: Record<string, string> = { '\r': 'Enter', '\t': 'Tab' };

/** Of the digits on a keypad whose NumLock is off. */
const KEYPAD_MOVES = [
  'Insert',
  'End',
  'ArrowDown',
  'PageDown',
  'ArrowLeft',
  'Clear',
  'ArrowRight',
  'Home',
  'ArrowUp',
  'PageUp',
];

type Typing = {
  /** Milliseconds from key to key, or those before the key with this index. */
  readonly everyMs?: number | ((index: number) => number);
  readonly startMs?: number;
  /** What the scanner is set to. */
  readonly scanner?: LayoutName;
  /** What the computer is set to. */
  readonly computer?: LayoutName;
  readonly hasCapsLock?: boolean;
  /** How digits are typed: by the row above the letters, by the keypad, by a keypad that moves the caret, or everything by Alt codes. */
  readonly digits?: 'row' | 'keypad' | 'keypadOff';
};

/** The key presses of a scanner. Line ends and tabs are its Enter and Tab keys. */
export function typed(text: string, typing: Typing = {}): KeyPress[] {
  const { everyMs = 5, startMs = 1000 } = typing;
  let timeMs = startMs;
  return [...text].map((character, index) => {
    if (index > 0) timeMs += typeof everyMs === 'number' ? everyMs : everyMs(index);
    const held = {
      isCommand: false,
      isAlt: false,
      hasCapsLock: typing.hasCapsLock === true,
      isRepeat: false,
    };
    return { ...keyOf(character, typing), ...held, timeMs };
  });
}

/** The same by Alt codes: Alt goes down, then the digits of the character on the keypad. */
export function typedByAltCodes(text: string, everyMs: number, startMs = 1000): KeyPress[] {
  const keys = [...text].flatMap((character) => [
    { code: 'AltLeft', key: 'Alt' },
    ...[...String(character.charCodeAt(0)).padStart(4, '0')].map((digit) => ({
      code: `Numpad${digit}`,
      key: digit,
    })),
  ]);
  return keys.map((key, index) => ({
    ...key,
    isShifted: false,
    isCommand: true,
    isAlt: true,
    hasCapsLock: false,
    isRepeat: false,
    timeMs: startMs + index * everyMs,
  }));
}

function keyOf(
  character: string,
  { scanner = 'qwerty', computer = 'qwerty', hasCapsLock = false, digits = 'row' }: Typing,
): Pick<KeyPress, 'code' | 'key' | 'isShifted'> {
  const control = KEYS[character];
  if (control !== undefined) return { code: control, key: control, isShifted: false };
  if (digits !== 'row' && /^\d$/.test(character)) {
    const key = digits === 'keypad' ? character : (KEYPAD_MOVES[Number(character)] ?? '');
    return { code: `Numpad${character}`, key, isShifted: false };
  }
  const place = placeOn(character, scanner) ?? { code: '', isShifted: false };
  return { ...place, key: printedAt(place.code, place.isShifted, computer, hasCapsLock) };
}

/** A function key, as some scanners press before or behind a code. */
export function functionKey(key: string, timeMs: number): KeyPress {
  return {
    code: key,
    key,
    isShifted: false,
    isCommand: false,
    isAlt: false,
    hasCapsLock: false,
    isRepeat: false,
    timeMs,
  };
}
