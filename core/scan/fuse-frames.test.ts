import { describe, expect, it } from 'vitest';
import { createRandom } from '../testkit/random.ts';
import { boxBlur } from './filter.ts';
import { findShift, fuseFrames } from './fuse-frames.ts';
import { crop, type GrayImage } from './gray.ts';

const random = createRandom(3);
const wall = boxBlur(
  { data: Uint8Array.from({ length: 200 * 200 }, () => random.integer(0, 255)), width: 200, height: 200 },
  1,
);

/** The same wall seen from a little aside, with noise of its own. */
function seenFrom(x: number, y: number, noise: number): GrayImage {
  const part = crop(wall, { x: 30 + x, y: 30 + y, width: 140, height: 140 });
  const data = part.data.map((value) => Math.min(255, Math.max(0, value + random.normal() * noise)));
  return { ...part, data };
}

const rect = { x: 20, y: 20, width: 100, height: 100 };

function errorAgainst(truth: GrayImage, image: GrayImage): number {
  return (
    image.data.reduce((sum, value, i) => sum + Math.abs(value - (truth.data[i] ?? 0)), 0) / image.data.length
  );
}

describe('fuseFrames', () => {
  it('measures how far a frame is moved', () => {
    const reference = crop(seenFrom(0, 0, 0), rect);
    const shift = findShift(reference, seenFrom(-5, 7, 0), rect);
    expect(shift.x).toBeCloseTo(5, 0);
    expect(shift.y).toBeCloseTo(-7, 0);
  });

  it('has less noise than any one frame', () => {
    const truth = crop(seenFrom(0, 0, 0), rect);
    const frames = [seenFrom(0, 0, 20), seenFrom(3, 1, 20), seenFrom(-4, 2, 20), seenFrom(1, -6, 20)];
    const fused = fuseFrames(frames, rect)?.image ?? null;
    const [first] = frames;
    if (fused === null || first === undefined) throw new Error('four frames were given');
    expect(errorAgainst(truth, fused)).toBeLessThan(0.75 * errorAgainst(truth, crop(first, rect)));
  });

  it('leaves frames of another size out', () => {
    const frame = seenFrom(0, 0, 0);
    const other = { data: new Uint8Array(100), width: 10, height: 10 };
    expect(fuseFrames([frame, other], rect)?.image.data).toEqual(crop(frame, rect).data);
  });

  it('answers null without frames', () => {
    expect(fuseFrames([], rect)).toBeNull();
  });
});
