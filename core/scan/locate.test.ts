import { describe, expect, it } from 'vitest';
import { blankPicture } from '../testkit/paint.ts';
import { resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { recorderScreen } from '../testkit/scenes.ts';
import { type GrayImage, overlap, toGray } from './gray.ts';
import { locateTexture } from './locate.ts';
import type { Picture } from './types.ts';

function grayOf(picture: Picture): GrayImage {
  const image = toGray(picture);
  if (image === null) throw new Error('the picture has pixels');
  return image;
}

describe('locateTexture', () => {
  it.each([1, 2, 3, 4])('puts the code of recorder screen %i first, before all text', (seed) => {
    const random = createRandom(seed);
    const scene = recorderScreen(random, { text: resetPayload(random), ecLevel: 'H' }, 3);
    const [first] = locateTexture(grayOf(scene.picture), 3);
    const half = (97 * 3) / 2;
    const code = { x: scene.centre.x - half, y: scene.centre.y - half, width: 2 * half, height: 2 * half };
    expect(first).toBeDefined();
    if (first === undefined) return;
    expect(overlap(first, code)).toBeGreaterThan(0.97);
    expect(first.width * first.height).toBeLessThan(1.5 * code.width * code.height);
  });

  it('gives no more regions than asked for', () => {
    const random = createRandom(1);
    const scene = recorderScreen(random, { text: resetPayload(random), ecLevel: 'H' }, 3);
    expect(locateTexture(grayOf(scene.picture), 1)).toHaveLength(1);
  });

  it('finds nothing on an even picture, however small', () => {
    expect(locateTexture(grayOf(blankPicture(640, 480, [90, 90, 90])), 5)).toEqual([]);
    expect(locateTexture(grayOf(blankPicture(1, 1)), 5)).toEqual([]);
  });
});
