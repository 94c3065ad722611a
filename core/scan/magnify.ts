import { unsharp } from './filter.ts';
import { crop, type GrayImage, type Rect } from './gray.ts';
import { enlarge } from './resize.ts';
import type { Point } from './types.ts';

/**
 * Side of an enlarged crop in pixels. The densest reset QR has 101 modules, so this is more than six pixels a module:
 * larger costs time and adds nothing.
 */
const MAX_SIDE_PIXELS = 720;

/** How a crop is prepared for a decoder. */
export interface Lens {
  readonly factor: number;
  /** 0 leaves the edges as they are. */
  readonly sharpen: number;
}

/** A part of the picture, enlarged, with the way back. */
export interface Magnified {
  readonly image: GrayImage;
  /** From a pixel of the enlarged part to a pixel of the picture. */
  readonly toPicture: (point: Point) => Point;
}

/** Cuts out a rectangle, enlarges it by cubic interpolation up to {@link MAX_SIDE_PIXELS}, and sharpens it. */
export function magnify(image: GrayImage, rect: Rect, lens: Lens): Magnified {
  const part = crop(image, rect);
  const room = MAX_SIDE_PIXELS / Math.max(part.width, part.height);
  const factor = Math.max(1, Math.min(lens.factor, room));
  const large = enlarge(part, factor);
  // The blur of the camera grows with the picture, so the filter grows with it.
  const radius = Math.max(1, Math.round(factor));
  const sharp = lens.sharpen > 0 ? unsharp(large, radius, lens.sharpen) : large;
  const scaleX = part.width / large.width;
  const scaleY = part.height / large.height;
  return {
    image: sharp,
    toPicture: (point) => ({ x: rect.x + point.x * scaleX, y: rect.y + point.y * scaleY }),
  };
}
