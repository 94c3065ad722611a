import { canBeginCode, canBeHeld, type KeyPress } from './key-text.ts';

/** A finger stays on a key longer than this; scanners let go of it at once. */
const FINGER_MS = 60;

/** A key of the page that went down, with what can be done to it. */
export interface HoldableKey {
  readonly press: KeyPress;
  /** Keeps it from everybody else. */
  readonly swallow: () => void;
  /** Gives a swallowed key to the page after all, or to the field that a key before it has put the focus on. */
  readonly replay: () => void;
}

export interface HeldKeysHost {
  /** Whether the page loses by waiting for it, and little is lost should it be a scanner's: it only shows or focuses something. */
  readonly isLight: (press: KeyPress) => boolean;
  /** Calls back later; the answer cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Keys on the page that wait for what follows. */
export interface HeldKeys {
  /** @param isAlone nothing else was typed just before; the same key again counts as that */
  hold(key: HoldableKey, isAlone: boolean): void;
  onKeyUp(code: string): void;
  /** The page gets them after all, in order. */
  giveBack(): void;
  /** Nobody gets them; answers how many there were. */
  drop(): number;
}

/** @param onPerson what is held was a person's and goes to the page */
export function createHeldKeys({ isLight, after }: HeldKeysHost, onPerson: () => void): HeldKeys {
  let held: HoldableKey[] = [];
  /** The key that a finger may be resting on. */
  let downCode: string | null = null;
  let cancelFinger: () => void = () => undefined;

  function drop(): number {
    cancelFinger();
    const count = held.length;
    held = [];
    return count;
  }

  function giveBack(): void {
    const keys = held;
    drop();
    for (const key of keys) key.replay();
  }

  /** Two keys down at once are a person's; a single one is where no code begins with it. */
  function lookForFinger({ press }: HoldableKey): void {
    const countSoFar = held.length;
    downCode = press.code;
    cancelFinger();
    cancelFinger = after(FINGER_MS, () => {
      const isSafe = isLight(press) && !canBeginCode(press);
      if (downCode === null || !(isSafe || held.length > countSoFar)) return;
      onPerson();
      giveBack();
    });
  }

  return {
    hold(key, isAlone) {
      // Space presses a focused button only where it is not held, so as a single key it is not.
      if (!canBeHeld(key.press) || (isAlone && key.press.key === ' ')) return;
      key.swallow();
      held.push(key);
      if (isAlone) lookForFinger(key);
    },
    onKeyUp(code) {
      if (code === downCode) downCode = null;
    },
    giveBack,
    drop,
  };
}
