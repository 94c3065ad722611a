import { describe, expect, it } from 'vitest';
import { encodeQr } from '../testkit/draw-qr.ts';
import { blur } from '../testkit/lens.ts';
import { photograph } from '../testkit/optics.ts';
import { resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { recorderScreen } from '../testkit/scenes.ts';
import { equalise, toModules } from './equalise.ts';
import { decidedModules, knownModules, sizeOfVersion } from './function-patterns.ts';
import { type GrayImage, toGray } from './gray.ts';
import { homographyOfSquare, project } from './homography.ts';
import { decideByPixels } from './pixels/decide-modules.ts';
import { refineCorners, refitCorners } from './refine-corners.ts';
import { solveRidge } from './ridge.ts';
import { sampleGrid } from './sample-grid.ts';
import { searchFinders } from './search-finders.ts';
import type { Corners, ModuleGrid, Picture } from './types.ts';

function grayOf(picture: Picture): GrayImage {
  const image = toGray(picture);
  if (image === null) throw new Error('the picture has pixels');
  return image;
}

function countWrong(found: ModuleGrid, drawn: ModuleGrid): number {
  return found.modules.reduce((wrong, module, i) => wrong + (module === drawn.modules[i] ? 0 : 1), 0);
}

/** A version 20 code straight in front of a camera, blurred until its modules run into each other. */
function blurredCode(pixelsPerModule: number, sigma: number) {
  const random = createRandom(4);
  const text = resetPayload(random);
  const symbol = encodeQr(text, { ecLevel: 'H' });
  const scene = recorderScreen(random, { text, ecLevel: 'H' }, 4);
  const aim = { x: 200.3, y: 190.7 };
  const view = {
    width: 400,
    height: 380,
    scale: pixelsPerModule / 4,
    yaw: 0,
    pitch: 0,
    roll: 0,
    sceneAim: scene.centre,
    pixelAim: aim,
    stripes: 0,
  };
  const half = (symbol.size * pixelsPerModule) / 2;
  const corners: Corners = [
    { x: aim.x - half, y: aim.y - half },
    { x: aim.x + half, y: aim.y - half },
    { x: aim.x + half, y: aim.y + half },
    { x: aim.x - half, y: aim.y + half },
  ];
  return { image: grayOf(blur(photograph(scene.picture, view), sigma, sigma)), corners, symbol };
}

describe('homographyOfSquare', () => {
  it('takes the corners of the square to the corners it was given', () => {
    const corners: Corners = [
      { x: 10, y: 12 },
      { x: 90, y: 20 },
      { x: 100, y: 95 },
      { x: 5, y: 80 },
    ];
    const view = homographyOfSquare(corners, 50);
    if (view === null) throw new Error('these corners are a quadrilateral');
    const projected = [
      project(view, 0, 0),
      project(view, 50, 0),
      project(view, 50, 50),
      project(view, 0, 50),
    ];
    projected.forEach((point, i) => {
      expect(point.x).toBeCloseTo(corners[i]?.x ?? Number.NaN, 6);
      expect(point.y).toBeCloseTo(corners[i]?.y ?? Number.NaN, 6);
    });
  });

  it('refuses corners that fall together', () => {
    const point = { x: 3, y: 3 };
    expect(homographyOfSquare([point, point, point, point], 21)).toBeNull();
  });
});

describe('knownModules', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))('agrees with version %i as it is drawn', (version) => {
    const symbol = encodeQr('x', { ecLevel: 'L', version });
    const known = knownModules(version);
    expect(known.size).toBe(sizeOfVersion(version));
    expect(symbol.size).toBe(known.size);
    known.sign.forEach((sign, i) => {
      const at = Math.floor(known.v[i] ?? 0) * known.size + Math.floor(known.u[i] ?? 0);
      expect(symbol.modules[at]).toBe(sign > 0 ? 1 : 0);
    });
    expect(known.darks).toBe(known.sign.filter((sign) => sign > 0).length);
  });
});

describe('solveRidge', () => {
  it('finds the weights that made the targets', () => {
    const random = createRandom(1);
    const features = Float32Array.from({ length: 60 }, () => random.normal());
    const rows = Array.from({ length: 20 }, (_, i) => i);
    const targets = rows.map(
      (i) => 2 * (features[i * 3] ?? 0) - 0.5 * (features[i * 3 + 1] ?? 0) + (features[i * 3 + 2] ?? 0),
    );
    const [weights] = solveRidge(features, 3, rows, [targets], 1e-9);
    expect([...(weights ?? [])].map((weight) => Math.round(weight * 1000) / 1000)).toEqual([2, -0.5, 1]);
  });

  it('stays finite for features that say nothing', () => {
    const [weights] = solveRidge(new Float32Array(30), 3, [0, 1, 2], [[1, -1, 1]], 0.01);
    expect([...(weights ?? [Number.NaN])].every(Number.isFinite)).toBe(true);
  });
});

describe('refineCorners', () => {
  it('brings corners back that are off by half a module, and the far one by four modules', () => {
    const { image, corners } = blurredCode(2.5, 0.8);
    const [a, b, c, d] = corners;
    const moved: Corners = [
      { x: a.x + 1, y: a.y - 0.8 },
      { x: b.x - 0.7, y: b.y + 0.9 },
      { x: c.x + 9, y: c.y - 8 },
      { x: d.x + 0.6, y: d.y + 0.7 },
    ];
    const fit = refineCorners(image, moved, knownModules(20));
    corners.forEach((corner, i) => {
      const found = fit?.corners[i];
      expect(Math.hypot((found?.x ?? 0) - corner.x, (found?.y ?? 0) - corner.y)).toBeLessThan(0.7);
    });
    expect(fit?.likeness).toBeGreaterThan(0.7);
  });

  it('finds no likeness where there is no code', () => {
    const random = createRandom(8);
    const data = Uint8Array.from({ length: 400 * 400 }, () => random.integer(0, 255));
    const { corners } = blurredCode(2.5, 0);
    const fit = refineCorners({ data, width: 400, height: 400 }, corners, knownModules(20));
    expect(fit?.likeness).toBeLessThan(0.3);
  });
});

describe('undoing blur', () => {
  it('gets wrong modules down step by step, and a clean symbol without any', () => {
    const { image, corners, symbol } = blurredCode(1.8, 0.9);
    const known = knownModules(symbol.version);
    const fit = refineCorners(image, corners, known);
    if (fit === null) throw new Error('the corners are a quadrilateral');
    const grid = sampleGrid(image, fit.view, known.size);
    const side = grid.side;
    const raw = Float32Array.from(
      symbol.modules,
      (_, i) => -(grid.values[(Math.floor(i / 97) + 2) * side + (i % 97) + 2] ?? 0),
    );
    const equalised = equalise(grid, known, null);
    const together = decideByPixels([{ image, fit }], known.size)(known, equalised, null);
    const wrong = [raw, equalised, together].map((soft) => countWrong(toModules(soft, known.size), symbol));
    expect(wrong[0]).toBeGreaterThan(500);
    expect(wrong[1]).toBeLessThan((wrong[0] ?? 0) / 2);
    expect(wrong[2]).toBeLessThanOrEqual(wrong[1] ?? 0);
    expect(wrong[2]).toBeLessThan(20);
  });

  it('fits the symbol better by all modules than by the fixed ones', () => {
    const { image, corners, symbol } = blurredCode(2, 0.8);
    const soft = Float32Array.from(symbol.modules, (module) => (module === 1 ? 1 : -1));
    const shifted: Corners = [{ x: corners[0].x + 1.2, y: corners[0].y }, corners[1], corners[2], corners[3]];
    const fit = refitCorners(image, shifted, decidedModules(soft, symbol.size));
    expect(Math.abs((fit?.corners[0].x ?? 0) - corners[0].x)).toBeLessThan(0.5);
  });
});

describe('searchFinders', () => {
  it('finds place and version of a code whose lines are blurred shut', () => {
    const { image, corners } = blurredCode(1.8, 0.9);
    const guess = searchFinders(image, { x: 0, y: 0, width: image.width, height: image.height });
    expect(guess?.version).toBe(20);
    for (const at of [0, 1, 3] as const) {
      expect(Math.abs((guess?.corners[at].x ?? 0) - corners[at].x)).toBeLessThan(4);
      expect(Math.abs((guess?.corners[at].y ?? 0) - corners[at].y)).toBeLessThan(4);
    }
  });

  it('answers null for an even picture', () => {
    const image = { data: new Uint8Array(200 * 200).fill(120), width: 200, height: 200 };
    expect(searchFinders(image, { x: 0, y: 0, width: 200, height: 200 })).toBeNull();
  });
});
