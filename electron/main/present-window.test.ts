import { describe, expect, it } from 'vitest';
import { type PresentableWindow, presentForKeys } from './present-window.ts';

/** A window that has the focus once it was asked for it so often, and a little later. */
function windowThatComesAt(request: number, laterMs = 50) {
  let nowMs = 0;
  let focusedAt = Number.POSITIVE_INFINITY;
  const asked: number[] = [];
  const window: PresentableWindow = {
    isDestroyed: () => false,
    isFocused: () => nowMs >= focusedAt,
    isMinimized: () => false,
    restore: () => undefined,
    show: () => undefined,
    focus: () => {
      asked.push(nowMs);
      if (asked.length === request) focusedAt = nowMs + laterMs;
    },
  };
  const wait = async (ms: number) => {
    nowMs += ms;
  };
  return { window, asked, wait };
}

describe('presentForKeys', () => {
  it('asks once where the focus comes', async () => {
    const { window, asked, wait } = windowThatComesAt(1);
    await presentForKeys(window, wait);
    expect(asked).toHaveLength(1);
    expect(window.isFocused()).toBe(true);
  });

  it('asks again until the focus is there', async () => {
    const { window, asked, wait } = windowThatComesAt(3);
    await presentForKeys(window, wait);
    expect(asked).toHaveLength(3);
    expect(window.isFocused()).toBe(true);
  });

  it('gives up where another program may not lose the focus', async () => {
    const { window, asked, wait } = windowThatComesAt(99);
    await presentForKeys(window, wait);
    expect(asked.length).toBeLessThan(10);
  });
});
