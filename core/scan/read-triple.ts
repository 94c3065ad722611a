import { decodeSoft } from './decode/decode-symbol.ts';
import { flatten } from './decode/flatten.ts';
import type { DecodeEngine, SymbolRead } from './engine.ts';
import { boxBlur } from './filter.ts';
import { cornersOfTriple, type FinderTriple } from './finder-triples.ts';
import { type KnownModules, knownModules } from './function-patterns.ts';
import { clipRect, crop, type GrayImage, mapCorners, rectAround } from './gray.ts';
import { type Fit, fitQuickly, refineCorners, refitCorners } from './refine-corners.ts';
import { readModules } from './resample.ts';
import { sampleGrid } from './sample-grid.ts';
import type { Corners, Point } from './types.ts';

/** Below this the fixed patterns are not there. */
const LEAST_LIKENESS = 0.3;
/** Each round places the symbol by the modules that the one before decided. */
const ROUNDS = 3;
/** Decided modules that help to place a symbol; more take longer and place it no better. */
const MOST_PLACING = 1200;
/** Half the side of the square that is averaged to soften a symbol. */
const SOFTENED_MODULES = 0.4;
/** A timing pattern this long may be counted wrong by a version. Modules along the side. */
const MISCOUNTED_MODULES = 45;
/** Of the modules of the timing patterns; chance has a half of them right. */
const LEAST_TIMING = 0.7;

/** A symbol laid over the picture. */
export interface Placed {
  readonly corners: Corners;
  /** Modules along a side. */
  readonly size: number;
}

/** What came of a triple: its text, or its place where the timing patterns show that there is a symbol. Null where there is none. */
export type TripleRead =
  | { readonly kind: 'read'; readonly symbol: SymbolRead }
  | ({ readonly kind: 'placed' } & Placed);

export function readTriple(image: GrayImage, engine: DecodeEngine, triple: FinderTriple): TripleRead | null {
  const found = fitTriple(image, triple);
  if (found === null) return null;
  const { size } = found;
  const known = knownModules((size - 17) / 4);
  const { image: near, toPicture, fromPicture } = soften(image, found);
  let fit = refineCorners(near, mapCorners(found.corners, fromPicture), known);
  let placed: Corners | null = null;
  for (let round = 0; fit !== null && round < ROUNDS; round++) {
    const ways = flatten(sampleGrid(near, fit.view, size));
    if (!ways.some((soft) => hasTiming(soft, known))) break;
    placed ??= fit.corners;
    const modules = decodeSoft(ways, size);
    const read = modules === null ? null : readModules(engine, modules);
    if (read !== null)
      return { kind: 'read', symbol: { ...read, corners: mapCorners(fit.corners, toPicture) } };
    fit = refitCorners(near, fit.corners, withDecided(ways[0] ?? new Float32Array(), known));
  }
  if (placed === null) return null;
  return { kind: 'placed', corners: mapCorners(placed, toPicture), size };
}

/** Coarse steps and the pixels as they are: enough to tell a symbol from none. */
function fitTriple(image: GrayImage, triple: FinderTriple): (Fit & Placed) | null {
  let best: (Fit & Placed) | null = null;
  for (const size of sizesOf(triple)) {
    const fit = fitQuickly(image, cornersOfTriple(triple, size), knownModules((size - 17) / 4));
    if (fit !== null && fit.likeness > (best?.likeness ?? LEAST_LIKENESS)) best = { ...fit, size };
  }
  return best;
}

/** As the timing patterns say, or all that the measured size allows. */
function sizesOf({ counted, modules, isSure }: FinderTriple): readonly number[] {
  if (counted !== null && isSure)
    return counted < MISCOUNTED_MODULES
      ? [counted]
      : [counted - 4, counted, counted + 4].filter((size) => size <= 177);
  const nearest = Math.round((modules - 17) / 4);
  const slack = Math.ceil(nearest * 0.12) + 1;
  const sizes: number[] = [];
  for (let version = Math.max(1, nearest - slack); version <= Math.min(40, nearest + slack); version++)
    sizes.push(17 + 4 * version);
  return sizes;
}

interface Near {
  readonly image: GrayImage;
  readonly toPicture: (point: Point) => Point;
  readonly fromPicture: (point: Point) => Point;
}

/** The picture around a symbol, softened by a module: sharp modules fit as well anywhere within them, soft ones best in their middle. */
function soften(image: GrayImage, { corners, size }: Placed): Near {
  const rect = clipRect(rectAround(corners, 0.3), image);
  const part = crop(image, rect);
  const radius = Math.floor((SOFTENED_MODULES * shortestSide(corners)) / size);
  return {
    image: radius < 1 ? part : boxBlur(part, radius),
    toPicture: ({ x, y }) => ({ x: x + rect.x, y: y + rect.y }),
    fromPicture: ({ x, y }) => ({ x: x - rect.x, y: y - rect.y }),
  };
}

function shortestSide([a, b, , d]: Corners): number {
  return Math.min(Math.hypot(a.x - b.x, a.y - b.y), Math.hypot(a.x - d.x, a.y - d.y));
}

/** Whether the timing patterns alternate; they come first among the known modules. */
function hasTiming(soft: Float32Array, { size, u, v, sign }: KnownModules): boolean {
  const count = 2 * (size - 16);
  let right = 0;
  for (let i = 0; i < count; i++) {
    const value = soft[Math.floor(v[i] ?? 0) * size + Math.floor(u[i] ?? 0)] ?? 0;
    if (value * (sign[i] ?? 0) > 0) right++;
  }
  return right >= LEAST_TIMING * count;
}

/** The fixed patterns as they must be, and of all else, as it was decided, as much as places a symbol well. */
export function withDecided(soft: Float32Array, known: KnownModules): KnownModules {
  const step = Math.max(1, Math.round(soft.length / MOST_PLACING));
  const places = Array.from({ length: Math.floor(soft.length / step) }, (_, i) => i * step);
  const sign = [...known.sign, ...places.map((place) => ((soft[place] ?? 0) > 0 ? 1 : -1))];
  return {
    size: known.size,
    u: Float64Array.from([...known.u, ...places.map((place) => (place % known.size) + 0.5)]),
    v: Float64Array.from([...known.v, ...places.map((place) => Math.floor(place / known.size) + 0.5)]),
    sign: Int8Array.from(sign),
    darks: sign.reduce((count, value) => count + (value > 0 ? 1 : 0), 0),
  };
}
