import type { DecodeEngine } from './engine.ts';
import { fuseFrames } from './fuse-frames.ts';
import { clipRect, type GrayImage, mapCorners, type Rect, toGray } from './gray.ts';
import { locateTexture } from './locate.ts';
import { readLocated, readResampled, readSearched, readTraced } from './rungs.ts';
import { createScene, toOutcome } from './scene.ts';
import type { Picture, Point, ScanOutcome } from './types.ts';

/** More frames take longer to collect, and the code moves on. */
const MAX_FRAMES = 4;
const FUSED_REGIONS = 2;
/** Larger regions are not fused: their modules are large enough for one frame. Pixels. */
const MAX_FUSED_PIXELS = 480;

/**
 * Reads what several frames show together. Worth: with one frame the hardest webcam pictures give nothing; four frames halve the noise
 * and average the moire away.
 */
export function readBurst(
  frames: readonly Picture[],
  engine: DecodeEngine,
  now: () => number,
  budgetMs: number,
): ScanOutcome {
  const startedAt = now();
  const hasTime = () => now() - startedAt < budgetMs;
  const images = frames
    .slice(0, MAX_FRAMES)
    .map(toGray)
    .filter((image) => image !== null);
  const outcomes = fuseRegions(images, hasTime).map(({ rect, fused }) =>
    readFused(rect, fused, engine, hasTime),
  );
  const codes = outcomes.flatMap((outcome) => outcome.codes);
  const glimpses = codes.length > 0 ? [] : outcomes.flatMap((outcome) => outcome.glimpses);
  return { codes, glimpses, elapsedMs: now() - startedAt };
}

function readFused(
  rect: Rect,
  fused: GrayImage,
  engine: DecodeEngine,
  hasTime: () => boolean,
): Omit<ScanOutcome, 'elapsedMs'> {
  const scene = createScene(fused, hasTime, [{ x: 0, y: 0, width: fused.width, height: fused.height }]);
  readLocated(scene, engine, 1);
  readTraced(scene, engine);
  readResampled(scene, engine);
  readSearched(scene, engine);
  const { codes, glimpses } = toOutcome(scene);
  const toFrame = (point: Point) => ({ x: point.x + rect.x, y: point.y + rect.y });
  return {
    codes: codes.map((code) => ({ ...code, corners: mapCorners(code.corners, toFrame), rung: 'fused' })),
    glimpses: glimpses.map((glimpse) => ({ ...glimpse, corners: mapCorners(glimpse.corners, toFrame) })),
  };
}

function fuseRegions(
  images: readonly GrayImage[],
  hasTime: () => boolean,
): readonly { readonly rect: Rect; readonly fused: GrayImage }[] {
  const [first] = images;
  if (first === undefined) return [];
  return locateTexture(first, FUSED_REGIONS)
    .filter((rect) => Math.max(rect.width, rect.height) <= MAX_FUSED_PIXELS)
    .map((rect) => ({ rect: clipRect(rect, first), fused: hasTime() ? fuseFrames(images, rect) : null }))
    .flatMap(({ rect, fused }) => (fused === null ? [] : [{ rect, fused }]));
}
