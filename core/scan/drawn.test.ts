import { describe, expect, it } from 'vitest';
import { createRandom } from '../testkit/random.ts';
import { desktopScreen } from '../testkit/scenes.ts';
import { isDrawn } from './drawn.ts';
import { boxBlur } from './filter.ts';
import { type GrayImage, toGray } from './gray.ts';

function desktop(): GrayImage {
  const image = toGray(desktopScreen(createRandom(4), 800, 600).picture);
  if (image === null) throw new Error('The desktop has pixels.');
  return image;
}

const whole = ({ width, height }: GrayImage) => ({ x: 0, y: 0, width, height });

describe('isDrawn', () => {
  it('is true of windows and text', () => {
    const image = desktop();
    expect(isDrawn(image, whole(image))).toBe(true);
  });

  it('is false of the same with the grain of a camera', () => {
    const image = desktop();
    const random = createRandom(5);
    const grainy = {
      ...image,
      data: boxBlur(image, 1).data.map((value) => Math.min(255, Math.max(0, value + random.integer(-3, 3)))),
    };
    expect(isDrawn(grainy, whole(grainy))).toBe(false);
  });

  it('looks at the part that is asked for', () => {
    const data = Uint8Array.from({ length: 40 * 10 }, (_, i) => (i % 40 < 20 ? 7 : (i * 37) % 256));
    const image = { data, width: 40, height: 10 };
    expect(isDrawn(image, { x: 0, y: 0, width: 20, height: 10 })).toBe(true);
    expect(isDrawn(image, { x: 20, y: 0, width: 20, height: 10 })).toBe(false);
  });
});
