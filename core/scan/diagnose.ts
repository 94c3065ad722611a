import { type CodePlace, findCodePlace } from './code-place.ts';
import { isDrawn } from './drawn.ts';
import { type GrayImage, type Rect, toGray } from './gray.ts';
import { percentile } from './measure-region.ts';
import { movedPixels } from './moved-pixels.ts';
import type { CodeGlimpsed, Picture } from './types.ts';

/** The main thing that keeps a code from being read. `unclear`: a code is there, and none of the others stands out. */
export type MissReason =
  | 'tooSmall'
  | 'blurred'
  | 'cutOff'
  | 'glare'
  | 'tooDark'
  | 'moving'
  | 'unclear'
  | 'nothingThere';

/** Why nothing was read in a picture, for the agent. */
export interface Diagnosis {
  readonly reason: MissReason;
  /** Where the code seems to be, in pixels of the picture; null where none was seen. */
  readonly region: Rect | null;
  /** Good to about a quarter; null where it could not be told. */
  readonly pixelsPerModule: number | null;
  /** For `tooSmall`: how many times larger the code must be shown to be read with certainty, in tenths; else null. */
  readonly enlargeBy: number | null;
}

/** Pixels a module needs to be read with certainty. Source: domain note 1.1, capture rule. */
export const PIXELS_PER_MODULE_NEEDED = 3;

/** A picture (or a code's surroundings) without a lighter spot than this is dark for every reader. Brightness, 0..255. */
const DARK_LIGHT = 60;
/** Between the lightest and the darkest of a page with anything on it. Brightness steps. */
const PAGE_CONTRAST = 8;
/** A module that is blurred by more than this share of its side melts into its neighbours. */
const MAX_BLUR_MODULES = 0.5;
/** Blur below this would do no harm to a code of {@link PIXELS_PER_MODULE_NEEDED}; a perfectly sharp edge measures 0.8. Pixels. */
const HARMLESS_BLUR_PIXELS = 1.8;
/** Share of a code's inside that is white all over; less is repaired by error correction. */
const MIN_WASHED_OUT = 0.05;
const GLARING = 250;
/** No light makes finer modules readable, and a page's white beside them is no glare. Pixels. */
const FINEST_PIXELS = 1.3;
/** A line along the picture's edge that changes this much, as a share of the contrast, runs through a code and not beside it. */
const CUT_UNEVENNESS = 0.2;
/** A code that moves this many modules from one camera frame to the next is smeared while the shutter is open. */
const MIN_MOVED_MODULES = 0.8;

const NOTHING_THERE: Diagnosis = {
  reason: 'nothingThere',
  region: null,
  pixelsPerModule: null,
  enlargeBy: null,
};

/**
 * Names the main reason why no code was read in a picture: asked only when none was. `previous` is the camera frame before it,
 * of the same size, without which movement passes for blur. Never throws.
 */
export function diagnose(
  picture: Picture,
  glimpses: readonly CodeGlimpsed[],
  previous: Picture | null = null,
): Diagnosis {
  const image = toGray(picture);
  if (image === null) return NOTHING_THERE;
  const place = findCodePlace(image, glimpses);
  if (place === null) return isInTheDark(image) ? { ...NOTHING_THERE, reason: 'tooDark' } : NOTHING_THERE;
  const { rect: region, pixelsPerModule } = place;
  const reason = reasonOf(image, place, previous);
  const enlargeBy =
    reason === 'tooSmall' && pixelsPerModule !== null
      ? Math.ceil((10 * PIXELS_PER_MODULE_NEEDED) / pixelsPerModule) / 10
      : null;
  return { reason, region, pixelsPerModule, enlargeBy };
}

/** What a camera sees without light. A dark page that a program drew is as it should be, unless there is nothing on it. */
function isInTheDark(image: GrayImage): boolean {
  if (percentile(image.data, 0.98) >= DARK_LIGHT) return false;
  const isPage =
    isDrawn(image, { ...image, x: 0, y: 0 }) &&
    percentile(image.data, 0.999) - percentile(image.data, 0.001) >= PAGE_CONTRAST;
  return !isPage;
}

/** What hides a part of the code comes first: no other remedy helps while it lasts. */
function reasonOf(image: GrayImage, place: CodePlace, previous: Picture | null): MissReason {
  const { measures, rect } = place;
  if (measures.light < DARK_LIGHT) return 'tooDark';
  if (isCutOff(image, rect, measures.light - measures.dark)) return 'cutOff';
  if (place.pixelsPerModule !== null && place.pixelsPerModule < FINEST_PIXELS) return 'tooSmall';
  if (measures.light >= GLARING && measures.washedOut >= MIN_WASHED_OUT) return 'glare';
  const module = place.pixelsPerModule ?? PIXELS_PER_MODULE_NEEDED;
  const isSmall = module < PIXELS_PER_MODULE_NEEDED;
  const isBlurred =
    measures.blurPixels > MAX_BLUR_MODULES * module &&
    (!isSmall || measures.blurPixels > HARMLESS_BLUR_PIXELS);
  if (!isBlurred) return isSmall ? 'tooSmall' : 'unclear';
  const moved = previous === null ? 0 : movedPixels(image, previous, rect);
  return moved > MIN_MOVED_MODULES * module ? 'moving' : 'blurred';
}

/** Looks along each edge of the picture that the region touches. */
function isCutOff(image: GrayImage, rect: Rect, contrast: number): boolean {
  const { data, width, height } = image;
  const row = (y: number) => data.subarray(y * width + rect.x, y * width + rect.x + rect.width);
  const column = (x: number) =>
    Uint8Array.from({ length: rect.height }, (_, i) => data[(rect.y + i) * width + x] ?? 0);
  const edges = [
    ...(rect.y <= 0 ? [row(0)] : []),
    ...(rect.y + rect.height >= height ? [row(height - 1)] : []),
    ...(rect.x <= 0 ? [column(0)] : []),
    ...(rect.x + rect.width >= width ? [column(width - 1)] : []),
  ];
  return edges.some((edge) => deviation(edge) > CUT_UNEVENNESS * contrast);
}

function deviation(values: Uint8Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
