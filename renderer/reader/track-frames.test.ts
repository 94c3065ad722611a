import { describe, expect, it, vi } from 'vitest';
import { type FrameReader, noticingSilence, watchFrames } from './track-frames.ts';

/** Frames stand for the time at which they were taken; reading gives the newest. */
function setUp(lookMs: number, framesUntil: number) {
  let time = 0;
  const looked: number[] = [];
  const frames: FrameReader = {
    read: async () => {
      if (time >= framesUntil) return { done: true };
      return { done: false, value: { timestamp: time } as VideoFrame };
    },
  };
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      time += ms;
    },
  };
  const watch = (isWanted: (at: number) => boolean) =>
    watchFrames(
      frames,
      500,
      async ({ timestamp }) => {
        looked.push(timestamp);
        time += lookMs;
        return isWanted(timestamp);
      },
      clock,
    );
  return { watch, looked };
}

describe('watchFrames', () => {
  it('looks twice a second until what it looks for is there', async () => {
    const { watch, looked } = setUp(100, 10_000);
    expect(await watch((at) => at >= 1000)).toBe('done');
    expect(looked).toEqual([0, 500, 1000]);
  });

  it('takes the newest frame as soon as a slow look is over', async () => {
    const { watch, looked } = setUp(1200, 3000);
    expect(await watch(() => false)).toBe('ended');
    expect(looked).toEqual([0, 1200, 2400]);
  });

  it('ends with the frames', async () => {
    const { watch, looked } = setUp(100, 0);
    expect(await watch(() => true)).toBe('ended');
    expect(looked).toEqual([]);
  });
});

/** A window that gives its next picture, the end of it, after so long. */
function windowThatWaits(ms: number): FrameReader {
  return {
    read: () => new Promise((resolve) => setTimeout(() => resolve({ done: true, value: undefined }), ms)),
  };
}

it('tells of a window that gives no picture for long, and of no other', async () => {
  vi.useFakeTimers();
  const onSilent = vi.fn();
  void noticingSilence(windowThatWaits(1000), onSilent).read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onSilent).not.toHaveBeenCalled();
  void noticingSilence(windowThatWaits(60_000), onSilent).read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onSilent).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
