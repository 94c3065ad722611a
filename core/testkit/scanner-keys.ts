import type { KeyPress } from '../keywedge/burst.ts';
import { usCharacter } from '../keywedge/us-layout.ts';

const KEYS: Record<string, string> = { '\r': 'Enter', '\t': 'Tab' };

/** The keys of a US keyboard that print something, by `KeyboardEvent.code`. */
export const CODES: readonly string[] = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  'Space',
  'Minus',
  'Equal',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Semicolon',
  'Quote',
  'Comma',
  'Period',
  'Slash',
  'Backquote',
];

type Typing = {
  /** Milliseconds from key to key. */
  readonly everyMs?: number;
  readonly startMs?: number;
  /** What the computer's layout prints at those places; the same as the text on a US layout. */
  readonly printed?: string;
};

/** The key presses of a scanner that is set to a US keyboard. Line ends and tabs are its Enter and Tab keys. */
export function typed(
  text: string,
  { everyMs = 5, startMs = 1000, printed = text }: Typing = {},
): KeyPress[] {
  return [...text].map((character, index) => ({
    ...placeOf(character),
    key: KEYS[character] ?? printed[index] ?? 'Unidentified',
    isCommand: false,
    isRepeat: false,
    timeMs: startMs + index * everyMs,
  }));
}

function placeOf(character: string): { code: string; isShifted: boolean } {
  for (const isShifted of [false, true]) {
    const code = CODES.find((candidate) => usCharacter(candidate, isShifted) === character);
    if (code !== undefined) return { code, isShifted };
  }
  return { code: KEYS[character] ?? '', isShifted: false };
}

/** The same text as a French keyboard prints it when a scanner presses the keys of a US one. */
export function printedInFrench(text: string): string {
  return [...text].map((character) => FRENCH.get(character) ?? character).join('');
}

const FRENCH: ReadonlyMap<string, string> = new Map(
  [
    ['qwazQWAZ', 'azqwAZQW'],
    ['mM;:', ',?mM'],
    ['0123456789', 'à&é"\'(-è_ç'],
    ['/+={},', '!+=^¨;'],
  ].flatMap(([us = '', french = '']) =>
    [...us].map((character, at) => [character, french[at] ?? ''] as const),
  ),
);
