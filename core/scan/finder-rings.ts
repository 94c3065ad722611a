import { binarise } from './binarise.ts';
import type { GrayImage } from './gray.ts';
import { halve } from './resize.ts';
import type { Point } from './types.ts';

/** A finder pattern: its dark middle lies in a light ring, and that in a dark one. */
export interface FinderRing {
  readonly x: number;
  readonly y: number;
  /** Pixels per module, the mean of all directions. */
  readonly module: number;
  /** How unevenly the rings lie around the middle; 0 is a perfect pattern. */
  readonly unevenness: number;
  /** How far the light ring reaches, in pixels, in each of {@link DIRECTIONS} directions round from x to y; 0 where it was not seen. */
  readonly reaches: Float32Array;
}

/** Lines that are searched are so many pixels apart: a middle of three modules is met by at least two of them. */
const LINE_STEP = 2;
/** Of the middle's width, what the light rings beside it take: a third, give or take blur and perspective. */
const LEAST_LIGHT = 0.14;
const MOST_LIGHT = 0.75;
const LEAST_MIDDLE_PIXELS = 3;
const MOST_MIDDLE_PIXELS = 90;
/** Directions in which the rings are followed, and how many must show them. */
const DIRECTIONS = 16;
const LEAST_SEEN = 13;
/** How far the light ring reaches over how far the middle does: 5 to 3 modules. Blur and spread ink make it more or less. */
const REACH_RATIO = 5 / 3;
const MOST_UNEVENNESS = 0.34;
/** Of the middle's reach, what the dark ring takes at least: one module to one and a half. */
const LEAST_DARK = 0.3;
/** From the middle of the pattern to the outer edge of its light ring. */
const LIGHT_RING_MODULES = 2.5;
const RAYS: readonly Point[] = Array.from({ length: DIRECTIONS }, (_, at) => ({
  x: Math.cos((2 * Math.PI * at) / DIRECTIONS),
  y: Math.sin((2 * Math.PI * at) / DIRECTIONS),
}));

/** Upward and downward first: along the line that was searched most places look like a pattern. */
const ORDER = [4, 12, 2, 6, 10, 14, 1, 3, 5, 7, 9, 11, 13, 15, 0, 8];

/** The picture, its half and its quarter: patterns that blur or grain hides in one stand clear in another. */
const HALVINGS = 2;
/** Larger pictures are searched from their half on: their patterns have pixels enough there. */
const MAX_PIXELS = 5_000_000;
/** A sheet of 60 codes has 180. */
const MAX_RINGS = 260;
/** Two finds of a pattern lie nearer than so many modules. */
const SAME_MODULES = 2.5;

/**
 * Finder patterns of all sizes, each once, the cleanest first. `isQuick` looks at the half of the picture and smaller only; places that
 * are not wanted are left out.
 */
export function findRings(
  image: GrayImage,
  isQuick: boolean,
  isWanted: (place: Point) => boolean = () => true,
): readonly FinderRing[] {
  const found: FinderRing[] = [];
  let scaled = image;
  for (let halving = 0; halving <= HALVINGS; halving++) {
    if (halving > 0) scaled = halve(scaled);
    if (halving < (isQuick ? 1 : 0) || scaled.width * scaled.height > MAX_PIXELS) continue;
    const scale = 2 ** halving;
    const rings = findFinderRings(scaled, ({ x, y }) => isWanted({ x: x * scale, y: y * scale }));
    found.push(...rings.map((ring) => enlarged(ring, scale)));
  }
  const kept: FinderRing[] = [];
  for (const ring of found.sort((a, b) => a.unevenness - b.unevenness)) {
    if (kept.length === MAX_RINGS) break;
    if (!kept.some((other) => isSame(other, ring))) kept.push(ring);
  }
  return kept;
}

function enlarged({ x, y, module, unevenness, reaches }: FinderRing, scale: number): FinderRing {
  return {
    x: x * scale,
    y: y * scale,
    module: module * scale,
    unevenness,
    reaches: reaches.map((reach) => reach * scale),
  };
}

function isSame(a: FinderRing, b: FinderRing): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SAME_MODULES * Math.max(a.module, b.module);
}

/**
 * Finder patterns by the order of dark and light in every direction, however they are turned. What lies outside does not matter, so they
 * need no quiet zone.
 */
function findFinderRings(image: GrayImage, isWanted: (place: Point) => boolean): readonly FinderRing[] {
  const dark = binarise(image);
  const rings: FinderRing[] = [];
  for (let y = LINE_STEP; y < image.height - 1; y += LINE_STEP) {
    for (const middle of middlesOnLine(dark, y)) {
      if (!isWanted(middle) || rings.some((ring) => isNear(ring, middle))) continue;
      const ring = followRings(dark, middle);
      if (ring !== null && !rings.some((other) => isNear(other, ring))) rings.push(ring);
    }
  }
  return rings.sort((a, b) => a.unevenness - b.unevenness);
}

/** Pixels per module toward a place that lies along one side of the pattern. */
export function moduleToward({ x, y, module, reaches }: FinderRing, place: Point): number {
  const turn = (Math.atan2(place.y - y, place.x - x) / (2 * Math.PI)) * DIRECTIONS + DIRECTIONS;
  const [low, share] = [Math.floor(turn), turn - Math.floor(turn)];
  const before = reaches[low % DIRECTIONS] ?? 0;
  const after = reaches[(low + 1) % DIRECTIONS] ?? 0;
  if (before === 0 || after === 0) return module;
  return (before * (1 - share) + after * share) / LIGHT_RING_MODULES;
}

function isNear(ring: FinderRing, { x, y }: Point): boolean {
  return Math.abs(ring.x - x) < 2.5 * ring.module && Math.abs(ring.y - y) < 2.5 * ring.module;
}

/** Middles of dark runs with a light run of about a third of it on both sides, and dark beyond. */
function middlesOnLine({ data, width }: GrayImage, y: number): readonly Point[] {
  const middles: Point[] = [];
  const start = y * width;
  // Ends of the last four runs; a line begins light.
  let [before, lightBefore, middle] = [0, 0, 0];
  let from = 0;
  for (let x = 1; x <= width; x++) {
    if (x < width && data[start + x] === data[start + x - 1]) continue;
    const length = x - from;
    const isDark = data[start + x - 1] === 1;
    if (!isDark && isMiddle(before, lightBefore, middle, length) && x < width)
      middles.push({ x: from - middle / 2, y });
    [before, lightBefore, middle] = [lightBefore, middle, length];
    from = x;
  }
  return middles;
}

function isMiddle(before: number, lightBefore: number, middle: number, lightAfter: number): boolean {
  if (before === 0 || middle < LEAST_MIDDLE_PIXELS || middle > MOST_MIDDLE_PIXELS) return false;
  const least = Math.min(lightBefore, lightAfter);
  const most = Math.max(lightBefore, lightAfter);
  return least >= Math.max(1, LEAST_LIGHT * middle) && most <= MOST_LIGHT * middle + 1;
}

/** Walks from the middle outward: dark, then light, then dark again. The light ring's outer edge gives size and middle. */
function followRings(dark: GrayImage, start: Point): FinderRing | null {
  const first = walkAll(dark, start);
  if (first === null) return null;
  // From the true middle the rays see the ring evenly.
  return walkAll(dark, first) ?? first;
}

function walkAll(dark: GrayImage, from: Point): FinderRing | null {
  const reaches = new Float32Array(DIRECTIONS);
  const ratios: number[] = [];
  for (const [at, direction] of ORDER.entries()) {
    const edges = walk(dark, from, RAYS[direction] ?? from);
    if (edges !== null) {
      reaches[direction] = edges.light;
      ratios.push(Math.log(edges.light / edges.middle / REACH_RATIO));
    } else if (at - ratios.length >= DIRECTIONS - LEAST_SEEN) return null;
  }
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  const spread = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / ratios.length);
  const unevenness = spread + Math.abs(mean) / 2;
  if (unevenness > MOST_UNEVENNESS) return null;
  const outer = RAYS.flatMap((ray, at) => {
    const reach = reaches[at] ?? 0;
    return reach === 0 ? [] : [along(from, ray, reach)];
  });
  const { area, middle } = shapeOf(outer);
  return { ...middle, module: Math.sqrt(area) / 5, unevenness, reaches };
}

function along(from: Point, ray: Point, distance: number): Point {
  return { x: from.x + ray.x * distance, y: from.y + ray.y * distance };
}

/** How far the dark middle and the light ring reach in a direction, in pixels; null where dark does not follow. */
function walk(
  { data, width, height }: GrayImage,
  from: Point,
  ray: Point,
): { middle: number; light: number } | null {
  let [middle, light] = [0, 0];
  const most = 1.5 * MOST_MIDDLE_PIXELS;
  for (let distance = 0; distance < most; distance += 0.5) {
    const x = Math.round(from.x + ray.x * distance);
    const y = Math.round(from.y + ray.y * distance);
    if (x < 0 || y < 0 || x >= width || y >= height) return null;
    const isDark = data[y * width + x] === 1;
    if (middle === 0) {
      if (!isDark) {
        if (distance < 1) return null;
        middle = distance;
      }
    } else if (light === 0) {
      if (isDark && distance - middle >= 1) light = distance;
      else if (distance > 3.6 * middle + 2) return null;
    } else if (!isDark) {
      return distance - light >= LEAST_DARK * middle ? { middle, light } : null;
    } else if (distance - light > middle) {
      return { middle, light };
    }
  }
  return null;
}

function shapeOf(points: readonly Point[]): { readonly area: number; readonly middle: Point } {
  let [area, x, y] = [0, 0, 0];
  points.forEach((a, at) => {
    const b = points[(at + 1) % points.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    area += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  const whole = Math.max(1e-6, area);
  return { area: area / 2, middle: { x: x / (3 * whole), y: y / (3 * whole) } };
}
