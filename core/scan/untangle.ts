import type { KnownModules } from './function-patterns.ts';
import { solveRidge } from './ridge.ts';
import { RIM, type SoftGrid } from './sample-grid.ts';

const REACH = RIM;
const SIDE = 2 * REACH + 1;
const TAPS = SIDE * SIDE;
/** Plus the brightness around and a constant. */
const FEATURES = TAPS + 2;
const RIDGE = 1e-4;
/** The spots of a module share pixels, so their noise is not independent: this many of them count as one. */
const SHARED_NOISE = 2.5;
const SWEEPS = 5;
/** Every third module teaches: thousands of samples are plenty for 27 weights. */
const TEACHER_STEP = 3;
/** A module that is certain still moves a little, so that an early mistake can be taken back. */
const MAX_CERTAINTY = 3;

/**
 * Decides modules together instead of one by one: from the modules as they stand, learns how each spreads into its neighbours, predicts every
 * sample, and lets each module change where that explains the samples better. Neighbours are subtracted instead of filtered out,
 * so no noise is amplified. `decided` is what the equaliser said, positive is dark; answers the same kind.
 * `prior` are votes from elsewhere on each module, positive is dark.
 * Worth: halves the wrong modules that the equaliser leaves below 2 pixels a module.
 */
export function untangle(
  grid: SoftGrid,
  known: KnownModules,
  decided: Float32Array,
  prior: Float32Array | null = null,
): Float32Array {
  const belief = startBelief(grid, known, decided);
  const spreads = learnSpreads(grid, belief);
  for (let sweep = 0; sweep < SWEEPS; sweep++) improve(grid, known, belief, spreads, prior);
  const { size, side } = grid;
  return Float32Array.from(
    { length: size * size },
    (_, i) => belief[(Math.floor(i / size) + RIM) * side + (i % size) + RIM] ?? 0,
  );
}

/** What one sample is made of: weights of the modules around it, of the light around it, a constant; and how far it errs. */
interface Spread {
  readonly samples: Float32Array;
  readonly around: Float32Array;
  readonly weights: Float64Array;
  readonly variance: number;
}

/** -1 (light) to 1 (dark) for each module and the rim, which is the quiet zone. */
function startBelief(grid: SoftGrid, known: KnownModules, decided: Float32Array): Float32Array {
  const { size, side } = grid;
  const belief = new Float32Array(side * side).fill(-1);
  decided.forEach((value, i) => {
    belief[(Math.floor(i / size) + RIM) * side + (i % size) + RIM] = Math.tanh(2 * value);
  });
  fixKnown(belief, known, side);
  return belief;
}

function fixKnown(belief: Float32Array, known: KnownModules, side: number): void {
  for (let i = 0; i < known.sign.length; i++) {
    const at = (Math.floor(known.v[i] ?? 0) + RIM) * side + Math.floor(known.u[i] ?? 0) + RIM;
    belief[at] = known.sign[i] ?? 0;
  }
}

function learnSpreads(grid: SoftGrid, belief: Float32Array): readonly Spread[] {
  const { size, side, around, spots } = grid;
  const features = new Float32Array(size * size * FEATURES);
  const middles: number[] = [];
  for (let i = 0; i < size * size; i++) {
    const corner = Math.floor(i / size) * side + (i % size);
    let at = i * FEATURES;
    for (let dv = 0; dv < SIDE; dv++) {
      for (let du = 0; du < SIDE; du++) features[at++] = belief[corner + dv * side + du] ?? 0;
    }
    middles.push(corner + RIM * side + RIM);
    features[at++] = around[corner + RIM * side + RIM] ?? 0;
    features[at] = 1;
  }
  const teachers = Array.from(
    { length: Math.ceil((size * size) / TEACHER_STEP) },
    (_, n) => n * TEACHER_STEP,
  );
  const targets = spots.map((samples) => teachers.map((i) => samples[middles[i] ?? 0] ?? 0));
  const weights = solveRidge(features, FEATURES, teachers, targets, RIDGE);
  return spots.map((samples, spot) => {
    const own = weights[spot] ?? new Float64Array(FEATURES);
    return {
      samples,
      around,
      weights: own,
      variance: meanSquareMiss(features, own, teachers, targets[spot] ?? []),
    };
  });
}

function meanSquareMiss(
  features: Float32Array,
  weights: Float64Array,
  teachers: readonly number[],
  targets: readonly number[],
): number {
  let error = 0;
  teachers.forEach((i, n) => {
    let miss = targets[n] ?? 0;
    for (let k = 0; k < FEATURES; k++) miss -= (features[i * FEATURES + k] ?? 0) * (weights[k] ?? 0);
    error += miss * miss;
  });
  return error / Math.max(1, teachers.length) + 1e-6;
}

/** One sweep: predicts all samples, then moves every module toward what the misses around it say. */
function improve(
  grid: SoftGrid,
  known: KnownModules,
  belief: Float32Array,
  spreads: readonly Spread[],
  prior: Float32Array | null,
): void {
  const { size, side } = grid;
  const votes = new Float32Array(side * side);
  for (const spread of spreads) {
    const misses = predictionMisses(grid, belief, spread);
    addVotes(votes, misses, belief, spread, grid);
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = (row + RIM) * side + column + RIM;
      const said = (votes[at] ?? 0) + (prior?.[row * size + column] ?? 0);
      const vote = Math.max(-MAX_CERTAINTY, Math.min(MAX_CERTAINTY, said));
      belief[at] = 0.5 * (belief[at] ?? 0) + 0.5 * Math.tanh(vote);
    }
  }
  fixKnown(belief, known, side);
}

function predictionMisses(grid: SoftGrid, belief: Float32Array, spread: Spread): Float32Array {
  const { size, side } = grid;
  const { samples, around, weights } = spread;
  const [light, constant] = [weights[TAPS] ?? 0, weights[TAPS + 1] ?? 0];
  const misses = weighAround(belief, weights, grid);
  for (let row = RIM; row < size + RIM; row++) {
    for (let at = row * side + RIM; at < row * side + RIM + size; at++)
      misses[at] = (samples[at] ?? 0) - (misses[at] ?? 0) - (around[at] ?? 0) * light - constant;
  }
  return misses;
}

/** A module is heard by every sample that it spreads into, in proportion to how strongly. */
function addVotes(
  votes: Float32Array,
  misses: Float32Array,
  belief: Float32Array,
  { weights, variance }: Spread,
  grid: SoftGrid,
): void {
  const taps = weights.slice(0, TAPS);
  const scale = 1 / (variance * SHARED_NOISE);
  const energy = taps.reduce((sum, weight) => sum + weight ** 2, 0);
  // Tap k of the sample at distance -k is this module.
  const heard = weighAround(misses, taps.reverse(), grid);
  for (let at = 0; at < votes.length; at++)
    votes[at] = (votes[at] ?? 0) + (energy * (belief[at] ?? 0) + (heard[at] ?? 0)) * scale;
}

/** The weighted sum of the modules around each module of the symbol, 0 on the rim. Row by row: most of the time of a hard picture goes here. */
function weighAround(values: Float32Array, weights: Float64Array, { size, side }: SoftGrid): Float32Array {
  const sums = new Float32Array(side * side);
  for (let dv = 0; dv < SIDE; dv++) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = weights.subarray(dv * SIDE, dv * SIDE + SIDE);
    for (let row = 0; row < size; row++) {
      const target = (row + RIM) * side + RIM;
      const from = (row + dv) * side;
      for (let column = 0; column < size; column++) {
        const at = from + column;
        sums[target + column] =
          (sums[target + column] ?? 0) +
          a * (values[at] ?? 0) +
          b * (values[at + 1] ?? 0) +
          c * (values[at + 2] ?? 0) +
          d * (values[at + 3] ?? 0) +
          e * (values[at + 4] ?? 0);
      }
    }
  }
  return sums;
}
