import type { PageStill } from '../../core/reset-page/page-still.ts';
import type { Diagnosis } from '../../core/scan/diagnose.ts';
import type { Picture, ScanOutcome } from '../../core/scan/types.ts';

/** A screen as the shell captured it: four bytes a pixel, blue-green-red-alpha. */
export interface BgraScreen {
  readonly bgra: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture that the browser holds for us. A video frame costs nothing to take; a bitmap of it is a copy. */
export type Frame = ImageBitmap | VideoFrame;

/** A picture for the worker, which turns every form into RGBA pixels itself, off the main thread. */
export type PictureInput =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'screen'; readonly screen: BgraScreen }
  | { readonly kind: 'file'; readonly file: Blob };

/**
 * What the worker is given to look at. Together: the pictures of one action, which are read until one of them gives a reset code.
 * Burst: neighbouring frames of a film, which are read as one.
 */
export type ScanInput =
  | PictureInput
  | { readonly kind: 'burst'; readonly frames: readonly PictureInput[] }
  | { readonly kind: 'together'; readonly pictures: readonly PictureInput[] };

/** A JPEG of each code in the outcome that is a reset code; empty when none were asked for. */
export type CodeCrops = readonly (Uint8Array<ArrayBuffer> | null)[];

/**
 * `live` for every camera frame, `thorough` for a few of them, `still` for pictures and screens, `glance` for the many frames of a file,
 * which are looked at as thoroughly as a camera's but have no neighbours.
 */
export type ScanEffort = 'live' | 'thorough' | 'still' | 'glance';

export interface ScanJob {
  readonly jobId: number;
  readonly input: ScanInput;
  readonly effort: ScanEffort;
  /** Pixels; when no code was read, a small picture of the input comes back, for a still with the reason. Null: no one asks. */
  readonly thumbnailWidth: number | null;
  /** A small picture of each reset code comes back. */
  readonly wantsCrops: boolean;
}

export type PictureResult =
  | {
      readonly kind: 'scanned';
      readonly outcome: ScanOutcome;
      /** Pixels of the picture that was scanned. */
      readonly width: number;
      readonly height: number;
      readonly thumbnail: ImageBitmap | null;
      /** Why nothing was read; null when something was in this or another picture of the action, and for most camera frames. */
      readonly diagnosis: Diagnosis | null;
      readonly crops: CodeCrops;
      /** What stands around the first reset code of a still, to read the words beside it; null where that does not help. */
      readonly page: PageStill | null;
    }
  /** The file is damaged or no picture at all. */
  | { readonly kind: 'broken' };

export type ScanResult =
  | PictureResult
  /** One for each picture, in their order. */
  | { readonly kind: 'scannedTogether'; readonly results: readonly PictureResult[] };

export interface ScanAnswer {
  readonly jobId: number;
  readonly result: ScanResult;
}
