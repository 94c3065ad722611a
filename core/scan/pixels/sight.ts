import type { GrayImage } from '../gray.ts';
import type { Fit } from '../refine-corners.ts';
import { fitLight, followGlare, type Light, layLight, missesOf } from './light.ts';
import { type Blur, blurModules, type Mixture, mixModules } from './mixture.ts';
import { type SymbolPixels, takePixels, thinOut } from './symbol-pixels.ts';

/** A picture with the symbol laid over it. */
export interface View {
  readonly image: GrayImage;
  readonly fit: Fit;
}

/** How the modules of a symbol became the pixels of one picture. */
export interface Sight {
  readonly pixels: SymbolPixels;
  readonly blur: Blur;
  readonly mixture: Mixture;
  readonly light: Light;
  /** Mean square of what the pixels have beside it. */
  readonly noise: number;
  /** Room for a value at each pixel, used again and again: a hard symbol asks for it some hundred times. */
  readonly room: Float32Array;
}

/** Of a picture whose modules run into each other. */
const USUAL_BLUR: Blur = { u: 0.6, v: 0.6 };
const LEAST_BLUR = 0.2;
/** Wider bells reach beyond the modules that a pixel is made of. */
const MOST_BLUR = 1;
/** How finely the blur is measured: the search takes steps of twice this, then of this. */
const BLUR_STEP = 0.05;
/** One pixel in so many tells the blur: there are thousands. */
const BLUR_PIXELS = 8;

/**
 * Measures blur and light of a picture, from the modules as they are believed to be.
 *
 * @param plane of modules, -1 (light) to 1 (dark)
 * @param before what was measured with an earlier belief
 */
export function measureSight(
  { image, fit }: View,
  size: number,
  plane: Float32Array,
  before: Sight | null,
): Sight {
  const pixels = before?.pixels ?? takePixels(image, fit, size);
  const thin = thinOut(pixels, BLUR_PIXELS);
  const attempt = (blur: Blur) => {
    const blurred = blurModules(mixModules(thin, size, blur), plane);
    const terms = fitLight(thin, blurred, size);
    return { blur, terms, noise: meanSquare(missesOf(thin, blurred, layLight(terms, thin, size))) };
  };
  const { blur, terms } = descend(attempt, before?.blur ?? USUAL_BLUR);
  const mixture = mixModules(pixels, size, blur);
  const blurred = blurModules(mixture, plane);
  const smooth = layLight(terms, pixels, size);
  const light = followGlare(pixels, smooth, missesOf(pixels, blurred, smooth), size);
  const noise = meanSquare(missesOf(pixels, blurred, light));
  return { pixels, blur, mixture, light, noise, room: blurred };
}

function descend<Attempt extends { readonly blur: Blur; readonly noise: number }>(
  attempt: (blur: Blur) => Attempt,
  start: Blur,
): Attempt {
  let best = attempt(start);
  for (const step of [2 * BLUR_STEP, BLUR_STEP]) {
    for (let before = Infinity; best.noise < before; ) {
      before = best.noise;
      for (const [u, v] of [
        [step, 0],
        [-step, 0],
        [0, step],
        [0, -step],
      ] as const) {
        const blur = { u: best.blur.u + u, v: best.blur.v + v };
        if (Math.min(blur.u, blur.v) < LEAST_BLUR || Math.max(blur.u, blur.v) > MOST_BLUR) continue;
        const other = attempt(blur);
        if (other.noise < best.noise) best = other;
      }
    }
  }
  return best;
}

function meanSquare(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length) + 1e-6;
}
