import type { Corners, Picture, Point } from './types.ts';

/** One byte of brightness per pixel, row by row. Every step of the ladder works on this. */
export interface GrayImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Near the inverse of the curve by which displays darken. */
const BRIGHTENING = 0.45;
const BRIGHTER = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round(255 * (value / 255) ** BRIGHTENING),
);

/** In whole pixels; always inside the picture it was made for. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Brightness as the mean of the three colours. Not as an eye weighs them: a photographed screen shows its red, green and blue stripes
 * as coloured moire, which only the plain mean cancels.
 * Answers null when there is nothing to look at: a size that is not a positive whole number, or fewer bytes than the size says.
 */
export function toGray(picture: Picture): GrayImage | null {
  const { data, width, height } = picture;
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 1 || height < 1) return null;
  const pixels = width * height;
  if (data.length < pixels * 4) return null;
  const gray = new Uint8Array(pixels);
  for (let i = 0, at = 0; i < pixels; i++, at += 4) {
    // In 1/1024, because a whole division for every pixel is slow.
    gray[i] = (((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) * 341 + 512) >> 10;
  }
  return { data: gray, width, height };
}

/**
 * Brightness as an eye weighs the colours, for codes whose two colours have one plain mean, as green on red. Same size as what
 * {@link toGray} answers.
 */
export function toLuma({ data, width, height }: Picture): GrayImage {
  const gray = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < gray.length; i++, at += 4) {
    gray[i] = ((data[at] ?? 0) * 306 + (data[at + 1] ?? 0) * 601 + (data[at + 2] ?? 0) * 117 + 512) >> 10;
  }
  return { data: gray, width, height };
}

/** What is dim made light, without losing what is light: a root of the brightness. */
export function brighten({ data, width, height }: GrayImage): GrayImage {
  return { data: data.map((value) => BRIGHTER[value] ?? 0), width, height };
}

/** Copies a rectangle out of an image; the rectangle is clipped to the image. */
export function crop(image: GrayImage, rect: Rect): GrayImage {
  const { x, y, width, height } = clipRect(rect, image);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * image.width + x;
    data.set(image.data.subarray(from, from + width), row * width);
  }
  return { data, width, height };
}

/** The part of a rectangle that lies inside the image; at least one pixel. */
export function clipRect(rect: Rect, image: { readonly width: number; readonly height: number }): Rect {
  const x = Math.min(Math.max(Math.floor(rect.x), 0), image.width - 1);
  const y = Math.min(Math.max(Math.floor(rect.y), 0), image.height - 1);
  const right = Math.min(Math.max(Math.ceil(rect.x + rect.width), x + 1), image.width);
  const bottom = Math.min(Math.max(Math.ceil(rect.y + rect.height), y + 1), image.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** The upright rectangle around four corners, grown by `margin` (0.1 = a tenth of its side) on each side. */
export function rectAround(corners: Corners, margin: number): Rect {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const width = Math.max(...xs) - left;
  const height = Math.max(...ys) - top;
  const grow = margin * Math.max(width, height);
  return { x: left - grow, y: top - grow, width: width + 2 * grow, height: height + 2 * grow };
}

/** How much of the smaller rectangle the two have in common, 0..1. */
export function overlap(a: Rect, b: Rect): number {
  return commonArea(a, b) / Math.max(1, Math.min(a.width * a.height, b.width * b.height));
}

/** How much of `whole` lies inside `part`, 0..1. */
export function shareOf(whole: Rect, part: Rect): number {
  return commonArea(whole, part) / Math.max(1, whole.width * whole.height);
}

function commonArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width <= 0 || height <= 0 ? 0 : width * height;
}

/** Turns corners in a scaled crop back into corners in the picture. */
export function mapCorners(corners: Corners, map: (point: Point) => Point): Corners {
  return [map(corners[0]), map(corners[1]), map(corners[2]), map(corners[3])];
}
