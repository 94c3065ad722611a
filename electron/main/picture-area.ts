import type { Area, CapturedScreen } from '../../core/contract/shell-records.ts';
import type { Size } from './screen-sources.ts';

const BYTES_PER_PIXEL = 4;

/** The part of `area` that lies in a picture of this size; at least one pixel, wherever the area was. */
export function areaInside(area: Area, { width, height }: Size): Area {
  const x = Math.min(area.x, width - 1);
  const y = Math.min(area.y, height - 1);
  return {
    x,
    y,
    width: Math.max(1, Math.min(area.width, width - x)),
    height: Math.max(1, Math.min(area.height, height - y)),
  };
}

/** A copy of the pixels of `area`, under the picture's label. */
export function cutOut(picture: CapturedScreen, area: Area): CapturedScreen {
  const { x, y, width, height } = areaInside(area, picture);
  const rowBytes = width * BYTES_PER_PIXEL;
  const bgra = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * picture.width + x) * BYTES_PER_PIXEL;
    bgra.set(picture.bgra.subarray(from, from + rowBytes), row * rowBytes);
  }
  return { label: picture.label, width, height, bgra };
}
