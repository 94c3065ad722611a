import { findFinderPeaks } from './finder-peaks.ts';
import { clipRect, crop, type GrayImage, overlap, type Rect, rectAround } from './gray.ts';
import { locateTexture } from './locate.ts';
import { magnify } from './magnify.ts';
import { measureRegion, type RegionMeasures } from './measure-region.ts';
import type { CodeGlimpsed } from './types.ts';

/** Where a code seems to be that was not read, and what it looks like there. */
export interface CodePlace {
  /** Whole pixels of the picture. */
  readonly rect: Rect;
  readonly measures: RegionMeasures;
  readonly pixelsPerModule: number | null;
}

/** Regions looked at in each size of the picture. */
const MAX_REGIONS = 3;
/** The picture itself, its half and its quarter: blur that hides the modules at full size leaves texture in a small picture. */
const HALVINGS = 2;
/** A glimpse is the code in a region when neither is this many times larger than the other. */
const MAX_AREA_RATIO = 1.8;
/** A symbol smaller than this share of the textured region around it was made up by the decoder. */
const SAME_PLACE = 0.7;

/** Part of the picture's shorter side that is mirrored at each edge; holds half of a code that fills two thirds of it. */
const RIM_SHARE = 0.33;
/** Less of a code can not be told from text. */
const MIN_STRIP_PIXELS = 40;

/** Light and dark that differ by less are noise. Brightness steps. */
const MIN_CONTRAST = 20;
/** See {@link RegionMeasures}: above these it is text, a table, or a window frame. */
const MAX_UNEVENNESS = 0.125;
/** So few pixels hold a code whose modules are finer than they are that its rows differ more by chance; text is not as busy. */
const MAX_UNEVENNESS_FINE = 0.2;
const MAX_LOPSIDEDNESS = 1.35;
/** Movement blurs one axis only, which then changes less often. */
const MAX_LOPSIDEDNESS_BLURRED = 4;
const BLURRED_PIXELS = 1.8;

/** Modules of the payload's usual length at level L to H: 65 to 97; the middle is off by a fifth at most. Source: domain note 1.1. */
const USUAL_MODULES = 81;
const LEAST_USUAL_MODULES = 57;
/** Larger modules can be counted, where they are sharp. Pixels. */
const COUNTABLE_PIXELS = 4;
/** The inner part of a region, where there is nothing but modules. */
const INNER_EDGE = 0.25;
/** A step of this share of the contrast is one, and where more than this share of the neighbours have one, modules are finer than pixels. */
const STEP_SHARE = 0.14;
const FINE_SHARE = 0.45;
/** The locator's cells, and how many of them its regions are wider than the texture on each side. */
const LOCATOR_CELLS = 240;
const LOCATOR_MARGIN_CELLS = 3;

/** A sharp code of fewer and larger modules would have been seen by the decoder; this is large print. */
const LEAST_SHARP_MODULES = 33;

/** Smaller finder patterns may be lost in the pixels. */
const MIN_FINDER_MODULE_PIXELS = 1.4;
/** A finder pattern that a camera saw sharply is more like one than this; a place that chance made is not. */
const LEAST_FINDER_LIKENESS = 0.7;
/** The size of modules that finder patterns are searched at. */
const FINDER_MODULE_PIXELS = 4;

/** The most code-like place in a picture where nothing was read; null where nothing looks like a code. */
export function findCodePlace(image: GrayImage, glimpses: readonly CodeGlimpsed[]): CodePlace | null {
  const glimpse = largest(glimpses);
  let scaled = image;
  for (let scale = 1; scale <= 2 ** HALVINGS; scale *= 2) {
    for (const small of locateTexture(scaled, MAX_REGIONS)) {
      const place = toPlace(image, clipRect(times(small, scale), image), glimpse);
      if (place !== null) return place;
    }
    scaled = halve(scaled);
  }
  return findAtEdge(image) ?? (glimpse === null ? null : glimpsedPlace(image, glimpse));
}

/** A strip of a code along the picture's edge is too long for the locator; with its mirror image it is a square again. */
function findAtEdge(image: GrayImage): CodePlace | null {
  const rim = Math.round(Math.min(image.width, image.height) * RIM_SHARE);
  for (const found of locateTexture(mirrorRim(image, rim), MAX_REGIONS)) {
    const rect = clipRect({ ...found, x: found.x - rim, y: found.y - rim }, image);
    const place = Math.min(rect.width, rect.height) < MIN_STRIP_PIXELS ? null : toPlace(image, rect, null);
    if (place !== null) return place;
  }
  return null;
}

function toPlace(image: GrayImage, rect: Rect, glimpse: CodeGlimpsed | null): CodePlace | null {
  const measures = measureRegion(crop(image, rect));
  if (glimpse !== null && isSame(rect, rectAround(glimpse.corners, 0)))
    return { rect, measures, pixelsPerModule: glimpse.pixelsPerModule ?? moduleOf(rect, measures, image) };
  if (!isCodeLike(measures, isFinerThanPixels(crop(image, rect), measures))) return null;
  const pixelsPerModule = moduleOf(rect, measures, image);
  if (pixelsPerModule !== null && isSharp(measures, pixelsPerModule)) {
    const modules = Math.max(rect.width, rect.height) / pixelsPerModule;
    if (modules < LEAST_SHARP_MODULES || !hasFinder(image, rect, pixelsPerModule)) return null;
  }
  return { rect, measures, pixelsPerModule };
}

function glimpsedPlace(image: GrayImage, { corners, pixelsPerModule }: CodeGlimpsed): CodePlace {
  const rect = clipRect(rectAround(corners, 0.03), image);
  return { rect, measures: measureRegion(crop(image, rect)), pixelsPerModule };
}

function isCodeLike(measures: RegionMeasures, isFine: boolean): boolean {
  const { dark, light, unevenness, lopsidedness, pixelsPerModule, blurPixels } = measures;
  const maxLopsidedness = blurPixels > BLURRED_PIXELS ? MAX_LOPSIDEDNESS_BLURRED : MAX_LOPSIDEDNESS;
  return (
    light - dark >= MIN_CONTRAST &&
    unevenness <= (isFine ? MAX_UNEVENNESS_FINE : MAX_UNEVENNESS) &&
    lopsidedness <= maxLopsidedness &&
    pixelsPerModule !== null
  );
}

/**
 * Counted from the changes, where they can be seen: blur and coarse pixels swallow changes, and then the usual number of modules
 * is the better measure.
 */
function moduleOf(rect: Rect, measures: RegionMeasures, image: GrayImage): number | null {
  const counted = measures.pixelsPerModule;
  if (counted === null) return null;
  const part = crop(image, rect);
  if (isFinerThanPixels(part, measures)) return texturedSide(part, measures) / USUAL_MODULES;
  const cell = Math.max(image.width, image.height) / LOCATOR_CELLS;
  const side =
    Math.max(rect.width, rect.height) - 2 * LOCATOR_MARGIN_CELLS * Math.max(COUNTABLE_PIXELS, cell);
  const isCountable = counted >= COUNTABLE_PIXELS && measures.blurPixels < BLURRED_PIXELS;
  return isCountable || side / counted >= LEAST_USUAL_MODULES ? counted : Math.max(1, side) / USUAL_MODULES;
}

/** Nearly every pixel differs from the next: where modules are larger than pixels, most have a like one beside them. */
function isFinerThanPixels({ data, width, height }: GrayImage, { dark, light }: RegionMeasures): boolean {
  const [left, top] = [Math.round(INNER_EDGE * width), Math.round(INNER_EDGE * height)];
  let [steps, pairs] = [0, 0];
  for (let y = top; y < height - top; y++) {
    for (let x = left; x < width - left; x++, pairs++) {
      const at = y * width + x;
      if (Math.abs((data[at + 1] ?? 0) - (data[at] ?? 0)) > STEP_SHARE * (light - dark)) steps++;
    }
  }
  return steps > FINE_SHARE * pairs;
}

/** Side of the square that holds all steps in brightness, without the quiet zone and the page around it. Pixels, at least 1. */
function texturedSide({ data, width, height }: GrayImage, { dark, light }: RegionMeasures): number {
  const [columns, rows] = [new Float32Array(width), new Float32Array(height)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const at = y * width + x;
      if (Math.abs((data[at + 1] ?? 0) - (data[at] ?? 0)) <= STEP_SHARE * (light - dark)) continue;
      columns[x] = (columns[x] ?? 0) + 1;
      rows[y] = (rows[y] ?? 0) + 1;
    }
  }
  return Math.max(1, (reach(columns) + reach(rows)) / 2);
}

/** From the first to the last value that is a quarter of the highest, counting both. */
function reach(values: Float32Array): number {
  const least = Math.max(...values) / 4;
  const first = values.findIndex((value) => value >= least);
  return values.findLastIndex((value) => value >= least) - first + 1;
}

function isSharp({ blurPixels }: RegionMeasures, pixelsPerModule: number): boolean {
  return pixelsPerModule >= MIN_FINDER_MODULE_PIXELS && blurPixels < pixelsPerModule / 2;
}

function hasFinder(image: GrayImage, rect: Rect, pixelsPerModule: number): boolean {
  const factor = FINDER_MODULE_PIXELS / pixelsPerModule;
  const [likeliest] = findFinderPeaks(magnify(image, rect, { factor, sharpen: 0 }).image);
  return likeliest !== undefined && likeliest.likeness >= LEAST_FINDER_LIKENESS;
}

function largest(glimpses: readonly CodeGlimpsed[]): CodeGlimpsed | null {
  const areaOf = ({ corners }: CodeGlimpsed) => area(rectAround(corners, 0));
  return glimpses.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
}

function isSame(a: Rect, b: Rect): boolean {
  const ratio = area(a) / Math.max(1, area(b));
  return overlap(a, b) > SAME_PLACE && ratio < MAX_AREA_RATIO && ratio > 1 / MAX_AREA_RATIO;
}

function area(rect: Rect): number {
  return rect.width * rect.height;
}

function times({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** The picture with a rim on all four sides that mirrors what is inside. `rim` is smaller than both sides. */
function mirrorRim({ data, width, height }: GrayImage, rim: number): GrayImage {
  const wide = { width: width + 2 * rim, height: height + 2 * rim };
  const out = new Uint8Array(wide.width * wide.height);
  for (let y = 0, at = 0; y < wide.height; y++) {
    const row = mirrored(y - rim, height) * width;
    for (let x = 0; x < wide.width; x++, at++) out[at] = data[row + mirrored(x - rim, width)] ?? 0;
  }
  return { data: out, ...wide };
}

function mirrored(index: number, length: number): number {
  if (index < 0) return -index - 1;
  return index < length ? index : 2 * length - 1 - index;
}

/** Means of two by two pixels. */
function halve({ data, width, height }: GrayImage): GrayImage {
  const half = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
  const out = new Uint8Array(half.width * half.height);
  for (let y = 0, at = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++, at++) {
      const from = 2 * y * width + 2 * x;
      const sum =
        (data[from] ?? 0) + (data[from + 1] ?? 0) + (data[from + width] ?? 0) + (data[from + width + 1] ?? 0);
      out[at] = sum >> 2;
    }
  }
  return { data: out, ...half };
}
