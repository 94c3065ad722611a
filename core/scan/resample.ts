import { decodeSymbol } from './decode/decode-symbol.ts';
import type { DecodeEngine, SymbolFailed, SymbolRead } from './engine.ts';
import { equalise, toModules } from './equalise.ts';
import { levelLight } from './filter.ts';
import { decidedModules, type KnownModules, knownModules } from './function-patterns.ts';
import { clipRect, crop, type GrayImage, mapCorners, rectAround } from './gray.ts';
import { type DecideModules, decideByPixels } from './pixels/decide-modules.ts';
import type { View } from './pixels/sight.ts';
import { type Fit, measureFit, moduleOf, refineCorners, refitCorners } from './refine-corners.ts';
import { averageGrids, sampleGrid } from './sample-grid.ts';
import type { Corners, ModuleGrid, Point } from './types.ts';

/** Below this the fixed patterns are not there: random texture reaches 0.42 (small versions), readable codes start at 0.55. */
const MIN_LIKENESS = 0.4;
/** Around a guess, as a share of its sides: the corner opposite the finder patterns may lie further out. */
const FIT_MARGIN = 0.15;
/** Modules each way whose mean is taken for the light of a place. */
const LEVELLED_MODULES = 8;
const PIXELS_PER_MODULE = 4;
const QUIET_ZONE_MODULES = 4;
/** Two guesses whose finder corners are this near, in modules, are the same guess. */
const SAME_GUESS_MODULES = 1.5;

/** Where a symbol may be, with the version that sets its modules. */
export interface Guess {
  readonly corners: Corners;
  readonly version: number;
}

/** The guesses behind failed symbols, each place and version once. */
export function toGuesses(failures: readonly SymbolFailed[]): readonly Guess[] {
  const guesses: Guess[] = [];
  for (const { version, corners } of failures) {
    if (version === null || guesses.some((guess) => isSameGuess(guess, { version, corners }))) continue;
    guesses.push({ version, corners });
  }
  return guesses;
}

/** The corner opposite the finders is not compared: the decoder only extrapolates it, and it is searched anyway. */
function isSameGuess(a: Guess, b: Guess): boolean {
  if (a.version !== b.version) return false;
  const module = distance(a.corners[0], a.corners[1]) / (17 + 4 * a.version);
  return ([0, 1, 3] as const).every(
    (at) => distance(a.corners[at], b.corners[at]) < SAME_GUESS_MODULES * module,
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Lays a guess over the picture as well as it goes; null when its fixed patterns are not there. Light is levelled first: a reflection
 * across the symbol is brighter than the difference between light and dark.
 */
export function fitGuess(image: GrayImage, { corners, version }: Guess): Fit | null {
  const known = knownModules(version);
  const rect = clipRect(rectAround(corners, FIT_MARGIN), image);
  const radius = Math.max(1, Math.round(LEVELLED_MODULES * moduleOf(corners, known.size)));
  const near = levelLight(crop(image, rect), radius);
  const moveBy = (way: 1 | -1) => (point: Point) => ({
    x: point.x + way * rect.x,
    y: point.y + way * rect.y,
  });
  const fit = refineCorners(near, mapCorners(corners, moveBy(-1)), known);
  if (fit === null || fit.likeness < MIN_LIKENESS) return null;
  return measureFit(image, mapCorners(fit.corners, moveBy(1)), known);
}

/**
 * Decides the modules under the fits and reads them: sampled and equalised where that is enough, else from the pixels themselves. When that
 * fails too, the modules as decided place the symbol more exactly than its fixed patterns did, and they are decided once more; what
 * no decoder corrects then is decoded block by block. Corners are those in the first view.
 */
export function readViews(
  engine: DecodeEngine,
  views: readonly [View, ...View[]],
  version: number,
  hasTime: () => boolean,
): SymbolRead | null {
  const known = knownModules(version);
  const { size } = known;
  const read = (soft: Float32Array) => readModules(engine, toModules(soft, size));
  const equalised = equaliseViews(views, known, null, read);
  if (equalised.read !== null) return { ...equalised.read, corners: views[0].fit.corners };
  const first = decideByPixels(views, size)(known, equalised.soft, null);
  const early = read(first);
  if (early !== null) return { ...early, corners: views[0].fit.corners };
  const decided = decidedModules(first, size);
  const refit = ({ image, fit }: View): View => ({
    image,
    fit: refitCorners(image, fit.corners, decided) ?? fit,
  });
  const [nearest, ...others] = views;
  const nearer = [refit(nearest), ...others.map(refit)] as const;
  const decide = decideByPixels(nearer, size);
  const second = decide(known, first, null);
  const late =
    equaliseViews(nearer, known, first, read).read ??
    read(second) ??
    readBlocks(engine, decide, known, second, hasTime);
  return late === null ? null : { ...late, corners: nearer[0].fit.corners };
}

/** A symbol whose blocks are all corrected is clean: the engine reads its text, of whatever mode, without correcting anything. */
function readBlocks(
  engine: DecodeEngine,
  decide: DecideModules,
  known: KnownModules,
  soft: Float32Array,
  hasTime: () => boolean,
): SymbolRead | null {
  const modules = decodeSymbol(decide, known, soft, hasTime);
  return modules === null ? null : readModules(engine, modules);
}

interface Equalised {
  /** -1 (light) to 1 (dark) */
  readonly soft: Float32Array;
  readonly read: SymbolRead | null;
}

/** Taught by what was decided before, or by the fixed patterns, then by all modules as decided here; a decoder pass over clean modules costs little. */
function equaliseViews(
  views: readonly View[],
  known: KnownModules,
  taught: Float32Array | null,
  read: (soft: Float32Array) => SymbolRead | null,
): Equalised {
  const grid = averageGrids(views.map(({ image, fit }) => sampleGrid(image, fit.view, known.size)));
  const first = equalise(grid, known, taught);
  const early = read(first);
  const soft = early === null ? equalise(grid, known, first) : first;
  return { soft: soft.map((value) => Math.tanh(2 * value)), read: early ?? read(soft) };
}

/** A grid without errors, or with few, as the engine reads it. */
export function readModules(engine: DecodeEngine, grid: ModuleGrid): SymbolRead | null {
  const seen = engine.decode(drawGrid(grid), { isPure: true, maxSymbols: 1 });
  return seen.find((symbol) => symbol.kind === 'read') ?? null;
}

function drawGrid({ size, modules }: ModuleGrid): GrayImage {
  const side = (size + 2 * QUIET_ZONE_MODULES) * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side).fill(255);
  for (let row = 0; row < size; row++) {
    const top = (row + QUIET_ZONE_MODULES) * PIXELS_PER_MODULE * side;
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue;
      const left = top + (column + QUIET_ZONE_MODULES) * PIXELS_PER_MODULE;
      for (let line = 0; line < PIXELS_PER_MODULE; line++) {
        data.fill(0, left + line * side, left + line * side + PIXELS_PER_MODULE);
      }
    }
  }
  return { data, width: side, height: side };
}
