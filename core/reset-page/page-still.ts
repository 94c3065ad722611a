import { isDrawn } from '../scan/drawn.ts';
import { clipRect, crop, type GrayImage, type Rect, rectAround, toGray } from '../scan/gray.ts';
import { enlarge, halve } from '../scan/resize.ts';
import type { Corners, Picture } from '../scan/types.ts';

/** The part of a picture around a code that was read in it: the reset page, or the label. */
export interface PageStill {
  readonly image: GrayImage;
  /** Where the code is in it. */
  readonly code: Rect;
}

/** How far a page reaches beyond its code, in sides of the code. What is further away belongs to other windows. */
const REACH = { aside: 2.6, above: 0.8, below: 1.4 };

/**
 * A code so large has letters beside it that can be read, in pixels: smaller in what a program has drawn than in a photo or a
 * call, of which nothing is read below. Measured: see decision 0036.
 */
const LEAST_CODE_SIDE = { drawn: 120, seen: 250 };

/** Null where the code is so small in the picture that the letters beside it can not be read. */
export function pageStillOf(picture: Picture, corners: Corners): PageStill | null {
  const code = rectAround(corners, 0);
  const side = Math.max(code.width, code.height);
  const gray = side < LEAST_CODE_SIDE.drawn ? null : toGray(picture);
  if (gray === null) return null;
  const around = clipRect(
    {
      x: code.x - REACH.aside * side,
      y: code.y - REACH.above * side,
      width: code.width + 2 * REACH.aside * side,
      height: code.height + (REACH.above + REACH.below) * side,
    },
    gray,
  );
  if (side < LEAST_CODE_SIDE.seen && !isDrawn(gray, around)) return null;
  const place = { ...code, x: code.x - around.x, y: code.y - around.y };
  return { image: crop(gray, around), code: clipRect(place, around) };
}

/** A still as it is given to the text reader; a place in it divided by `scale` is a place in the still. */
export interface ReadablePage {
  readonly image: GrayImage;
  readonly scale: number;
}

/** Letters are about a twentieth of the code's side; the text reader wants them 30 pixels high. Measured: see decision 0036. */
const READABLE_CODE_SIDE = 620;
const MAX_SCALE = 4;

/** Dark letters on a light ground, large enough, without the code, in which a text reader would see letters. */
export function toReadable({ image, code }: PageStill): ReadablePage {
  const ground = groundOf(image);
  const clean = paintOver(ground < 128 ? invert(image) : image, code, Math.max(ground, 255 - ground));
  return scaleTo(clean, Math.min(MAX_SCALE, READABLE_CODE_SIDE / Math.max(code.width, code.height)));
}

/** The same for one line: larger, so that it is a second look and not the first one again. */
export function toReadableLine(page: ReadablePage, line: Rect): GrayImage {
  const margin = line.height * 0.4;
  const around = {
    x: line.x - margin,
    y: line.y - margin,
    width: line.width + 2 * margin,
    height: line.height + 2 * margin,
  };
  return enlarge(crop(page.image, around), SECOND_LOOK);
}

const SECOND_LOOK = 1.6;

function scaleTo(image: GrayImage, scale: number): ReadablePage {
  if (scale >= 1) return { image: enlarge(image, scale), scale };
  // The mean of four pixels keeps strokes that leaving pixels out would break.
  const half = scaleTo(halve(image), scale * 2);
  return { image: half.image, scale };
}

/** The commonest brightness is the ground's: letters take little room. */
function groundOf({ data }: GrayImage): number {
  const counts = new Uint32Array(16);
  for (const value of data) counts[value >> 4] = (counts[value >> 4] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts)) * 16 + 8;
}

function invert({ data, width, height }: GrayImage): GrayImage {
  return { data: data.map((value) => 255 - value), width, height };
}

/** With the quiet zone, which is of another brightness than a dark page. */
const CODE_MARGIN = 0.06;

function paintOver(image: GrayImage, code: Rect, value: number): GrayImage {
  const grow = CODE_MARGIN * Math.max(code.width, code.height);
  const rect = clipRect(
    { x: code.x - grow, y: code.y - grow, width: code.width + 2 * grow, height: code.height + 2 * grow },
    image,
  );
  const data = image.data.slice();
  for (let y = rect.y; y < rect.y + rect.height; y += 1) {
    const row = y * image.width + rect.x;
    data.fill(value, row, row + rect.width);
  }
  return { ...image, data };
}

/** As a "portable gray map", the plainest picture file there is. */
export function toPgm({ data, width, height }: GrayImage): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.from(`P5\n${width} ${height}\n255\n`, (letter) => letter.charCodeAt(0));
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
