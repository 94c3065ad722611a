import type { CodeGlimpsed } from '../../../core/scan/types.ts';
import type { PictureOutcome } from '../../lib/scan-client.ts';
import { type Found, toFound } from './found.ts';

/** A picture as it is shown to the agent when no code was read in it. */
export interface Shot {
  /** File name or screen name; null for a picture without one. */
  readonly name: string | null;
  readonly thumbnail: ImageBitmap | null;
  /** Pixels of the picture itself; corners of the glimpse refer to them. */
  readonly width: number;
  readonly height: number;
  readonly glimpse: CodeGlimpsed | null;
}

export interface ScannedPicture {
  readonly name: string | null;
  readonly outcome: PictureOutcome;
}

export type Judgement =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'brokenPicture'; readonly names: readonly (string | null)[] }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'nothingFound'; readonly shots: readonly Shot[] };

/** What a batch of pictures amounts to: any code counts, then a picture that could not be opened, then emptiness. */
export function judgePictures(pictures: readonly ScannedPicture[]): Judgement {
  const found = toFound(pictures.flatMap((picture) => picture.outcome.codes));
  if (found.length > 0) return { kind: 'found', found };
  const broken = pictures.filter((picture) => picture.outcome.problem === 'brokenPicture');
  if (broken.length > 0) return { kind: 'brokenPicture', names: broken.map((picture) => picture.name) };
  if (pictures.some((picture) => picture.outcome.problem === 'gaveUp')) return { kind: 'gaveUp' };
  return { kind: 'nothingFound', shots: pictures.map(toShot) };
}

function toShot({ name, outcome }: ScannedPicture): Shot {
  const { thumbnail, width, height, glimpses } = outcome;
  return { name, thumbnail, width, height, glimpse: bestGlimpse(glimpses) };
}

/** The largest in dots is the one worth talking about; one of unknown size still is a code. */
export function bestGlimpse(glimpses: readonly CodeGlimpsed[]): CodeGlimpsed | null {
  const largestFirst = glimpses.toSorted(
    (left, right) => (right.pixelsPerModule ?? 0) - (left.pixelsPerModule ?? 0),
  );
  return largestFirst[0] ?? null;
}

/** Pixels a dot needs to be read with certainty. Source: domain note 1.1, capture rule. */
export const PIXELS_PER_DOT_NEEDED = 3;

/** Why a code that is there could not be read. */
export function hintOf(glimpse: CodeGlimpsed): 'tooSmall' | 'unclear' {
  const pixels = glimpse.pixelsPerModule;
  return pixels !== null && pixels < PIXELS_PER_DOT_NEEDED ? 'tooSmall' : 'unclear';
}
