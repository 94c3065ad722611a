import type { Area } from '../../../core/contract/shell-records.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Device-independent pixels; less than this is a slip of the mouse, and no code fits into it. */
export const MIN_SIDE = 24;

/** Where marking begins: in the middle, a code's shape, large enough to be seen at once. */
export function centredArea(view: Size): Area {
  const side = Math.max(MIN_SIDE, Math.round(Math.min(view.width, view.height) / 2));
  return areaAround({ x: view.width / 2, y: view.height / 2 }, { width: side, height: side }, view);
}

/** An area of this size with `point` in its middle, pushed back into the view where it would leave it. */
export function areaAround(point: Point, size: Size, view: Size): Area {
  const width = Math.min(size.width, view.width);
  const height = Math.min(size.height, view.height);
  return {
    x: between(0, Math.round(point.x - width / 2), view.width - width),
    y: between(0, Math.round(point.y - height / 2), view.height - height),
    width,
    height,
  };
}

export function movedArea(area: Area, by: Point, view: Size): Area {
  return {
    ...area,
    x: between(0, area.x + by.x, view.width - area.width),
    y: between(0, area.y + by.y, view.height - area.height),
  };
}

/** Moves the lower right corner; the upper left one stays. */
export function resizedArea(area: Area, by: Point, view: Size): Area {
  return {
    ...area,
    width: between(MIN_SIDE, area.width + by.x, view.width - area.x),
    height: between(MIN_SIDE, area.height + by.y, view.height - area.y),
  };
}

/** The area between two corners, in any direction. Null while it is too small to be meant. */
export function draggedArea(from: Point, to: Point, view: Size): Area | null {
  const left = between(0, Math.round(Math.min(from.x, to.x)), view.width);
  const top = between(0, Math.round(Math.min(from.y, to.y)), view.height);
  const right = between(0, Math.round(Math.max(from.x, to.x)), view.width);
  const bottom = between(0, Math.round(Math.max(from.y, to.y)), view.height);
  const isMeant = right - left >= MIN_SIDE && bottom - top >= MIN_SIDE;
  return isMeant ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/**
 * The same area in the picture's own pixels. The view shows the whole picture, so their sizes give the display's scaling,
 * also a fractional one. Rounded outwards: half a pixel too much costs nothing, half a module of a code its reading.
 */
export function toPicturePixels(area: Area, view: Size, picture: Size): Area {
  const acrossX = picture.width / view.width;
  const acrossY = picture.height / view.height;
  const x = between(0, Math.floor(area.x * acrossX), picture.width - 1);
  const y = between(0, Math.floor(area.y * acrossY), picture.height - 1);
  return {
    x,
    y,
    width: between(1, Math.ceil((area.x + area.width) * acrossX) - x, picture.width - x),
    height: between(1, Math.ceil((area.y + area.height) * acrossY) - y, picture.height - y),
  };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
