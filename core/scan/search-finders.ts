import { type FinderPeak, findFinderPeaks } from './finder-peaks.ts';
import { knownModules, sizeOfVersion } from './function-patterns.ts';
import { type GrayImage, mapCorners, type Rect } from './gray.ts';
import { type Lens, magnify } from './magnify.ts';
import { fitQuickly } from './refine-corners.ts';
import type { Guess } from './resample.ts';
import type { Corners, Point } from './types.ts';

/** Enlarged, so that rings of a module and a half have whole pixels. */
const SEARCH_LENS: Lens = { factor: 2, sharpen: 0 };
const TRIPLES = 2;
/** A symbol laid over the picture this badly is none; fitting it better would not help. */
const MIN_LIKENESS = 0.22;
/** The size of a finder pattern is measured to about a tenth; so is the number of modules. */
const VERSION_SLACK = 0.16;
/** Sides of the corner may differ by perspective, and their angle from a right one. */
const MAX_SIDE_RATIO = 1.35;
const MAX_COSINE = 0.4;
const MAX_MODULE_RATIO = 1.45;
/** From the outer corner of a symbol to the middle of its finder pattern. */
const FINDER_MIDDLE = 3.5;

interface Triple {
  readonly topLeft: FinderPeak;
  readonly topRight: FinderPeak;
  readonly bottomLeft: FinderPeak;
  readonly score: number;
}

/**
 * Guesses where a symbol lies in a region where the decoder found none, from blurred finder patterns. The version is the one
 * whose timing and alignment patterns fit best. Null when nothing fits.
 */
export function searchFinders(image: GrayImage, rect: Rect): Guess | null {
  const { image: large, toPicture } = magnify(image, rect, SEARCH_LENS);
  const triples = findTriples(findFinderPeaks(large)).slice(0, TRIPLES);
  let best: { guess: Guess; likeness: number } | null = null;
  for (const triple of triples) {
    for (const version of versionsOf(triple)) {
      const placed = place(image, triple, version, toPicture);
      if (placed !== null && placed.likeness > (best?.likeness ?? MIN_LIKENESS)) best = placed;
    }
  }
  return best?.guess ?? null;
}

function findTriples(peaks: readonly FinderPeak[]): readonly Triple[] {
  const triples: Triple[] = [];
  for (const topLeft of peaks) {
    for (const topRight of peaks) {
      for (const bottomLeft of peaks) {
        const score = scoreTriple(topLeft, topRight, bottomLeft);
        if (score > 0) triples.push({ topLeft, topRight, bottomLeft, score });
      }
    }
  }
  return triples.sort((a, b) => b.score - a.score);
}

/** 0 for three peaks that are not the finder patterns of one symbol that is read from left to right. */
function scoreTriple(topLeft: FinderPeak, topRight: FinderPeak, bottomLeft: FinderPeak): number {
  const right = { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y };
  const down = { x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y };
  const [a, b] = [Math.hypot(right.x, right.y), Math.hypot(down.x, down.y)];
  if (a === 0 || b === 0 || right.x * down.y - right.y * down.x <= 0) return 0;
  const cosine = Math.abs(right.x * down.x + right.y * down.y) / (a * b);
  const sideRatio = Math.max(a, b) / Math.min(a, b);
  const modules = [topLeft.module, topRight.module, bottomLeft.module];
  const moduleRatio = Math.max(...modules) / Math.min(...modules);
  if (cosine > MAX_COSINE || sideRatio > MAX_SIDE_RATIO || moduleRatio > MAX_MODULE_RATIO) return 0;
  const likeness = topLeft.likeness + topRight.likeness + bottomLeft.likeness;
  return likeness * (1 - cosine / 2) * (1 - (sideRatio - 1) / 2) * (1 - (moduleRatio - 1) / 2);
}

function versionsOf({ topLeft, topRight, bottomLeft }: Triple): readonly number[] {
  const side = (distance(topLeft, topRight) + distance(topLeft, bottomLeft)) / 2;
  const module = (topLeft.module + topRight.module + bottomLeft.module) / 3;
  const modules = side / module + 2 * FINDER_MIDDLE;
  const least = Math.max(1, Math.ceil((modules * (1 - VERSION_SLACK) - 17) / 4));
  const most = Math.min(40, Math.floor((modules * (1 + VERSION_SLACK) - 17) / 4));
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);
}

function place(
  image: GrayImage,
  triple: Triple,
  version: number,
  toPicture: (point: Point) => Point,
): { guess: Guess; likeness: number } | null {
  const known = knownModules(version);
  const corners = mapCorners(cornersOf(triple, sizeOfVersion(version)), toPicture);
  const fit = fitQuickly(image, corners, known);
  return fit === null ? null : { guess: { corners: fit.corners, version }, likeness: fit.likeness };
}

/** Straight on, from the middles of the finder patterns; perspective is left to the search for the far corner. */
function cornersOf({ topLeft, topRight, bottomLeft }: Triple, size: number): Corners {
  const span = size - 2 * FINDER_MIDDLE;
  const right = { x: (topRight.x - topLeft.x) / span, y: (topRight.y - topLeft.y) / span };
  const down = { x: (bottomLeft.x - topLeft.x) / span, y: (bottomLeft.y - topLeft.y) / span };
  const at = (u: number, v: number): Point => ({
    x: topLeft.x + right.x * (u - FINDER_MIDDLE) + down.x * (v - FINDER_MIDDLE),
    y: topLeft.y + right.y * (u - FINDER_MIDDLE) + down.y * (v - FINDER_MIDDLE),
  });
  return [at(0, 0), at(size, 0), at(size, size), at(0, size)];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
