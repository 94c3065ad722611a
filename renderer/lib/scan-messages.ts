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

/** What the worker is given to look at; it turns every form into RGBA pixels itself, off the main thread. */
export type ScanInput =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'screen'; readonly screen: BgraScreen }
  | { readonly kind: 'file'; readonly file: Blob };

/** A JPEG of each code in the outcome that is a reset code; empty when none were asked for. */
export type CodeCrops = readonly (Uint8Array<ArrayBuffer> | null)[];

/** `live` for every camera frame, `thorough` for a few of them, `still` for pictures and screens. */
export type ScanEffort = 'live' | 'thorough' | 'still';

export interface ScanJob {
  readonly jobId: number;
  readonly input: ScanInput;
  readonly effort: ScanEffort;
  /** Pixels; a small picture of the input comes back when no code was read in it. Null for none. */
  readonly thumbnailWidth: number | null;
  /** A small picture of each reset code comes back. */
  readonly wantsCrops: boolean;
}

export type ScanResult =
  | {
      readonly kind: 'scanned';
      readonly outcome: ScanOutcome;
      /** Pixels of the picture that was scanned. */
      readonly width: number;
      readonly height: number;
      readonly thumbnail: ImageBitmap | null;
      /** Why nothing was read; null when something was, and for most camera frames. */
      readonly diagnosis: Diagnosis | null;
      readonly crops: CodeCrops;
    }
  /** The file is damaged or no picture at all. */
  | { readonly kind: 'broken' };

export interface ScanAnswer {
  readonly jobId: number;
  readonly result: ScanResult;
}
