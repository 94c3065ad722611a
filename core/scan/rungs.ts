import { isDrawn } from './drawn.ts';
import type { DecodeEngine } from './engine.ts';
import { boxBlur } from './filter.ts';
import { type GrayImage, mapCorners, type Rect, rectAround } from './gray.ts';
import { type Lens, magnify } from './magnify.ts';
import type { Fit } from './refine-corners.ts';
import { fitGuess, type Guess, readViews, toGuesses } from './resample.ts';
import { enlarge, halve } from './resize.ts';
import { createScene, isCovered, type Scene } from './scene.ts';
import { searchFinders } from './search-finders.ts';
import { measureSlant, straighten } from './straighten.ts';
import type { Point } from './types.ts';

/** All that a pass sees, as far as the decoder can count. */
const MAX_SYMBOLS = 255;
/** Failed symbols count as symbols, and a hard code fails several times before it is read. */
const MAX_SYMBOLS_WITH_FAILURES = 12;

/** Mild: strong sharpening reads more webcam pictures but loses screen captures. */
const SOFT_LENS: Lens = { factor: 2, sharpen: 1 };
const TRACING_LENSES: readonly Lens[] = [
  { factor: 3, sharpen: 0 },
  { factor: 3, sharpen: 2 },
];
const TRACED_REGIONS = 2;
const SEARCHED_REGIONS = 2;
const VIEWED_REGIONS = 2;
/** A code that fills a larger region has modules that the decoder sees by itself. */
const MAX_SEARCHED_PIXELS = 400;
/** Smaller pictures have no pixels to spare. 1600x1200, which chat programs make of photos, is nearly two million. */
const MIN_HALVED_PIXELS = 1_800_000;
/** Larger pictures are screens and good photos, whose small codes the locator finds; doubling them takes a tenth of a second. Pixels. */
const MAX_ENLARGED_PIXELS = 1_500_000;
/** Above this one more pass over the whole picture takes a quarter of a second. Pixels. */
const MAX_REPEATED_PIXELS = 5_000_000;

/**
 * The whole frame in one pass. Worth: 58 % of dense webcam and 89 % of dense shared-screen pictures, 19 ms at 1080p;
 * no other single pass measured came near.
 */
export function readWhole(scene: Scene, engine: DecodeEngine): void {
  scene.look(engine, scene.image, { maxSymbols: MAX_SYMBOLS }, 'whole');
}

/**
 * Textured regions, cut out, doubled and sharpened: a module of two pixels becomes one of four, and the threshold is taken from
 * the code's own surroundings. Worth: +11 points on dense webcam pictures.
 */
export function readLocated(
  scene: Scene,
  engine: DecodeEngine,
  maxRegions: number,
  maxSidePixels = Infinity,
): void {
  for (const rect of scene.openRegions(maxRegions)) {
    if (!scene.hasTime()) return;
    if (Math.max(rect.width, rect.height) > maxSidePixels) continue;
    const { image, toPicture } = magnify(scene.image, rect, SOFT_LENS);
    const pass = { maxSymbols: MAX_SYMBOLS_WITH_FAILURES, keepsFailures: true };
    scene.look(engine, image, pass, 'located', toPicture);
  }
}

/**
 * The best regions again, larger, plain and strongly sharpened, keeping symbols that were found but not read: their corners and version
 * are where {@link readResampled} starts.
 */
export function readTraced(scene: Scene, engine: DecodeEngine): void {
  for (const lens of TRACING_LENSES) {
    for (const rect of scene.openRegions(TRACED_REGIONS)) {
      if (!scene.hasTime()) return;
      if (isDrawn(scene.image, rect)) continue;
      const { image, toPicture } = magnify(scene.image, rect, lens);
      const pass = { maxSymbols: MAX_SYMBOLS_WITH_FAILURES, keepsFailures: true };
      scene.look(engine, image, pass, 'traced', toPicture);
    }
  }
}

/**
 * Symbols whose place is known: corners fitted to the fixed patterns, every module sampled, the blur between modules undone.
 * Worth: generated webcam pictures of level 5 (2 pixels a module) from about 40 % to nearly all: 11 % of their modules are wrong as they are
 * sampled, 2 % after the equaliser, less than 1 % decided from the pixels; level 6 from a third to two thirds.
 */
export function readResampled(scene: Scene, engine: DecodeEngine): void {
  const fits = toGuesses(scene.takeFailures())
    .filter(({ corners }) => isOpen(scene, rectAround(corners, 0)))
    .map((guess) => ({ guess, fit: scene.hasTime() ? fitGuess(scene.image, guess) : null }))
    .filter(({ fit }) => fit !== null)
    .sort((a, b) => (b.fit?.likeness ?? 0) - (a.fit?.likeness ?? 0));
  for (const { guess, fit } of fits) {
    if (fit !== null) readOnce(scene, engine, fit, guess.version);
  }
}

function isOpen(scene: Scene, place: Rect): boolean {
  return !isCovered(place, scene.codes) && !scene.isSampled(place);
}

/** The likeliest fit of a place is tried, the others there are worse guesses of the same symbol. */
function readOnce(scene: Scene, engine: DecodeEngine, fit: Fit, version: number): void {
  if (!scene.hasTime() || scene.isSampled(rectAround(fit.corners, 0))) return;
  scene.markSampled(fit.corners);
  const read = readViews(engine, [{ image: scene.image, fit }], version, () => scene.hasTime());
  if (read !== null) scene.keep(read, 'resampled');
}

/**
 * Regions where the decoder saw no symbol at all: finder patterns searched by their rings, then as in {@link readResampled}.
 * Worth: about one in ten of the codes below 1.8 pixels a module, whose finder patterns have no clean line left; and it lets the
 * engine without WebAssembly use {@link readResampled} at all.
 */
export function readSearched(scene: Scene, engine: DecodeEngine): void {
  for (const rect of scene.openRegions(SEARCHED_REGIONS)) {
    if (!scene.hasTime()) return;
    if (Math.max(rect.width, rect.height) > MAX_SEARCHED_PIXELS || scene.isSampled(rect)) continue;
    // Modules that a program drew are either plain to the decoder or less than a pixel.
    if (isDrawn(scene.image, rect)) continue;
    const guess = searchFinders(scene.image, rect);
    if (guess !== null) readGuess(scene, engine, guess);
  }
}

function readGuess(scene: Scene, engine: DecodeEngine, guess: Guess): void {
  const fit = fitGuess(scene.image, guess);
  if (fit === null) return;
  scene.glimpse({ kind: 'failed', version: guess.version, corners: fit.corners });
  readOnce(scene, engine, fit, guess.version);
}

/**
 * Regions where no symbol was seen either, turned and sheared until their squares stand upright, and finder patterns searched there.
 * The search knows upright rings only, and the decoder loses turned finder patterns first when they blur. Worth: see
 * {@link readSmoothed}.
 */
export function readStraightened(scene: Scene, engine: DecodeEngine): void {
  for (const rect of scene.openRegions(SEARCHED_REGIONS)) {
    if (!scene.hasTime()) return;
    const slant = scene.isSampled(rect) ? null : measureSlant(scene.image, rect);
    if (slant === null) continue;
    const { image, toPicture } = straighten(scene.image, rect, slant);
    const guess = searchFinders(image, { x: 0, y: 0, width: image.width, height: image.height });
    if (guess !== null) readGuess(scene, engine, { ...guess, corners: mapCorners(guess.corners, toPicture) });
  }
}

/**
 * The picture at half its size, by the rungs before: a photo of a screen shows more pixels than the screen has, and their stripes. Worth:
 * see {@link readSmoothed}; a quarter of the time.
 */
export function readHalved(scene: Scene, engine: DecodeEngine): void {
  if (scene.image.data.length < MIN_HALVED_PIXELS) return;
  readView(scene, engine, halve(scene.image), ({ x, y }) => ({ x: 2 * x, y: 2 * y }));
}

/**
 * The picture softened, by the rungs before: for grain, halftone, and the stripes of a photographed screen, which look like modules.
 * Worth, with {@link readHalved} and {@link readStraightened}: phone photos of a monitor from another generator, turned up to 45 degrees, 2.5 to 6
 * pixels a module, from 32 to 43 of 48.
 */
export function readSmoothed(scene: Scene, engine: DecodeEngine): void {
  if (scene.image.data.length > MAX_REPEATED_PIXELS) return;
  readView(scene, engine, boxBlur(scene.image, 1), (point) => point);
}

/**
 * The picture in another light: dim parts brightened, or colours weighed as the eye does. Worth: codes in the dark beside a bright spot, and
 * green on red, whose plain means are equal.
 */
export function readRelit(scene: Scene, engine: DecodeEngine, image: GrayImage): void {
  if (image.data.length > MAX_REPEATED_PIXELS) return;
  scene.look(engine, image, { maxSymbols: MAX_SYMBOLS }, 'relit');
}

function readView(
  scene: Scene,
  engine: DecodeEngine,
  image: GrayImage,
  toPicture: (point: Point) => Point,
): void {
  const view = createScene(image, () => scene.hasTime());
  readWhole(view, engine);
  readLocated(view, engine, VIEWED_REGIONS);
  readTraced(view, engine);
  readResampled(view, engine);
  readSearched(view, engine);
  readStraightened(view, engine);
  scene.adopt(view, toPicture);
}

/**
 * Twice the whole picture, for codes too small for the locator. Worth: with the two others like it, 91 to 96 % of the photos of the
 * zxing-cpp collection; nothing on generated pictures.
 */
export function readEnlarged(scene: Scene, engine: DecodeEngine): void {
  const { width, height } = scene.image;
  if (width * height > MAX_ENLARGED_PIXELS) return;
  const half = ({ x, y }: { x: number; y: number }) => ({ x: x / 2, y: y / 2 });
  scene.look(engine, enlarge(scene.image, 2), { maxSymbols: MAX_SYMBOLS }, 'enlarged', half);
}

/** An engine with another finder search and other thresholds. Worth: see {@link readEnlarged}. */
export function readIndependently(scene: Scene, independent: DecodeEngine): void {
  if (scene.image.data.length > MAX_REPEATED_PIXELS) return;
  scene.look(independent, scene.image, { maxSymbols: 1 }, 'zxing-js');
}
