import type { Burst } from './burst.ts';
import type { KeyPress } from './key-text.ts';
import { createWedgeKeys, type WedgeHost } from './wedge-keys.ts';

export type Target = 'page' | 'field';

type Field = { text: string };

/** How long keys stay down, in milliseconds: a finger's way, and a scanner's. */
export const FINGER_DWELL_MS = 90;
const SCANNER_DWELL_MS = 3;

/** A desk without a window: a page, a text field, and a clock that goes by the keys' own times. */
export function createBench(host: Partial<WedgeHost<Field>> = {}) {
  let nowMs = 0;
  let timers: { readonly atMs: number; readonly run: () => void }[] = [];
  const field: Field = { text: '' };
  const page: string[] = [];
  const swallowed: string[] = [];
  const bursts: { readonly where: Target; readonly burst: Burst }[] = [];
  const fragments: number[] = [];
  const keys = createWedgeKeys<Field>({
    remember: () => {
      const { text } = field;
      return () => {
        field.text = text;
      };
    },
    isScannersEnter: () => false,
    isComplete: () => false,
    isLight: () => true,
    onPageBurst: (burst) => bursts.push({ where: 'page', burst }),
    onFieldBurst: (burst) => {
      bursts.push({ where: 'field', burst });
      return null;
    },
    onFragment: (count) => fragments.push(count),
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    ...host,
  });

  function passTo(timeMs: number): void {
    for (;;) {
      const due = timers.toSorted((left, right) => left.atMs - right.atMs)[0];
      if (due === undefined || due.atMs > timeMs) break;
      nowMs = due.atMs;
      timers = timers.filter((each) => each !== due);
      due.run();
    }
    nowMs = Math.max(nowMs, timeMs);
  }

  function press(key: KeyPress, target: Target): void {
    let isSwallowed = false;
    keys.onKey({
      press: key,
      field: target === 'field' ? field : null,
      swallow: () => {
        isSwallowed = true;
        swallowed.push(key.key);
      },
      replay: () => page.push(key.key),
    });
    if (isSwallowed) return;
    if (target === 'page') page.push(key.key);
    else if ([...key.key].length === 1) field.text += key.key;
    else if (key.key === 'Enter') field.text += '⏎';
  }

  return {
    page,
    swallowed,
    bursts,
    fragments,
    field,
    /** Keys of which each is let go before the next goes down. */
    type(presses: readonly KeyPress[], target: Target = 'page', dwellMs = SCANNER_DWELL_MS): void {
      for (const [index, key] of presses.entries()) {
        passTo(key.timeMs);
        press(key, target);
        passTo(Math.min(key.timeMs + dwellMs, (presses[index + 1]?.timeMs ?? Infinity) - 1));
        keys.onKeyUp(key.code);
      }
    },
    /** A key goes down and stays there. */
    down(key: KeyPress, target: Target = 'page'): void {
      passTo(key.timeMs);
      press(key, target);
    },
    click: keys.onOtherAct,
    stop: keys.stop,
    /** Long enough for everything that waits. */
    pause: () => passTo(nowMs + 2000),
    passTo,
  };
}
