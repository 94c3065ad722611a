import { boxBlur } from './filter.ts';
import type { GrayImage } from './gray.ts';

/** What a part of a picture looks like, in numbers. */
export interface RegionMeasures {
  /** Brightness that 3 % and 97 % of the pixels stay below, 0..255. */
  readonly dark: number;
  readonly light: number;
  /** Standard deviation of the blur, in pixels, along the blurrier axis; a perfectly sharp edge measures about 0.8. */
  readonly blurPixels: number;
  /** From how often light and dark change along a line: random modules change every second time. Null when they hardly do. */
  readonly pixelsPerModule: number | null;
  /** How much rows (or columns) differ in brightness: below 0.1 for a code, twice that and more for lines of text. */
  readonly unevenness: number;
  /** Changes along rows against changes along columns, the larger over the smaller. */
  readonly lopsidedness: number;
  /** Share of the inside that is bright without any module in it. */
  readonly washedOut: number;
}

/** The share of edges that counts as the sharpest. */
const SHARPEST_SHARE = 0.02;
/** A change counts when it goes this share of the contrast beyond the brightness around, so that noise does not. */
const CHANGE_SHARE = 0.12;
/** Fewer changes than one in this many pixels are no modules. */
const MAX_MODULE_PIXELS = 80;
/** The inner part that is looked at for rows: finder patterns and the tilted rim stay outside. */
const INNER_SHARE = 0.6;
/** A cell of a sixteenth of a code holds about twenty modules: one that is all light is no accident. */
const CELLS = 16;
const RIM_CELLS = 2;
/** A washed-out cell is this bright and this share of the contrast above dark, even where it is darkest. */
const WASHED_OUT_BRIGHTNESS = 200;
const WASHED_OUT_SHARE = 0.6;

export function measureRegion(image: GrayImage): RegionMeasures {
  const dark = percentile(image.data, 0.03);
  const light = percentile(image.data, 0.97);
  const contrast = Math.max(1, light - dark);
  const turned = transpose(image);
  const across = changesPerPixel(image, contrast);
  const down = changesPerPixel(turned, contrast);
  const changes = (across + down) / 2;
  return {
    dark,
    light,
    blurPixels: Math.max(blurAlongRows(image, contrast), blurAlongRows(turned, contrast)),
    pixelsPerModule: changes < 0.5 / MAX_MODULE_PIXELS ? null : 0.5 / changes,
    unevenness: Math.max(rowUnevenness(image), rowUnevenness(turned)) / contrast,
    lopsidedness: Math.max(across, down) / Math.max(1e-6, Math.min(across, down)),
    washedOut: washedOutShare(image, dark, contrast),
  };
}

/** Brightness below which a share of the pixels lies. */
export function percentile(data: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    if (below > share * (data.length - 1)) return value;
  }
  return 255;
}

/**
 * An edge of contrast C, blurred by a Gaussian of deviation s, is steepest with C / (s * sqrt(2 pi)). Three rows are averaged,
 * so that noise does not pass for an edge.
 */
function blurAlongRows({ data, width, height }: GrayImage, contrast: number): number {
  const steps = new Uint8Array(Math.max(1, Math.max(0, width - 2) * Math.max(0, height - 2)));
  let at = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let step = 0;
      for (let row = y - 1; row <= y + 1; row++) {
        step += (data[row * width + x + 1] ?? 0) - (data[row * width + x - 1] ?? 0);
      }
      steps[at++] = Math.min(255, Math.abs(step) / 3);
    }
  }
  const steepest = percentile(steps, 1 - SHARPEST_SHARE);
  return contrast / (Math.max(1, steepest) / 2) / Math.sqrt(2 * Math.PI);
}

/** How often a line crosses the brightness around it, per pixel. */
function changesPerPixel(image: GrayImage, contrast: number): number {
  const { data, width, height } = image;
  const around = boxBlur(image, Math.max(4, Math.round(Math.min(width, height) / 10))).data;
  const margin = CHANGE_SHARE * contrast;
  let changes = 0;
  for (let y = 0; y < height; y++) {
    let isLight: boolean | null = null;
    for (let at = y * width; at < (y + 1) * width; at++) {
      const over = (data[at] ?? 0) - (around[at] ?? 0);
      if (Math.abs(over) < margin || over > 0 === isLight) continue;
      if (isLight !== null) changes++;
      isLight = over > 0;
    }
  }
  return changes / (width * height);
}

/** Standard deviation of the brightness of the inner rows, without the slow change of the light from top to bottom. */
function rowUnevenness({ data, width, height }: GrayImage): number {
  const left = Math.floor((width * (1 - INNER_SHARE)) / 2);
  const top = Math.floor((height * (1 - INNER_SHARE)) / 2);
  const means: number[] = [];
  for (let y = top; y < height - top; y++) {
    let sum = 0;
    for (let x = left; x < width - left; x++) sum += data[y * width + x] ?? 0;
    means.push(sum / Math.max(1, width - 2 * left));
  }
  const reach = Math.max(2, Math.round(means.length / 4));
  const differences = means.map(
    (mean, y) => mean - average(means.slice(Math.max(0, y - reach), y + reach + 1)),
  );
  return Math.sqrt(average(differences.map((difference) => difference ** 2)));
}

function washedOutShare({ data, width, height }: GrayImage, dark: number, contrast: number): number {
  const least = Math.max(WASHED_OUT_BRIGHTNESS, dark + WASHED_OUT_SHARE * contrast);
  let washedOut = 0;
  for (let row = RIM_CELLS; row < CELLS - RIM_CELLS; row++) {
    for (let column = RIM_CELLS; column < CELLS - RIM_CELLS; column++) {
      if (isBrightAllOver(column, row)) washedOut++;
    }
  }
  return washedOut / (CELLS - 2 * RIM_CELLS) ** 2;

  function isBrightAllOver(column: number, row: number): boolean {
    const right = Math.floor(((column + 1) * width) / CELLS);
    const bottom = Math.floor(((row + 1) * height) / CELLS);
    for (let y = Math.floor((row * height) / CELLS); y < bottom; y++) {
      for (let x = Math.floor((column * width) / CELLS); x < right; x++) {
        if ((data[y * width + x] ?? 0) < least) return false;
      }
    }
    return true;
  }
}

function transpose({ data, width, height }: GrayImage): GrayImage {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] ?? 0;
  }
  return { data: out, width: height, height: width };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
