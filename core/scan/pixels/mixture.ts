import { RIM, type SymbolPixels } from './symbol-pixels.ts';

/** Modules that a pixel is made of, each way from the one it lies in. */
const REACH = 2;
const TAPS = 2 * REACH + 1;
/** Modules around the symbol in a plane: all that the pixels of the rim are made of, and one to spare. */
const PLANE_RIM = RIM + REACH + 1;

/** How far a point spreads along the symbol's rows and columns: standard deviations in modules. */
export interface Blur {
  readonly u: number;
  readonly v: number;
}

/**
 * What each pixel is made of: weights of five by five modules, which are products of one for the column and one for the row. A *plane* holds
 * a number for each module of the symbol and of a rim around it, row by row.
 */
export interface Mixture {
  /** Five for each pixel. */
  readonly across: Float32Array;
  readonly down: Float32Array;
  /** Place in a plane of the first of a pixel's modules. */
  readonly first: Int32Array;
  /** Of a plane. */
  readonly side: number;
}

/** @param size modules along the symbol's side */
export function mixModules({ u, v }: SymbolPixels, size: number, blur: Blur): Mixture {
  const side = sideOfPlane(size);
  const across = new Float32Array(u.length * TAPS);
  const down = new Float32Array(u.length * TAPS);
  const first = new Int32Array(u.length);
  for (let i = 0; i < u.length; i++) {
    const column = Math.floor(u[i] ?? 0) - REACH;
    const row = Math.floor(v[i] ?? 0) - REACH;
    first[i] = (row + PLANE_RIM) * side + column + PLANE_RIM;
    addWeights(across, i * TAPS, (u[i] ?? 0) - column, blur.u);
    addWeights(down, i * TAPS, (v[i] ?? 0) - row, blur.v);
  }
  return { across, down, first, side };
}

export function sideOfPlane(size: number): number {
  return size + 2 * PLANE_RIM;
}

/** Place in a plane of the module at `row * size + column`. */
export function placeInPlane(module: number, size: number): number {
  return (Math.floor(module / size) + PLANE_RIM) * sideOfPlane(size) + (module % size) + PLANE_RIM;
}

/** How much of a bell around a place lies in each module: differences of its integral between the modules' edges. */
function addWeights(weights: Float32Array, from: number, place: number, deviation: number): void {
  let before = bellUpTo(-place / deviation);
  for (let tap = 0; tap < TAPS; tap++) {
    const after = bellUpTo((tap + 1 - place) / deviation);
    weights[from + tap] = after - before;
    before = after;
  }
}

const BELL_END = 4;
const BELL_STEPS = 256;
/** The integral of the normal distribution from -4 to 4. */
const BELL = integrateBell();

function integrateBell(): Float32Array {
  const table = new Float32Array(2 * BELL_END * BELL_STEPS + 2);
  let sum = 0;
  for (let i = 0; i < table.length; i++) {
    table[i] = sum;
    const x = (i + 0.5) / BELL_STEPS - BELL_END;
    sum += Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / BELL_STEPS;
  }
  return table;
}

function bellUpTo(x: number): number {
  const at = (Math.max(-BELL_END, Math.min(BELL_END, x)) + BELL_END) * BELL_STEPS;
  const below = Math.floor(at);
  const value = BELL[below] ?? 0;
  return value + (at - below) * ((BELL[below + 1] ?? 0) - value);
}

/** The blurred symbol as it would be seen at each pixel; written to `seen` where the caller has room for it. */
export function blurModules(
  { across, down, first, side }: Mixture,
  plane: Float32Array,
  seen: Float32Array = new Float32Array(first.length),
): Float32Array {
  for (let i = 0; i < first.length; i++) {
    const w = i * TAPS;
    const a = across[w] ?? 0;
    const b = across[w + 1] ?? 0;
    const c = across[w + 2] ?? 0;
    const d = across[w + 3] ?? 0;
    const e = across[w + 4] ?? 0;
    let sum = 0;
    for (let row = 0, at = first[i] ?? 0; row < TAPS; row++, at += side) {
      const line =
        a * (plane[at] ?? 0) +
        b * (plane[at + 1] ?? 0) +
        c * (plane[at + 2] ?? 0) +
        d * (plane[at + 3] ?? 0) +
        e * (plane[at + 4] ?? 0);
      sum += (down[w + row] ?? 0) * line;
    }
    seen[i] = sum;
  }
  return seen;
}

/** Adds the value at each pixel to the modules that it is made of, by their weights: the other way of {@link blurModules}. */
export function giveBack(
  { across, down, first, side }: Mixture,
  values: Float32Array,
  plane: Float32Array,
): void {
  for (let i = 0; i < first.length; i++) {
    const w = i * TAPS;
    for (let row = 0, at = first[i] ?? 0; row < TAPS; row++, at += side) {
      const value = (values[i] ?? 0) * (down[w + row] ?? 0);
      plane[at] = (plane[at] ?? 0) + value * (across[w] ?? 0);
      plane[at + 1] = (plane[at + 1] ?? 0) + value * (across[w + 1] ?? 0);
      plane[at + 2] = (plane[at + 2] ?? 0) + value * (across[w + 2] ?? 0);
      plane[at + 3] = (plane[at + 3] ?? 0) + value * (across[w + 3] ?? 0);
      plane[at + 4] = (plane[at + 4] ?? 0) + value * (across[w + 4] ?? 0);
    }
  }
}

/** The same mixture with every weight squared: how loudly each pixel speaks of each module. */
export function squareWeights(mixture: Mixture): Mixture {
  const squared = (weights: Float32Array) => weights.map((weight) => weight * weight);
  return { ...mixture, across: squared(mixture.across), down: squared(mixture.down) };
}
