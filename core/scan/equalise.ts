import type { KnownModules } from './function-patterns.ts';
import { solveRidge } from './ridge.ts';
import { RIM, type SoftGrid } from './sample-grid.ts';
import type { ModuleGrid } from './types.ts';

/** Neighbours that leak into a module: two modules each way, because blur and JPEG reach that far below 2 pixels a module. */
const REACH = RIM;
const TAPS = (2 * REACH + 1) ** 2;
/** Plus the mean around and a constant: together they set the threshold where the light is uneven. */
const FEATURES = TAPS + 2;
/** Keeps the weights small when few modules teach many weights; relative to the mean square of a feature. */
const RIDGE = 0.02;

/**
 * Undoes what lens, pixels and codec did to the modules: each module becomes the weighted sum of its neighbourhood that makes the
 * modules whose colour is fixed (finder, timing and alignment patterns: some 600) come out right, learned anew for each picture.
 * `taught` are modules decided in an earlier round, which teach as well. Positive is dark.
 */
export function equalise(grid: SoftGrid, known: KnownModules, taught: Float32Array | null): Float32Array {
  const features = collectFeatures(grid);
  const { size } = grid;
  const rows: number[] = [];
  const targets: number[] = [];
  if (taught === null) {
    known.sign.forEach((sign, i) => {
      rows.push(Math.floor(known.v[i] ?? 0) * size + Math.floor(known.u[i] ?? 0));
      targets.push(sign);
    });
  } else {
    taught.forEach((value, i) => {
      rows.push(i);
      targets.push(value > 0 ? 1 : -1);
    });
  }
  const [weights = new Float64Array(FEATURES)] = solveRidge(features, FEATURES, rows, [targets], RIDGE);
  return Float32Array.from({ length: size * size }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < FEATURES; k++) sum += (features[i * FEATURES + k] ?? 0) * (weights[k] ?? 0);
    return sum;
  });
}

export function toModules(soft: Float32Array, size: number): ModuleGrid {
  return { size, modules: Uint8Array.from(soft, (value) => (value > 0 ? 1 : 0)) };
}

/** For each module: its neighbourhood, the mean around, and 1. */
function collectFeatures(grid: SoftGrid): Float32Array {
  const { size, side, values, around } = grid;
  const features = new Float32Array(size * size * FEATURES);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let at = (row * size + column) * FEATURES;
      for (let dv = 0; dv <= 2 * REACH; dv++) {
        const line = (row + dv) * side + column;
        for (let du = 0; du <= 2 * REACH; du++) features[at++] = values[line + du] ?? 0;
      }
      features[at++] = around[(row + RIM) * side + column + RIM] ?? 0;
      features[at] = 1;
    }
  }
  return features;
}
