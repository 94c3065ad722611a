import type { Diagnosis } from '../../../core/scan/diagnose.ts';
import type { CodeGlimpsed, Corners } from '../../../core/scan/types.ts';
import type { PictureOutcome } from '../../reader/scan-client.ts';
import { type Found, toFound } from './found.ts';

/** A picture as it is shown to the agent when no code was read in it. */
export interface Shot {
  /** File name or screen name; null for a picture without one. */
  readonly name: string | null;
  readonly thumbnail: ImageBitmap | null;
  /** Pixels of the picture itself; the outline refers to them. */
  readonly width: number;
  readonly height: number;
  /** Around the code that was seen but not read. */
  readonly outline: Corners | null;
  readonly diagnosis: Diagnosis | null;
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
  const found = toFound(
    pictures.flatMap(({ outcome }) => outcome.codes),
    pictures.flatMap(({ outcome }) => outcome.codes.map((_, index) => outcome.crops[index] ?? null)),
    pictures.flatMap(({ outcome }) => outcome.codes.map(() => outcome.page)),
  );
  if (found.length > 0) return { kind: 'found', found };
  const broken = pictures.filter((picture) => picture.outcome.problem === 'brokenPicture');
  if (broken.length > 0) return { kind: 'brokenPicture', names: broken.map((picture) => picture.name) };
  if (pictures.some((picture) => picture.outcome.problem === 'gaveUp')) return { kind: 'gaveUp' };
  return { kind: 'nothingFound', shots: pictures.map(toShot) };
}

function toShot({ name, outcome }: ScannedPicture): Shot {
  const { thumbnail, width, height, glimpses, diagnosis } = outcome;
  const outline = bestGlimpse(glimpses)?.corners ?? cornersOf(diagnosis?.region ?? null);
  return { name, thumbnail, width, height, outline, diagnosis };
}

/** The largest in dots is the one worth talking about; one of unknown size still is a code. */
export function bestGlimpse(glimpses: readonly CodeGlimpsed[]): CodeGlimpsed | null {
  const largestFirst = glimpses.toSorted(
    (left, right) => (right.pixelsPerModule ?? 0) - (left.pixelsPerModule ?? 0),
  );
  return largestFirst[0] ?? null;
}

function cornersOf(region: Diagnosis['region']): Corners | null {
  if (region === null) return null;
  const { x, y, width, height } = region;
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** A picture in which a code was seen, with what kept it from being read. */
export interface ExplainedShot {
  readonly name: string | null;
  readonly diagnosis: Diagnosis & { readonly reason: Exclude<Diagnosis['reason'], 'nothingThere'> };
}

/**
 * The picture worth talking about: one with a code in it before one that is dark all over, which a screen may rightly be.
 * Null when none of them seems to hold a code.
 */
export function shotToExplain(shots: readonly Shot[], isOfScreens: boolean): ExplainedShot | null {
  const explained = shots.flatMap(({ name, diagnosis }) => {
    if (diagnosis === null) return [];
    const { reason, ...rest } = diagnosis;
    return reason === 'nothingThere' ? [] : [{ name, diagnosis: { ...rest, reason } }];
  });
  const withPlace = explained.find(({ diagnosis }) => diagnosis.region !== null);
  return withPlace ?? (isOfScreens ? null : (explained[0] ?? null));
}
