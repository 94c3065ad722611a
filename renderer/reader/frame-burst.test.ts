import { describe, expect, it } from 'vitest';
import type { Picture, ScanOutcome } from '../../core/scan/types.ts';
import { createFrameBurst } from './frame-burst.ts';

const corner = { x: 0, y: 0 };
const glimpsed: ScanOutcome = {
  codes: [],
  glimpses: [{ corners: [corner, corner, corner, corner], version: 17, pixelsPerModule: 1.8 }],
  elapsedMs: 1,
};
const nothing: ScanOutcome = { codes: [], glimpses: [], elapsedMs: 1 };

function frame(width = 4): Picture {
  return { data: new Uint8ClampedArray(width * 16), width, height: 4 };
}

/** A burst with its clock. */
function createBench() {
  let time = 0;
  const burst = createFrameBurst(() => time);
  return { burst, wait: (ms: number) => (time += ms) };
}

describe('a burst of camera frames', () => {
  it('gives the last four frames of a code that could not be read for a second', () => {
    const { burst, wait } = createBench();
    const frames = [frame(), frame(), frame(), frame(), frame()];
    for (const each of frames) burst.add(each, glimpsed);
    expect(burst.take()).toBeNull();
    wait(1000);
    expect(burst.take()).toEqual(frames.slice(1));
  });

  it('starts again after it was taken', () => {
    const { burst, wait } = createBench();
    wait(1000);
    for (let i = 0; i < 4; i++) burst.add(frame(), glimpsed);
    expect(burst.take()).toHaveLength(4);
    expect(burst.take()).toBeNull();
    for (let i = 0; i < 4; i++) burst.add(frame(), glimpsed);
    expect(burst.take()).toBeNull();
    wait(1000);
    expect(burst.take()).toHaveLength(4);
  });

  it('leaves out frames in which nothing was seen', () => {
    const { burst, wait } = createBench();
    wait(1000);
    for (let i = 0; i < 8; i++) burst.add(frame(), nothing);
    expect(burst.take()).toBeNull();
  });

  it('forgets its frames when the camera changes its size', () => {
    const { burst, wait } = createBench();
    wait(2000);
    for (let i = 0; i < 3; i++) burst.add(frame(4), glimpsed);
    burst.add(frame(8), glimpsed);
    wait(2000);
    expect(burst.take()).toBeNull();
  });

  it('forgets its frames when a code was read', () => {
    const { burst, wait } = createBench();
    for (let i = 0; i < 3; i++) burst.add(frame(), glimpsed);
    const read = {
      bytes: new Uint8Array(),
      text: '',
      version: null,
      ecLevel: null,
      maskPattern: null,
      corners: [corner, corner, corner, corner],
      grid: null,
      rung: 'whole',
    } as const;
    burst.add(frame(), { codes: [read], glimpses: [], elapsedMs: 1 });
    burst.add(frame(), glimpsed);
    wait(2000);
    expect(burst.take()).toBeNull();
  });
});
