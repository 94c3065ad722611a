import { describe, expect, it } from 'vitest';
import { createRandom } from '../testkit/random.ts';
import { type Spoiling, spoiledPicture } from '../testkit/spoil.ts';
import { type ScreenSpoiling, spoiledScreen } from '../testkit/spoil-screen.ts';
import { diagnose } from './diagnose.ts';

const SPOILINGS: readonly Spoiling[] = [
  'tooSmall',
  'blurred',
  'cutOff',
  'glare',
  'tooDark',
  'moving',
  'nothingThere',
];
const SEEDS = Array.from({ length: 7 }, (_, index) => index * 1000 + 31);
/** Of seven pictures: one may look like something else. */
const LEAST_RIGHT = 6;
/** Photographing seven scenes takes a busy machine a while. */
const TIMEOUT_MS = 60_000;

describe('diagnose', { timeout: TIMEOUT_MS }, () => {
  it.each(SPOILINGS)('names what is wrong with a picture: %s', (spoiling) => {
    const reasons = SEEDS.map((seed) => {
      const { picture, previous } = spoiledPicture(spoiling, createRandom(seed));
      return diagnose(picture, [], previous).reason;
    });
    const right = reasons.filter((reason) => reason === spoiling).length;
    expect(right, reasons.join(' ')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it.each<[ScreenSpoiling, 'dark' | 'light']>([
    ['tooSmall', 'dark'],
    ['tooSmall', 'light'],
    ['blurred', 'dark'],
    ['blurred', 'light'],
    ['nothingThere', 'dark'],
    ['nothingThere', 'light'],
  ])('names what is wrong with a grabbed screen: %s, on a %s page', (spoiling, page) => {
    const reasons = SEEDS.map(
      (seed) => diagnose(spoiledScreen(spoiling, page === 'dark', createRandom(seed)).picture, []).reason,
    );
    expect(reasons).not.toContain('tooDark');
    const right = reasons.filter((reason) => reason === spoiling).length;
    expect(right, reasons.join(' ')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it('says how many times larger a code finer than the pixels must be shown, to within a third', () => {
    for (const seed of SEEDS) {
      const { picture, pixelsPerModule } = spoiledScreen('tooSmall', seed % 2 === 0, createRandom(seed));
      const { reason, enlargeBy } = diagnose(picture, []);
      if (reason !== 'tooSmall') continue;
      const share = ((enlargeBy ?? 0) * (pixelsPerModule ?? 0)) / 3;
      expect(share).toBeGreaterThan(0.67);
      expect(share).toBeLessThan(1.34);
    }
  });

  it('measures a code that is too small to within a third and says how much larger it must be', () => {
    for (const seed of SEEDS) {
      const { picture, pixelsPerModule } = spoiledPicture('tooSmall', createRandom(seed));
      const found = diagnose(picture, []);
      const share = (found.pixelsPerModule ?? 0) / (pixelsPerModule ?? 1);
      expect(share).toBeGreaterThan(0.67);
      expect(share).toBeLessThan(1.34);
      expect(found.enlargeBy).toBeCloseTo(3 / (found.pixelsPerModule ?? 1), 0);
    }
  });

  it('takes the size from a symbol whose version is known', () => {
    const { picture } = spoiledPicture('tooSmall', createRandom(31));
    const region = diagnose(picture, []).region ?? { x: 0, y: 0, width: 0, height: 0 };
    const [right, bottom] = [region.x + region.width, region.y + region.height];
    const corners = [
      { x: region.x, y: region.y },
      { x: right, y: region.y },
      { x: right, y: bottom },
      { x: region.x, y: bottom },
    ] as const;
    expect(diagnose(picture, [{ corners, version: 14, pixelsPerModule: 1.5 }])).toMatchObject({
      reason: 'tooSmall',
      pixelsPerModule: 1.5,
      enlargeBy: 2,
    });
  });

  it('takes blur for blur when the frame before stood still', () => {
    const { picture } = spoiledPicture('moving', createRandom(31));
    expect(diagnose(picture, [], picture).reason).toBe('blurred');
  });

  it.each([
    ['no pixels', { data: new Uint8ClampedArray(0), width: 0, height: 0 }, 'nothingThere'],
    [
      'fewer pixels than its size says',
      { data: new Uint8ClampedArray(8), width: 9, height: 9 },
      'nothingThere',
    ],
    ['one white pixel', { data: new Uint8ClampedArray(4).fill(255), width: 1, height: 1 }, 'nothingThere'],
    ['a covered lens', { data: new Uint8ClampedArray(4 * 64 * 48), width: 64, height: 48 }, 'tooDark'],
  ] as const)('answers for %s', (_, picture, reason) => {
    expect(diagnose(picture, [])).toEqual({ reason, region: null, pixelsPerModule: null, enlargeBy: null });
  });
});
