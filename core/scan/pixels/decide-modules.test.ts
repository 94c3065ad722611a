import { describe, expect, it } from 'vitest';
import { encodeQr } from '../../testkit/draw-qr.ts';
import { resetPayload } from '../../testkit/payloads.ts';
import { createRandom } from '../../testkit/random.ts';
import { boxBlur } from '../filter.ts';
import { findFinderPeaks } from '../finder-peaks.ts';
import { knownModules } from '../function-patterns.ts';
import type { GrayImage } from '../gray.ts';
import { measureFit } from '../refine-corners.ts';
import { fitGuess } from '../resample.ts';
import { enlarge } from '../resize.ts';
import type { Corners } from '../types.ts';
import { decideByPixels } from './decide-modules.ts';

const PIXELS_PER_MODULE = 1.8;
const MARGIN = 20;
const SUBSAMPLES = 4;

const symbol = encodeQr(resetPayload(createRandom(3)), { ecLevel: 'Q' });
const known = knownModules(symbol.version);
const side = Math.ceil(symbol.size * PIXELS_PER_MODULE) + 2 * MARGIN;

/** Seen straight on from `left`, a fraction of a pixel, blurred, with a bright reflection across it and noise. */
function seen(left: number, seed: number): { readonly image: GrayImage; readonly corners: Corners } {
  const random = createRandom(seed);
  const sharp = new Uint8Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) sharp[y * side + x] = 180 - 90 * darkShare(x - MARGIN - left, y - MARGIN);
  }
  const soft = boxBlur({ data: sharp, width: side, height: side }, 1);
  const data = soft.data.map((value, at) => {
    const distance = Math.hypot((at % side) - 0.4 * side, Math.floor(at / side) - 0.6 * side);
    return Math.min(255, value + 70 * Math.exp(-((distance / 50) ** 2)) + 6 * random.normal());
  });
  const [near, far] = [MARGIN, MARGIN + symbol.size * PIXELS_PER_MODULE];
  const at = (x: number, y: number) => ({ x: x + left, y });
  return {
    image: { data, width: side, height: side },
    corners: [at(near, near), at(far, near), at(far, far), at(near, far)],
  };
}

function darkShare(x: number, y: number): number {
  let dark = 0;
  for (let i = 0; i < SUBSAMPLES ** 2; i++) {
    const u = Math.floor((x + ((i % SUBSAMPLES) + 0.5) / SUBSAMPLES) / PIXELS_PER_MODULE);
    const v = Math.floor((y + (Math.floor(i / SUBSAMPLES) + 0.5) / SUBSAMPLES) / PIXELS_PER_MODULE);
    const isInside = u >= 0 && v >= 0 && u < symbol.size && v < symbol.size;
    if (isInside && symbol.modules[v * symbol.size + u] === 1) dark++;
  }
  return dark / SUBSAMPLES ** 2;
}

function viewOf({ image, corners }: ReturnType<typeof seen>) {
  const fit = measureFit(image, corners, known);
  if (fit === null) throw new Error('the corners are a square');
  return { image, fit };
}

const unsure = new Float32Array(symbol.modules.length);
const countWrong = (soft: Float32Array) =>
  soft.reduce((wrong, value, at) => wrong + (value > 0 === (symbol.modules[at] === 1) ? 0 : 1), 0);

describe('deciding modules from pixels', () => {
  const views = [seen(0.2, 1), seen(0.7, 2)].map(viewOf);
  const one = countWrong(decideByPixels(views.slice(0, 1), symbol.size)(known, unsure, null));
  const both = countWrong(decideByPixels(views, symbol.size)(known, unsure, null));

  it('leaves few wrong, from nothing but the fixed patterns, and fewer with a second frame', () => {
    expect(one).toBeLessThan(0.1 * symbol.modules.length);
    expect(both).toBeLessThan(one);
  });

  it('leaves known modules as they are, and follows strong votes', () => {
    const votes = unsure.map((_, at) => (at === 40 * symbol.size + 40 ? 500 : 0));
    const soft = decideByPixels(views, symbol.size)(known, unsure, votes);
    expect(soft[40 * symbol.size + 40]).toBeCloseTo(1, 5);
    known.sign.forEach((sign, i) => {
      expect(soft[Math.floor(known.v[i] ?? 0) * symbol.size + Math.floor(known.u[i] ?? 0)]).toBe(sign);
    });
  });
});

describe('a reflection across the symbol', () => {
  const { image, corners } = seen(0.2, 3);

  it('does not hide the finder patterns', () => {
    const peaks = findFinderPeaks(enlarge(image, 2));
    const middle = 3.5 * PIXELS_PER_MODULE;
    const [a, b, , d] = corners;
    for (const { x, y } of [
      { x: a.x + middle, y: a.y + middle },
      { x: b.x - middle, y: b.y + middle },
      { x: d.x + middle, y: d.y - middle },
    ])
      expect(peaks.some((peak) => Math.hypot(peak.x / 2 - x, peak.y / 2 - y) < 2 * PIXELS_PER_MODULE)).toBe(
        true,
      );
  });

  it('does not hide the other patterns: the symbol is laid over the picture', () => {
    const fit = fitGuess(image, { corners, version: symbol.version });
    corners.forEach((corner, i) => {
      const found = fit?.corners[i];
      expect(Math.hypot((found?.x ?? 0) - corner.x, (found?.y ?? 0) - corner.y)).toBeLessThan(0.6);
    });
  });
});
