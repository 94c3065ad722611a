import { clipRect, type GrayImage, type Rect } from './gray.ts';

/**
 * Neighbours of one brightness, as a share. Windows, text and pictures as a program draws them have 0.85 to 0.95; the same sent through a video
 * call has at most 0.75, a photo at most 0.25, since grain, blur and compression leave no two pixels alike.
 */
const DRAWN_SHARE = 0.8;

/**
 * True when a part of a picture is as a program drew it: what helps against grain, shake and the stripes of a photographed
 * screen is lost time there.
 */
export function isDrawn(image: GrayImage, rect: Rect): boolean {
  const { x, y, width, height } = clipRect(rect, image);
  let equal = 0;
  for (let row = y; row < y + height; row++) {
    const from = row * image.width + x;
    for (let at = from + 1; at < from + width; at++) {
      if (image.data[at] === image.data[at - 1]) equal++;
    }
  }
  return equal >= DRAWN_SHARE * (width - 1) * height;
}
