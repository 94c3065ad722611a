import { type FinderRing, moduleToward } from './finder-rings.ts';
import type { GrayImage } from './gray.ts';
import { between } from './refine-corners.ts';
import type { Corners, Point } from './types.ts';

/** Three finder patterns that may be those of one symbol, read from left to right. */
export interface FinderTriple {
  readonly topLeft: FinderRing;
  readonly topRight: FinderRing;
  readonly bottomLeft: FinderRing;
  /** Modules along a side, by size and distance of the finder patterns: good to about a sixth. */
  readonly modules: number;
  /** Modules along a side as the two timing patterns count them; null where they do not agree or can not be counted. */
  readonly counted: number | null;
  /** Both timing patterns count alike. */
  readonly isSure: boolean;
  /** The lower, the likelier. */
  readonly cost: number;
}

/** A finder pattern's own partners are among the cleanest and nearest; every doubling of the distance counts as so much unevenness. */
const PARTNERS = 20;
const DOUBLED_DISTANCE = 0.03;
/** Timing patterns are counted for so many triples around one corner. */
const COUNTED_PER_CORNER = 6;
const MOST_MODULE_RATIO = 2;
const MOST_SIDE_RATIO = 2.2;
/** Both sides have as many modules, as far as they can be measured. */
const MOST_COUNT_RATIO = 1.5;
const MOST_COSINE = 0.62;
/** By the sizes measured; version 1 has 21, version 40 has 177. */
const LEAST_MODULES = 16;
const MOST_MODULES = 220;
const FINDER_MIDDLE = 3.5;
/** A counted side that differs more from the measured one is another symbol's, or chance. */
const COUNT_SLACK = 0.25;
/** What a side without a count costs: uncounted triples come after all that are counted. */
const UNCOUNTED = 1;
const SAMPLES_PER_MODULE = 4;
/** Less is noise. Brightness steps. */
const LEAST_STEP = 2;
/** Above this the three are hardly those of one symbol, and their timing patterns are not counted. */
const MOST_COST = 1.4;

type Uncounted = Omit<FinderTriple, 'counted' | 'isSure'>;

/** Every triple of finder patterns that could belong together, the likeliest first. */
export function findTriples(image: GrayImage, rings: readonly FinderRing[]): readonly FinderTriple[] {
  return rings
    .flatMap((topLeft) => cheapestAround(topLeft, partnersOf(topLeft, rings)))
    .map((triple) => withCount(image, triple))
    .sort((a, b) => a.cost - b.cost);
}

function cheapestAround(topLeft: FinderRing, partners: readonly FinderRing[]): readonly Uncounted[] {
  return partners
    .flatMap((topRight) => partners.map((bottomLeft) => judge(topLeft, topRight, bottomLeft)))
    .filter((triple) => triple !== null)
    .filter(({ cost }) => cost < MOST_COST)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, COUNTED_PER_CORNER);
}

function partnersOf(ring: FinderRing, rings: readonly FinderRing[]): readonly FinderRing[] {
  return rings
    .filter((other) => other !== ring && ratio(other.module, ring.module) < MOST_MODULE_RATIO)
    .map((other) => ({
      other,
      cost: other.unevenness + DOUBLED_DISTANCE * Math.log2(distance(ring, other) / ring.module),
    }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, PARTNERS)
    .map(({ other }) => other);
}

function judge(topLeft: FinderRing, topRight: FinderRing, bottomLeft: FinderRing): Uncounted | null {
  const right = minus(topRight, topLeft);
  const down = minus(bottomLeft, topLeft);
  const [a, b] = [Math.hypot(right.x, right.y), Math.hypot(down.x, down.y)];
  if (right.x * down.y - right.y * down.x <= 0) return null;
  const cosine = Math.abs(right.x * down.x + right.y * down.y) / (a * b);
  if (cosine > MOST_COSINE || ratio(a, b) > MOST_SIDE_RATIO) return null;
  const across = modulesBetween(topLeft, topRight);
  const along = modulesBetween(topLeft, bottomLeft);
  if (ratio(across, along) > MOST_COUNT_RATIO) return null;
  const modules = Math.sqrt(across * along);
  if (modules < LEAST_MODULES || modules > MOST_MODULES) return null;
  const uneven = topLeft.unevenness + topRight.unevenness + bottomLeft.unevenness;
  const cost = uneven + cosine / 2 + Math.log(ratio(across, along)) + Math.log2(modules / 21) / 6;
  return { topLeft, topRight, bottomLeft, modules, cost };
}

/** Modules along the whole side of which two finder patterns mark the ends. */
function modulesBetween(a: FinderRing, b: FinderRing): number {
  return (2 * distance(a, b)) / (moduleToward(a, b) + moduleToward(b, a)) + 2 * FINDER_MIDDLE;
}

function withCount(image: GrayImage, triple: Uncounted): FinderTriple {
  const { topLeft, topRight, bottomLeft, modules } = triple;
  const across = countTiming(image, topLeft, topRight, bottomLeft);
  const down = countTiming(image, topLeft, bottomLeft, topRight);
  const isCounted = (count: number) => ratio(count, modules) < 1 + COUNT_SLACK;
  const counts = [across, down].filter(isCounted);
  const counted = counts.length === 0 ? null : nearestSize(counts.reduce((a, b) => a + b, 0) / counts.length);
  return {
    ...triple,
    counted,
    isSure: counts.length === 2,
    cost: triple.cost + UNCOUNTED * (2 - counts.length),
  };
}

/** The nearest number of modules that a version has. */
function nearestSize(modules: number): number {
  return 17 + 4 * Math.max(1, Math.min(40, Math.round((modules - 17) / 4)));
}

/** Modules of a side: those of the timing pattern between two finder patterns, which alternate, and the 15 beside them. */
function countTiming(image: GrayImage, from: FinderRing, to: FinderRing, inner: Point): number {
  const [atFrom, atTo] = [moduleToward(from, to), moduleToward(to, from)];
  const aside = minus(inner, from);
  const scale = (3 * moduleToward(from, inner)) / Math.hypot(aside.x, aside.y);
  const growth = atTo / atFrom;
  const length = distance(from, to);
  const [first, last] = [(3.9 * atFrom) / length, 1 - (3.9 * atTo) / length];
  const steps = Math.round(((last - first) * length * SAMPLES_PER_MODULE) / Math.min(atFrom, atTo));
  if (steps < SAMPLES_PER_MODULE) return 0;
  const values = Float32Array.from({ length: steps + 1 }, (_, i) => {
    const share = first + ((last - first) * i) / steps;
    const shift = scale * (1 + share * (growth - 1));
    return between(
      image,
      from.x + (to.x - from.x) * share + aside.x * shift - 0.5,
      from.y + (to.y - from.y) * share + aside.y * shift - 0.5,
    );
  });
  return countChanges(values) + 15;
}

/** How often the values cross their mean around, which lies in the middle between the modules of a timing pattern. */
function countChanges(values: Float32Array): number {
  const reach = 2 * SAMPLES_PER_MODULE;
  const last = values.length - 1;
  let sum = 0;
  for (let i = 0; i < Math.min(reach, values.length); i++) sum += values[i] ?? 0;
  let changes = 0;
  let isLight = true;
  for (let i = 0; i <= last; i++) {
    if (i + reach <= last) sum += values[i + reach] ?? 0;
    if (i - reach > 0) sum -= values[i - reach - 1] ?? 0;
    const count = Math.min(last, i + reach) - Math.max(0, i - reach) + 1;
    const over = (values[i] ?? 0) - sum / count;
    if (over > 0 === isLight || Math.abs(over) < LEAST_STEP) continue;
    isLight = !isLight;
    changes++;
  }
  return changes;
}

/** Corners of a symbol of `size` modules, straight on; perspective is left to the search for the far corner. */
export function cornersOfTriple({ topLeft, topRight, bottomLeft }: FinderTriple, size: number): Corners {
  const span = size - 2 * FINDER_MIDDLE;
  const right = minus(topRight, topLeft);
  const down = minus(bottomLeft, topLeft);
  const at = (u: number, v: number): Point => ({
    x: topLeft.x + (right.x * (u - FINDER_MIDDLE) + down.x * (v - FINDER_MIDDLE)) / span,
    y: topLeft.y + (right.y * (u - FINDER_MIDDLE) + down.y * (v - FINDER_MIDDLE)) / span,
  });
  return [at(0, 0), at(size, 0), at(size, size), at(0, size)];
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The larger over the smaller. */
function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
