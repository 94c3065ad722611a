import type { Corners } from '../../../core/scan/types.ts';

/** A code's outline as the `points` of an SVG polygon. */
export function toSvgPoints(corners: Corners): string {
  return corners.map(({ x, y }) => `${x},${y}`).join(' ');
}
