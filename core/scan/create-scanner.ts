import type { DecodeEngine } from './engine.ts';
import { brighten, toGray, toLuma } from './gray.ts';
import { readBurst } from './read-burst.ts';
import { readPatterns } from './read-patterns.ts';
import {
  readEnlarged,
  readHalved,
  readIndependently,
  readLocated,
  readRelit,
  readResampled,
  readSearched,
  readSmoothed,
  readStraightened,
  readTraced,
  readWhole,
} from './rungs.ts';
import { createScene, type Scene, toOutcome } from './scene.ts';
import type { Picture, Scanner, ScanOutcome } from './types.ts';
import { startZXingEngine } from './zxing-engine.ts';
import { createZXingJsEngine } from './zxing-js-engine.ts';

/** Time a still may take when the caller does not say; long enough for the slowest rungs on a slow laptop. */
const DEFAULT_BUDGET_MS = 1500;
/** Once a code was read the agent waits for it; a harder one beside it (a reset code beside an app link) gets this long. */
const SECOND_CODE_BUDGET_MS = 300;
/** So many codes in one picture are a sheet of them, and the agent wants them all. */
const SHEET_CODES = 5;
/** The thorough rungs run two or three times a second. */
const LIVE_BUDGET_MS = 400;
const LIVE_REGIONS = 1;
/** A larger region is enlarged by less than a half, which the pass over the whole frame does as well. Pixels. */
const LIVE_REGION_PIXELS = 480;
const STILL_REGIONS = 4;

export interface ScannerOptions {
  /** The bytes of zxing-wasm's `zxing_reader.wasm`; null reads without WebAssembly. */
  readonly wasmBinary: Uint8Array | ArrayBuffer | null;
  /** Milliseconds on any clock that only goes forward; for time budgets. */
  readonly now?: () => number;
}

/**
 * Builds the reader. Always answers one: where WebAssembly can not start, a slower reader with `engine: 'js'`.
 * Never touches the network.
 */
export async function createScanner(options: ScannerOptions): Promise<Scanner> {
  const now = options.now ?? Date.now;
  const wasm = options.wasmBinary === null ? null : await startZXingEngine(options.wasmBinary);
  const independent = createZXingJsEngine();
  const engine = wasm ?? independent;
  return {
    engine: engine.name,
    scanLive: async (frame, { isThorough = false } = {}) =>
      scan(frame, now, LIVE_BUDGET_MS, (scene) => readLive(scene, engine, isThorough)),
    scanStill: async (picture, { budgetMs = DEFAULT_BUDGET_MS } = {}) =>
      scan(picture, now, budgetMs, (scene) => readStill(scene, picture, engine, independent)),
    scanBurst: async (frames, { budgetMs = DEFAULT_BUDGET_MS } = {}) =>
      readBurst(frames, engine, now, budgetMs),
  };
}

function readLive(scene: Scene, engine: DecodeEngine, isThorough: boolean): void {
  readWhole(scene, engine);
  readLocated(scene, engine, LIVE_REGIONS, LIVE_REGION_PIXELS);
  if (!isThorough || scene.codes.length > 0) return;
  readTraced(scene, engine);
  readResampled(scene, engine);
  if (scene.codes.length === 0) readSearched(scene, engine);
  if (scene.codes.length === 0 && !scene.hasSampled()) readStraightened(scene, engine);
  if (scene.codes.length > 0 || scene.isDrawn()) return;
  readPatterns(scene, engine);
  if (scene.codes.length === 0) readResampled(scene, engine);
}

/**
 * The slow rungs are only climbed when nothing was read, and no symbol was found clearly enough to be sampled: what sampling did not
 * read, they do not read either. Those for photos are left out where a program has drawn the picture.
 */
function readStill(scene: Scene, picture: Picture, engine: DecodeEngine, independent: DecodeEngine): void {
  const drawnRungs = [
    () => readEnlarged(scene, engine),
    () => readRelit(scene, engine, brighten(toLuma(picture))),
  ];
  const photoRungs = [
    () => readStraightened(scene, engine),
    () => readHalved(scene, engine),
    () => readSmoothed(scene, engine),
    ...drawnRungs,
    () => readIndependently(scene, independent),
  ];
  readWhole(scene, engine);
  // Several codes are a sheet. Around a single one, of 99 such photos one held another that only patterns find, and all took longer.
  if (scene.codes.length > 1) readPatterns(scene, engine);
  readLocated(scene, engine, STILL_REGIONS);
  readTraced(scene, engine);
  readResampled(scene, engine);
  if (scene.codes.length === 0) readSearched(scene, engine);
  if (scene.codes.length === 0) readPatterns(scene, engine);
  const isDone = () => scene.codes.length > 0 || scene.hasSampled() || !scene.hasTime();
  for (const climb of scene.isDrawn() ? drawnRungs : photoRungs) {
    if (isDone()) break;
    climb();
  }
  // Symbols that only their finder patterns showed.
  if (scene.codes.length === 0) readResampled(scene, engine);
}

function scan(
  picture: Picture,
  now: () => number,
  budgetMs: number,
  readScene: (scene: Scene) => void,
): ScanOutcome {
  const startedAt = now();
  const image = toGray(picture);
  if (image === null) return { codes: [], glimpses: [], elapsedMs: now() - startedAt };
  const scene = createScene(image, (codesRead) => {
    const isShort = codesRead > 0 && codesRead < SHEET_CODES;
    return now() - startedAt < (isShort ? Math.min(budgetMs, SECOND_CODE_BUDGET_MS) : budgetMs);
  });
  readScene(scene);
  return { ...toOutcome(scene), elapsedMs: now() - startedAt };
}
