import type { Picture } from '../scan/types.ts';

/** How hard a test picture is: 1 easy, 6 at the edge of what its pixels hold. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6;
export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5, 6];

/** One value for each level. */
export type ByLevel = readonly [number, number, number, number, number, number];

export function valueAt(values: ByLevel, level: Level): number {
  return values[level - 1] ?? values[0];
}

/** Writes a picture as JPEG (quality 1..100) and reads it back; given by the caller, because core has no codec. */
export type JpegRoundTrip = (picture: Picture, quality: number) => Promise<Picture>;
