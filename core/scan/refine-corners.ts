import type { KnownModules } from './function-patterns.ts';
import type { GrayImage } from './gray.ts';
import { type Homography, homographyOfSquare } from './homography.ts';
import type { Corners, Point } from './types.ts';

/** A symbol laid over the picture, and how well its fixed modules agree with the pixels. */
export interface Fit {
  readonly corners: Corners;
  readonly view: Homography;
  /** Mean brightness of modules that must be light, minus that of those that must be dark. */
  readonly contrast: number;
  /** Correlation of the fixed modules with the pixels: 1 is a clean symbol, random texture stays below 0.25. */
  readonly likeness: number;
}

/** The decoder knows three corners from finder patterns; the fourth may be this many modules off. */
const FAR_SEARCH_MODULES = 6;
const FAR_STEP_MODULES = 0.75;
/** Coarser, to compare many versions at one place. */
const QUICK_STEP_MODULES = 1.5;
/** Steps of the descent, in modules; the last is finer than a pixel holds. */
const STEPS_MODULES = [0.6, 0.3, 0.15, 0.08, 0.04];
/** With every module decided, the fit is near already. */
const FINE_STEPS_MODULES = [0.2, 0.1, 0.05];
const MAX_ROUNDS = 12;

/**
 * Moves the four corners until finder, timing and alignment patterns fit the pixels best: first the one opposite the finders over a wide
 * area, then all of them in shrinking steps. Null when the corners are no quadrilateral.
 */
export function refineCorners(image: GrayImage, corners: Corners, known: KnownModules): Fit | null {
  const fit = measureFit(image, corners, known);
  if (fit === null) return null;
  return descend(image, searchFarCorner(image, fit, known, FAR_STEP_MODULES), known, STEPS_MODULES);
}

/** Moves the corners a little more, by modules of which most are right; there may be many of them. */
export function refitCorners(image: GrayImage, corners: Corners, known: KnownModules): Fit | null {
  const fit = measureFit(image, corners, known);
  return fit === null ? null : descend(image, fit, known, FINE_STEPS_MODULES);
}

/** Pixels per module along the upper edge. */
export function moduleOf(corners: Corners, size: number): number {
  return Math.hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y) / size;
}

/** The same search in coarse steps and without the descent: good enough to tell a symbol from none. */
export function fitQuickly(image: GrayImage, corners: Corners, known: KnownModules): Fit | null {
  const fit = measureFit(image, corners, known);
  if (fit === null) return null;
  return searchFarCorner(image, fit, known, QUICK_STEP_MODULES);
}

/** Tries the corner opposite the finder patterns over a square of {@link FAR_SEARCH_MODULES} modules each way. */
function searchFarCorner(image: GrayImage, start: Fit, known: KnownModules, stepModules: number): Fit {
  const stepPixels = stepModules * moduleOf(start.corners, known.size);
  let best = start;
  const steps = Math.round(FAR_SEARCH_MODULES / stepModules);
  for (let j = -steps; j <= steps; j++) {
    for (let i = -steps; i <= steps; i++) {
      const by = { x: i * stepPixels, y: j * stepPixels };
      best = better(best, measureFit(image, moveCorner(start.corners, 2, by), known));
    }
  }
  return best;
}

function descend(image: GrayImage, start: Fit, known: KnownModules, steps: readonly number[]): Fit {
  const module = moduleOf(start.corners, known.size);
  let best = start;
  for (const step of steps) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const before = best.contrast;
      for (let corner = 0; corner < 4; corner++) {
        for (const [x, y] of [
          [step, 0],
          [-step, 0],
          [0, step],
          [0, -step],
        ] as const) {
          const moved = moveCorner(best.corners, corner, { x: x * module, y: y * module });
          best = better(best, measureFit(image, moved, known));
        }
      }
      if (best.contrast === before) break;
    }
  }
  return best;
}

function better(best: Fit, other: Fit | null): Fit {
  return other !== null && other.contrast > best.contrast ? other : best;
}

function moveCorner(corners: Corners, index: number, by: Point): Corners {
  const moved = (at: 0 | 1 | 2 | 3): Point =>
    at === index ? { x: corners[at].x + by.x, y: corners[at].y + by.y } : corners[at];
  return [moved(0), moved(1), moved(2), moved(3)];
}

/** Answers null for corners that are in line. Places outside the picture read its nearest pixel. */
export function measureFit(image: GrayImage, corners: Corners, known: KnownModules): Fit | null {
  const view = homographyOfSquare(corners, known.size);
  if (view === null) return null;
  const { u, v, sign } = known;
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0] = view.h;
  let [sum, squares, signed] = [0, 0, 0];
  for (let i = 0; i < sign.length; i++) {
    const column = u[i] ?? 0;
    const row = v[i] ?? 0;
    const w = h6 * column + h7 * row + 1;
    // Pixel centres lie at half pixels.
    const x = (h0 * column + h1 * row + h2) / w - 0.5;
    const y = (h3 * column + h4 * row + h5) / w - 0.5;
    const value = between(image, x, y);
    sum += value;
    squares += value * value;
    if ((sign[i] ?? 0) > 0) signed += value;
  }
  const count = sign.length;
  const { darks } = known;
  const contrast = (sum - signed) / (count - darks) - signed / darks;
  const spread = Math.sqrt(Math.max(1, squares / count - (sum / count) ** 2));
  const likeness = (contrast * Math.sqrt(darks * (count - darks))) / (count * spread);
  return { corners, view, contrast, likeness };
}

/** Brightness at a place on the symbol, between pixels by linear interpolation. */
export function sampleAt(image: GrayImage, view: Homography, u: number, v: number): number {
  const { h } = view;
  const w = (h[6] ?? 0) * u + (h[7] ?? 0) * v + 1;
  // Pixel centres lie at half pixels.
  const x = ((h[0] ?? 0) * u + (h[1] ?? 0) * v + (h[2] ?? 0)) / w - 0.5;
  const y = ((h[3] ?? 0) * u + (h[4] ?? 0) * v + (h[5] ?? 0)) / w - 0.5;
  return between(image, x, y);
}

/** Linear between the four pixels around a place; the nearest edge pixel outside. */
export function between({ data, width, height }: GrayImage, x: number, y: number): number {
  const inX = x > 0 ? Math.min(x, width - 1.001) : 0;
  const inY = y > 0 ? Math.min(y, height - 1.001) : 0;
  const left = inX | 0;
  const top = inY | 0;
  const fx = inX - left;
  const fy = inY - top;
  const at = top * width + left;
  const below = at + width;
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const lower = (data[below] ?? 0) * (1 - fx) + (data[below + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
