import { clipRect, type GrayImage, type Rect } from './gray.ts';
import type { Magnified } from './magnify.ts';
import { between } from './refine-corners.ts';
import type { Point } from './types.ts';

/** Degrees a bin of the histogram of edge directions covers, and how far around it is smoothed. */
const BINS = 180;
const SMOOTHED_BINS = 3;
/** What a bin is compared with: motion blur favours half of all directions a little, a code's sides only their own. */
const COMPARED_BINS = 24;
/** Brightness step over two pixels below which an edge is noise. */
const MIN_STEP = 12;
/** Between the two directions of a code that is seen from the side, in degrees. */
const LEAST_ANGLE = 62;
/** A direction stands out when this much more runs along it than beside it, as a share of the mean; noise stays below a tenth of it. */
const MIN_PROMINENCE = 0.08;
/** A code that is turned by less is read as well where it lies, in degrees. */
const MIN_TURN = 7;
/** More than six pixels for each module of the densest code. */
const MAX_SIDE_PIXELS = 720;
/** The directions, in degrees from the picture's x axis, in which a code's rows and columns run. */
export interface Slant {
  readonly rows: number;
  readonly columns: number;
}

/**
 * How the squares in a region lie: the two directions that its edges prefer. Null where no two stand out, or where they are as good as
 * upright.
 */
export function measureSlant(image: GrayImage, rect: Rect): Slant | null {
  const edges = edgeDirections(image, clipRect(rect, image));
  let best: { first: number; second: number; sum: number } | null = null;
  for (let first = 0; first < BINS; first++) {
    for (let apart = LEAST_ANGLE; apart <= BINS - LEAST_ANGLE; apart++) {
      const second = (first + apart) % BINS;
      if (second < first) continue;
      const weakest = Math.min(edges[first] ?? 0, edges[second] ?? 0);
      if (weakest > (best?.sum ?? MIN_PROMINENCE)) best = { first, second, sum: weakest };
    }
  }
  if (best === null) return null;
  // A step in brightness stands upright on the edge that makes it.
  const upright = Math.abs(signed(best.first)) < Math.abs(signed(best.second));
  const acrossColumns = signed(upright ? best.first : best.second);
  const acrossRows = upright ? best.second : best.first;
  const slant = { rows: acrossRows - 90, columns: acrossColumns + 90 };
  const isUpright = Math.abs(slant.rows) < MIN_TURN && Math.abs(slant.columns - 90) < MIN_TURN;
  return isUpright ? null : slant;
}

/** From 0..180 to -90..90. */
function signed(degrees: number): number {
  return degrees > 90 ? degrees - 180 : degrees;
}

/** How much more brightness changes in each direction than beside it, as a share of the mean; one bin a degree, 0 is along x. */
function edgeDirections({ data, width, height }: GrayImage, rect: Rect): Float32Array {
  const bins = new Float32Array(BINS);
  const right = Math.min(rect.x + rect.width, width - 1);
  const bottom = Math.min(rect.y + rect.height, height - 1);
  for (let y = Math.max(1, rect.y); y < bottom; y++) {
    for (let x = Math.max(1, rect.x); x < right; x++) {
      const at = y * width + x;
      // Scharr's weights: plain differences pull directions toward the axes and the diagonals.
      const falling = (data[at + width + 1] ?? 0) - (data[at - width - 1] ?? 0);
      const rising = (data[at - width + 1] ?? 0) - (data[at + width - 1] ?? 0);
      const dx = (3 * (falling + rising) + 10 * ((data[at + 1] ?? 0) - (data[at - 1] ?? 0))) / 16;
      const dy = (3 * (falling - rising) + 10 * ((data[at + width] ?? 0) - (data[at - width] ?? 0))) / 16;
      const step = Math.hypot(dx, dy);
      if (step < MIN_STEP) continue;
      const degrees = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
      const bin = (degrees + 2 * BINS) % BINS;
      bins[bin] = (bins[bin] ?? 0) + step;
    }
  }
  const mean = Math.max(1, bins.reduce((sum, value) => sum + value, 0) / BINS);
  const beside = smoothAround(bins, COMPARED_BINS);
  return smoothAround(bins, SMOOTHED_BINS).map((value, at) => (value - (beside[at] ?? 0)) / mean);
}

function smoothAround(bins: Float32Array, reach: number): Float32Array {
  return bins.map((_, at) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += bins[(at + k + BINS) % BINS] ?? 0;
    return sum / (2 * reach + 1);
  });
}

/** A region turned and sheared so that its squares stand upright; made smaller where it is large. */
export function straighten(image: GrayImage, rect: Rect, slant: Slant): Magnified {
  const [u, v] = [unit(slant.rows), unit(slant.columns)];
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  const half = halfSize(rect, u, v);
  const scale = Math.min(1, MAX_SIDE_PIXELS / (2 * Math.max(half.across, half.down)));
  const width = Math.max(1, Math.round(2 * half.across * scale));
  const height = Math.max(1, Math.round(2 * half.down * scale));
  const toPicture = (point: Point): Point => {
    const across = point.x / scale - half.across;
    const down = point.y / scale - half.down;
    return { x: middle.x + across * u.x + down * v.x, y: middle.y + across * u.y + down * v.y };
  };
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      // Pixel centres lie at half pixels.
      const from = toPicture({ x: x + 0.5, y: y + 0.5 });
      data[at] = between(image, from.x - 0.5, from.y - 0.5) + 0.5;
    }
  }
  return { image: { data, width, height }, toPicture };
}

function unit(degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return { x: Math.cos(radians), y: Math.sin(radians) };
}

/** How far the rectangle reaches from its middle along two slanted axes, in pixels. */
function halfSize(rect: Rect, u: Point, v: Point): { readonly across: number; readonly down: number } {
  const area = u.x * v.y - u.y * v.x;
  const reach = (axis: Point) => Math.abs((rect.width / 2) * axis.y) + Math.abs((rect.height / 2) * axis.x);
  return { across: reach(v) / Math.abs(area), down: reach(u) / Math.abs(area) };
}
