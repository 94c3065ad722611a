import { usCharacter } from './us-layout.ts';

/** Milliseconds between two keys; people stay above it, scanners send a key every 1 to 20 ms. */
export const FAST_GAP_MS = 35;

/** So many keys in a row at that speed are a scanner. */
export const BURST_LENGTH = 8;

/** A scanner that was recognised may pause so long: wireless ones and a busy computer stutter. */
const STUTTER_MS = 120;

/** A key that went down, as `KeyboardEvent` tells it. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly isShifted: boolean;
  /** Ctrl, Alt or Meta is held, but not AltGr, which only reaches further characters. */
  readonly isCommand: boolean;
  readonly isRepeat: boolean;
  /** The event's own time stamp: when the key was pressed, not when there was time to look at it. */
  readonly timeMs: number;
}

/** What was sent, in two readings: only one can be right, and its content tells which. */
export interface Burst {
  /** By the keys' places on a US keyboard. */
  readonly byPlace: string;
  /** As the computer's keyboard layout prints it. */
  readonly byLayout: string;
}

/**
 * `silent`: a modifier by itself, of no weight. `none`: no text, or not fast enough to go with what came before.
 * `first`: could be the start of a burst. `more`: fast, but too few keys yet. `burst`: a scanner.
 */
export type BurstStep = 'silent' | 'none' | 'first' | 'more' | 'burst';

export interface BurstRecogniser {
  press(press: KeyPress): BurstStep;
  /** What the scanner has sent so far; empty before it was recognised. */
  peek(): Burst | null;
  /** Forgets everything. */
  reset(): void;
}

/** Tells a scanner's typing from a person's by its speed alone. Pure: time comes with the keys. */
export function createBurstRecogniser(): BurstRecogniser {
  let characters: (readonly [byPlace: string, byLayout: string])[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  const isBurst = () => characters.length >= BURST_LENGTH;

  return {
    press(press) {
      if (MODIFIERS.has(press.key)) return 'silent';
      const isInTime = press.timeMs - lastMs <= (isBurst() ? STUTTER_MS : FAST_GAP_MS);
      const character = press.isRepeat || press.isCommand ? null : characterOf(press);
      const isControl = press.key === 'Enter' || press.key === 'Tab';
      if (!isInTime || character === null || (isControl && !isBurst())) characters = [];
      if (character === null || (isControl && characters.length === 0)) return 'none';
      lastMs = press.timeMs;
      characters.push(character);
      if (isBurst()) return 'burst';
      return characters.length === 1 ? 'first' : 'more';
    },
    peek() {
      if (!isBurst()) return null;
      return {
        byPlace: trimEnd(characters.map(([byPlace]) => byPlace).join('')),
        byLayout: trimEnd(characters.map(([, byLayout]) => byLayout).join('')),
      };
    },
    reset() {
      characters = [];
      lastMs = Number.NEGATIVE_INFINITY;
    },
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'AltGraph', 'Control', 'Alt', 'Meta']);

/** Null for keys that print nothing. Enter and Tab are the scanner's end marks, and line ends within some labels. */
function characterOf({ code, key, isShifted }: KeyPress): readonly [string, string] | null {
  if (key === 'Enter') return ['\r', '\r'];
  if (key === 'Tab') return ['\t', '\t'];
  const byPlace = usCharacter(code, isShifted);
  const byLayout = [...key].length === 1 ? key : '';
  // An accent key prints nothing by itself, but its place still counts.
  if (byLayout === '' && (byPlace === null || key !== 'Dead')) return null;
  return [byPlace ?? '', byLayout];
}

function trimEnd(text: string): string {
  return text.replace(/[\r\t]+$/, '');
}
