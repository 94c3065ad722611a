import * as z from 'zod';

export const MIN_WIDTH = 1024;
export const MIN_HEIGHT = 640;
const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
/** So much of a window must be on a display that it can be seen and moved. */
const VISIBLE_PIXELS = 100;

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Rectangle = z.infer<typeof rectangleSchema>;

export const windowPlaceSchema = z.object({ bounds: rectangleSchema, isMaximized: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

type Size = Pick<Rectangle, 'width' | 'height'>;

/**
 * Where the window opens: where it was, unless that display is gone or too little of it would show, and never larger than
 * the displays are together. One that is remembered as larger than that gets the display where it was to itself.
 *
 * @param workAreas the main display's first
 */
export function openingBounds(
  remembered: WindowPlace | null,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & Size {
  const [main] = workAreas;
  if (main === undefined) return { ...DEFAULT_SIZE };
  if (remembered === null) return fitted(DEFAULT_SIZE, main);
  const width = Math.max(remembered.bounds.width, MIN_WIDTH);
  const height = Math.max(remembered.bounds.height, MIN_HEIGHT);
  const bounds = { ...remembered.bounds, width, height };
  const home = workAreas.find((area) => isReachable(bounds, area));
  if (home === undefined) return fitted(bounds, main);
  const isPossible = width <= spanOf(workAreas, 'x', 'width') && height <= spanOf(workAreas, 'y', 'height');
  return isPossible ? bounds : { ...home };
}

/** A window's size on a display: as wanted, or what there is of it. */
export function fitted(wanted: Size, area: Size): Size {
  return { width: Math.min(wanted.width, area.width), height: Math.min(wanted.height, area.height) };
}

/** From the first display's edge to the last one's: a window can lie across several. */
function spanOf(areas: readonly Rectangle[], start: 'x' | 'y', size: 'width' | 'height'): number {
  const from = Math.min(...areas.map((area) => area[start]));
  return Math.max(...areas.map((area) => area[start] + area[size])) - from;
}

/** Its title bar can be grabbed in this area. */
function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopInside = bounds.y >= area.y && bounds.y <= area.y + area.height - VISIBLE_PIXELS;
  return visibleWidth >= VISIBLE_PIXELS && isTopInside;
}
