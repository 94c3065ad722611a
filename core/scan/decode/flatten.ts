import { RIM, type SoftGrid } from '../sample-grid.ts';

/** Modules each way in which there is both light and dark. */
const REACH = 4;
/** Where light and dark differ by less than this share of the whole symbol's contrast, nothing is certain: glare, or a torn rim. */
const FAINT = 0.35;

/** Where between the dark and the light around it a module turns from one to the other, as a share of their difference. */
const THRESHOLDS = [0.5, 0.3, 0.72];
/** Modules each way whose mean a module is compared with: across a shadow's edge they are too many, beside it they are few enough. */
const NEAR = 2;

/**
 * Modules decided each by what lies around it, for light that changes within the symbol, in several ways, since none is right for
 * all: between the dark and the light around (glare, bright spots), nearer to the dark (a white module in the shadow is darker than half of
 * one beside it), nearer to the light (dark modules filled with a picture), and by the mean of the nearest (shadows' edges).
 *
 * @returns for each way and module of the symbol -1 (light) to 1 (dark), near 0 where it can not be told
 */
export function flatten({ size, side, values }: SoftGrid): readonly Float32Array[] {
  const dark = smooth(extreme(values, side, Math.min), side, REACH);
  const light = smooth(extreme(values, side, Math.max), side, REACH);
  const mean = smooth(values, side, NEAR);
  const inside = (soften: (at: number, half: number) => number) =>
    Float32Array.from({ length: size * size }, (_, i) => {
      const at = (Math.floor(i / size) + RIM) * side + (i % size) + RIM;
      const half = ((light[at] ?? 0) - (dark[at] ?? 0)) / 2;
      return Math.max(-0.99, Math.min(0.99, soften(at, half))) * Math.min(1, half / FAINT);
    });
  const [half, ...others] = THRESHOLDS.map((share) =>
    inside((at, half) => {
      const over = (values[at] ?? 0) - (dark[at] ?? 0) - 2 * share * half;
      return -over / Math.max(2 * half * (over > 0 ? 1 - share : share), 0.05);
    }),
  );
  const byMean = inside((at, half) => ((mean[at] ?? 0) - (values[at] ?? 0)) / Math.max(half, 0.05));
  return half === undefined ? [] : [half, byMean, ...others];
}

function extreme(values: Float32Array, side: number, pick: (a: number, b: number) => number): Float32Array {
  return alongRows(alongRows(values, side, pick, false), side, pick, true);
}

function alongRows(
  values: Float32Array,
  side: number,
  pick: (a: number, b: number) => number,
  isDown: boolean,
): Float32Array {
  const [step, line] = isDown ? [side, 1] : [1, side];
  const out = new Float32Array(values.length);
  for (let row = 0; row < side; row++) {
    for (let i = 0; i < side; i++) {
      let best = values[row * line + i * step] ?? 0;
      for (let k = Math.max(0, i - REACH); k <= Math.min(side - 1, i + REACH); k++)
        best = pick(best, values[row * line + k * step] ?? 0);
      out[row * line + i * step] = best;
    }
  }
  return out;
}

function smooth(values: Float32Array, side: number, reach: number): Float32Array {
  const mean = (isDown: boolean, of: Float32Array) => {
    const [step, line] = isDown ? [side, 1] : [1, side];
    return of.map((_, at) => {
      const row = isDown ? at % side : Math.floor(at / side);
      const i = isDown ? Math.floor(at / side) : at % side;
      const [first, last] = [Math.max(0, i - reach), Math.min(side - 1, i + reach)];
      let sum = 0;
      for (let k = first; k <= last; k++) sum += of[row * line + k * step] ?? 0;
      return sum / (last - first + 1);
    });
  };
  return mean(true, mean(false, values));
}
