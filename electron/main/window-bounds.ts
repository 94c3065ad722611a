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

/** Where the window opens: where it was, unless that display is gone or too little of it would show. */
export function openingBounds(
  remembered: WindowPlace | null,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  if (remembered === null) return { ...DEFAULT_SIZE };
  const width = Math.max(remembered.bounds.width, MIN_WIDTH);
  const height = Math.max(remembered.bounds.height, MIN_HEIGHT);
  const bounds = { ...remembered.bounds, width, height };
  return workAreas.some((area) => isReachable(bounds, area)) ? bounds : { width, height };
}

/** Its title bar can be grabbed in this area. */
function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopInside = bounds.y >= area.y && bounds.y <= area.y + area.height - VISIBLE_PIXELS;
  return visibleWidth >= VISIBLE_PIXELS && isTopInside;
}
