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

/** What a video call sends. */
export interface VideoSettings {
  /** Of the stream, in pixels; even both ways. */
  readonly width: number;
  readonly height: number;
  /** Constant rate factor of H.264, 0..51: higher is coarser. */
  readonly rateFactor: number;
}

/**
 * Sends frames of one size as one H.264 stream and answers the last one as the other end sees it, in the stream's size; given by the
 * caller, because core has no codec. Rejects when the frames could not be sent.
 */
export type VideoRoundTrip = (
  frames: readonly [Picture, ...Picture[]],
  settings: VideoSettings,
) => Promise<Picture>;
