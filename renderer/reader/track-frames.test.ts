import { describe, expect, it } from 'vitest';
import { type FrameReader, watchFrames } from './track-frames.ts';

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
