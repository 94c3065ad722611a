import { describe, expect, it } from 'vitest';
import type { CodeRead, Picture, ScanOutcome } from '../../core/scan/types.ts';
import { createMissWatch } from './miss-watch.ts';

const picture: Picture = { data: new Uint8ClampedArray(4 * 64 * 48), width: 64, height: 48 };
const corner = { x: 1, y: 1 };
const code: CodeRead = {
  bytes: new Uint8Array(1),
  text: 'x',
  version: 1,
  ecLevel: 'L',
  maskPattern: 0,
  corners: [corner, corner, corner, corner],
  grid: null,
  rung: 'whole',
};
const nothing: ScanOutcome = { codes: [], glimpses: [], elapsedMs: 1 };
const something: ScanOutcome = { codes: [code], glimpses: [], elapsedMs: 1 };

describe('createMissWatch', () => {
  it('explains every still in which nothing was read', () => {
    const watch = createMissWatch(() => 0);
    expect(watch.explain(picture, nothing, 'still')).toMatchObject({ reason: 'tooDark' });
    expect(watch.explain(picture, nothing, 'still')).toMatchObject({ reason: 'tooDark' });
    expect(watch.explain(picture, something, 'still')).toBeNull();
  });

  it('explains a camera frame once a second at most', () => {
    let ms = 0;
    const watch = createMissWatch(() => ms);
    const explained = [0, 70, 999, 1000, 1070].filter((at) => {
      ms = at;
      return watch.explain(picture, nothing, 'live') !== null;
    });
    expect(explained).toEqual([0, 1000]);
  });

  it('says nothing of a frame in which a code was read', () => {
    expect(createMissWatch(() => 0).explain(picture, something, 'thorough')).toBeNull();
  });
});
