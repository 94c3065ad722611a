import {
  altCharacter,
  canBeHeld,
  isAltDigit,
  isFunctionKey,
  isLineEnd,
  isModifier,
  type KeyPress,
  type KeyText,
  textOf,
} from './key-text.ts';
import { isExact, isFast, isMachineRhythm, isTooFast } from './rhythm.ts';

/** So many keys in a row are a text, whoever types it: nobody gives so many single-key commands without a look at what they do. */
export const BURST_LENGTH = 8;

/** The same key again and again is a command that is repeated: zoom, one more. */
const MIN_DIFFERENT = 3;

/** Slow scanners send a key every 150 ms; the rest is for a busy computer. */
export const NEXT_KEY_MS = 240;

/** What goes like a machine may pause so long: wireless scanners stutter. */
const STUTTER_MS = 600;

/** Twice the longest reset code: what was typed before it is forgotten. */
const MAX_KEYS = 2500;

/** What was typed without a pause, in two readings: only one can be right, and its content tells which. */
export interface Burst {
  readonly byPlace: string;
  readonly byLayout: string;
  /** Key by key, end marks included. */
  readonly keys: readonly KeyText[];
  /** It was typed too fast or too evenly for a person. */
  readonly isMachine: boolean;
  /** Too fast for a person, not only too even. */
  readonly isFast: boolean;
  /** CapsLock was on: where the scanner goes by the computer's layout, its capitals came out small. */
  readonly hasCapsLock: boolean;
  /** The last key was an end mark: nothing is missing. */
  readonly hasEnd: boolean;
}

/**
 * `silent`: of no weight, a modifier by itself. `none`: no text. `first`: could be the start of a burst. `more`: goes on, but too
 * few keys yet. `burst`: a text.
 */
export type BurstStep = 'silent' | 'none' | 'first' | 'more' | 'burst';

export interface BurstRecogniser {
  press(press: KeyPress): BurstStep;
  /** What was typed so far; null while it could still be single keys. */
  peek(): Burst | null;
  /** How long the next key may take to belong to it, in milliseconds. */
  patienceMs(): number;
  /** Too few keys for a burst, but no person has pressed them. */
  isFragment(): boolean;
  /** It goes like a machine so far, by a guess that costs a moment of waiting only. */
  seemsMachine(): boolean;
  /** So far it was a person's single keys. */
  excuse(): void;
  /** How many characters and end marks there are so far. */
  keyCount(): number;
  /** One key so far, however often. */
  isOneKey(): boolean;
  /** Forgets everything. */
  reset(): void;
}

type RunKey = {
  readonly text: KeyText;
  readonly timeMs: number;
  readonly isPrinted: boolean;
  readonly isEnd: boolean;
};

/** A fragment of fewer keys could be a finger that slipped. */
const MIN_FRAGMENT = 4;

/** Tells texts from single keys by length and rhythm. Pure: time comes with the keys. */
export function createBurstRecogniser(): BurstRecogniser {
  let run: RunKey[] = [];
  /** So many of its first keys do not count towards a text. */
  let excused = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let isBurst = false;
  let hasCapsLock = false;
  /** Digits of the Alt code under way; null before the first of a new one. */
  let altDigits: string | null = null;

  const gaps = (keys: readonly RunKey[] = run) =>
    keys.slice(1).map(({ timeMs }, index) => timeMs - (keys[index]?.timeMs ?? timeMs));
  const texts = () => run.slice(excused).filter(({ text }) => text.byPlace + text.byLayout !== '');
  const different = (keys: readonly RunKey[]) =>
    new Set(keys.flatMap(({ text, isPrinted }) => (isPrinted ? [text.byLayout + text.byPlace] : []))).size;
  /** Two keys are enough for such a guess. */
  const seemsMachine = () => isMachineRhythm(gaps()) || (run.length > 1 && isTooFast(gaps()));
  const patienceMs = () => (isBurst || seemsMachine() ? STUTTER_MS : NEXT_KEY_MS);
  /** A person presses the same key again and again, but never as fast as a machine. */
  const areDifferent = (keys: readonly RunKey[]) => different(keys) >= MIN_DIFFERENT || isTooFast(gaps(keys));

  function add(press: KeyPress, text: KeyText): void {
    const isPrinted = canBeHeld(press) || isAltDigit(press);
    const isEnd = isLineEnd(press) || isFunctionKey(press);
    run.push({ text, timeMs: press.timeMs, isPrinted: isPrinted && !isFunctionKey(press), isEnd });
    if (run.length > MAX_KEYS) run = run.slice(MAX_KEYS / 2);
    isBurst ||= texts().length >= BURST_LENGTH && areDifferent(texts());
  }

  /** Digits of one Alt code are one character. */
  function addAltDigit(press: KeyPress): void {
    const isNew = altDigits === null || run.length === 0;
    altDigits = (isNew ? '' : (altDigits ?? '')) + press.code.slice(-1);
    const character = altCharacter(altDigits);
    if (!isNew) run.pop();
    add(press, { byPlace: character, byLayout: character });
  }

  function forget(): void {
    run = [];
    excused = 0;
    isBurst = false;
    altDigits = null;
  }

  return {
    press(press) {
      if (isModifier(press)) {
        if (press.key === 'Alt') altDigits = null;
        return 'silent';
      }
      const isInTime = press.timeMs - lastMs <= patienceMs();
      // Start and end of a text as control characters: no part of it, and nothing that ends it.
      if (isInTime && isBurst && press.isCommand && !press.isAlt) return 'silent';
      const isAltCode = isAltDigit(press) && !press.isRepeat;
      const text = isAltCode ? { byPlace: '', byLayout: '' } : textOf(press);
      const isEarlyEnd = isLineEnd(press) && !isBurst;
      if (!isInTime || text === null || isEarlyEnd) forget();
      if (text === null || (isLineEnd(press) && run.length === 0)) return 'none';
      lastMs = press.timeMs;
      hasCapsLock = press.hasCapsLock;
      if (isAltCode) addAltDigit(press);
      else add(press, text);
      if (isBurst) return 'burst';
      return run.length === 1 ? 'first' : 'more';
    },
    peek() {
      if (!isBurst) return null;
      const keys = run.map(({ text }) => text);
      const rhythm = gaps();
      return {
        byPlace: joined(keys.map(({ byPlace }) => byPlace)),
        byLayout: joined(keys.map(({ byLayout }) => byLayout)),
        keys,
        // Asked for once, at the end, but told with every key.
        get isMachine() {
          return isMachineRhythm(rhythm);
        },
        get isFast() {
          return isFast(rhythm);
        },
        hasCapsLock,
        hasEnd: run.at(-1)?.isEnd === true,
      };
    },
    patienceMs,
    isFragment() {
      const keys = run.slice(excused);
      if (isBurst || keys.length < MIN_FRAGMENT || !areDifferent(keys)) return false;
      const rhythm = gaps(keys);
      return isTooFast(rhythm) || isExact(rhythm);
    },
    seemsMachine,
    excuse() {
      excused = run.length;
    },
    keyCount: () => run.length,
    isOneKey: () => different(run) <= 1,
    reset() {
      forget();
      lastMs = Number.NEGATIVE_INFINITY;
    },
  };
}

function joined(characters: readonly string[]): string {
  return characters.join('').replace(/[\r\t]+$/, '');
}
