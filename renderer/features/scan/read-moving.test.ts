import { describe, expect, it } from 'vitest';
import type { MovingPicture } from '../../reader/moving-picture.ts';
import type { PictureOutcome } from '../../reader/scan-client.ts';
import { readMoving } from './read-moving.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;

const outcome = (texts: readonly string[], pixelsPerModule: number | null = null) =>
  ({
    codes: texts.map((text) => ({ text })),
    glimpses: pixelsPerModule === null ? [] : [{ pixelsPerModule }],
  }) as unknown as PictureOutcome;

interface Film {
  readonly frameCount: number;
  readonly isFilmed?: boolean;
  /** What a glance shows, by frame. */
  readonly glance?: (index: number) => PictureOutcome;
  /** The same for a burst, by its first frame. */
  readonly burst?: (index: number) => PictureOutcome;
  readonly isGone?: (index: number) => boolean;
}

function watch({ frameCount, isFilmed = true, ...film }: Film) {
  const glanced: number[] = [];
  const bursts: number[][] = [];
  const frames = new Map<VideoFrame, number>();
  const control = { stopAfter: Number.POSITIVE_INFINITY };
  const moving: MovingPicture = {
    frameCount,
    isFilmed,
    secondsAt: () => null,
    frameAt: async (index) => {
      if (film.isGone?.(index)) return null;
      const frame = {} as unknown as VideoFrame;
      frames.set(frame, index);
      return frame;
    },
    close: () => undefined,
  };
  const indexOf = (frame: VideoFrame | undefined) => (frame === undefined ? -1 : (frames.get(frame) ?? -1));
  const read = () =>
    readMoving(moving, {
      glanceAt: async (frame) => {
        glanced.push(indexOf(frame));
        return film.glance?.(indexOf(frame)) ?? outcome([]);
      },
      scanFrames: async (given) => {
        bursts.push(given.map(indexOf));
        return film.burst?.(indexOf(given[0])) ?? outcome([]);
      },
      onFrame: () => undefined,
      isCancelled: () => glanced.length >= control.stopAfter,
    });
  return { read, glanced, bursts, control };
}

describe('readMoving', () => {
  it('stops at the first frame with a reset code', async () => {
    const { read, glanced } = watch({
      frameCount: 10,
      glance: (index) => outcome(index === 4 ? [RESET] : []),
    });
    expect((await read()).map(({ index }) => index)).toEqual([4]);
    expect(glanced).toEqual([0, 1, 2, 3, 4]);
  });

  it('looks at frames from all over a long film, and at every frame of an animation', async () => {
    const long = watch({ frameCount: 9000 });
    await long.read();
    expect(long.glanced.length).toBeLessThanOrEqual(60);
    expect(long.glanced[0]).toBeLessThan(150);
    expect(long.glanced.at(-1)).toBeGreaterThan(8850);
    const drawn = watch({ frameCount: 120, isFilmed: false });
    await drawn.read();
    expect(drawn.glanced).toHaveLength(120);
  });

  it('reads four neighbours as one where the code was largest', async () => {
    const { read, bursts } = watch({
      frameCount: 300,
      glance: (index) => outcome([], index === 52 ? 2.5 : index === 102 ? 1.5 : null),
      burst: (index) => outcome(index === 102 ? [RESET] : []),
    });
    expect((await read()).map(({ index }) => index)).toEqual([102]);
    expect(bursts).toEqual([
      [52, 53, 54, 55],
      [102, 103, 104, 105],
    ]);
  });

  it('answers one frame to explain where nothing is read', async () => {
    const { read, bursts } = watch({ frameCount: 300 });
    expect(await read()).toHaveLength(1);
    expect(bursts).toHaveLength(4);
  });

  it('keeps other codes that it saw on its way', async () => {
    const { read } = watch({
      frameCount: 6,
      glance: (index) => outcome(index === 1 ? ['https://example.com'] : index === 3 ? [RESET] : []),
    });
    expect((await read()).map(({ index }) => index)).toEqual([1, 3]);
  });

  it('ends when cancelled, and with nothing where no frame can be had', async () => {
    const stopped = watch({ frameCount: 100 });
    stopped.control.stopAfter = 3;
    expect(await stopped.read()).toEqual([]);
    expect(stopped.glanced).toHaveLength(3);
    expect(await watch({ frameCount: 5, isGone: () => true }).read()).toEqual([]);
  });
});
