import { usCharacter } from './us-layout.ts';

/** A key that went down, as `KeyboardEvent` tells it. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly isShifted: boolean;
  /** Ctrl, Alt or Meta is held, but not AltGr, which only reaches further characters. */
  readonly isCommand: boolean;
  /** Alt alone is held: with digits of the keypad it makes a character on Windows. */
  readonly isAlt: boolean;
  readonly hasCapsLock: boolean;
  readonly isRepeat: boolean;
  /** The event's own time stamp: when the key was pressed, not when there was time to look at it. */
  readonly timeMs: number;
}

/** What a key adds to a text, in two readings; empty where it adds nothing in that one. */
export interface KeyText {
  /** By the key's place on a US keyboard. */
  readonly byPlace: string;
  /** As the computer's keyboard layout prints it. */
  readonly byLayout: string;
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'CapsLock',
  'NumLock',
  'AltGraph',
  'Control',
  'Alt',
  'Meta',
]);

export function isModifier({ key }: KeyPress): boolean {
  return MODIFIERS.has(key);
}

/** Enter and Tab are the scanner's end marks, and line ends within some labels. */
export function isLineEnd({ key }: KeyPress): boolean {
  return key === 'Enter' || key === 'Tab';
}

/** Some scanners are set to press one before or behind each code. */
export function isFunctionKey({ key }: KeyPress): boolean {
  return /^F\d{1,2}$/.test(key);
}

/** A digit of an Alt code. */
export function isAltDigit({ isAlt, code }: KeyPress): boolean {
  return isAlt && /^Numpad\d$/.test(code);
}

/** A key that can act on the page, and can be kept from it without harm: it prints, or it is a function key. */
export function canBeHeld(press: KeyPress): boolean {
  return [...press.key].length === 1 || press.key === 'Dead' || isFunctionKey(press);
}

/** Null for keys that are no part of a text. */
export function textOf(press: KeyPress): KeyText | null {
  const { code, key } = press;
  if (press.isRepeat || press.isCommand) return null;
  if (key === 'Enter') return { byPlace: '\r', byLayout: '\r' };
  if (key === 'Tab') return { byPlace: '\t', byLayout: '\t' };
  if (isFunctionKey(press)) return { byPlace: '', byLayout: '' };
  const byPlace = usCharacter(code, press.isShifted) ?? '';
  const byLayout = [...key].length === 1 ? key : '';
  // An accent key prints nothing by itself, nor does the keypad without NumLock, but their places still count.
  const hasPlaceOnly = byPlace !== '' && (key === 'Dead' || /^Numpad\d$/.test(code));
  return byLayout !== '' || hasPlaceOnly ? { byPlace, byLayout } : null;
}

/** The character of an Alt code, empty where there is none. Codes of labels and QRs are ASCII, where both of Windows' tables agree. */
export function altCharacter(digits: string): string {
  const value = Number(digits);
  return value >= 0x20 && value < 0x7f ? String.fromCharCode(value) : '';
}

/** What the codes of recorders begin with: digits, capitals, a brace, `]` of AIM identifiers, or a link (`https`, `www`). */
const BEGINNING = /^[0-9A-Z{\]hw]$/;

/** Whether a scanner's text could begin with this key. */
export function canBeginCode(press: KeyPress): boolean {
  const text = textOf(press);
  return text !== null && (BEGINNING.test(text.byPlace) || BEGINNING.test(text.byLayout));
}
