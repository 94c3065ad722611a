import { decodeSymbol } from './decode/decode-symbol.ts';
import type { DecodeEngine, SymbolFailed, SymbolRead } from './engine.ts';
import { equalise, toModules } from './equalise.ts';
import { decidedModules, type KnownModules, knownModules } from './function-patterns.ts';
import type { GrayImage } from './gray.ts';
import { type Fit, refineCorners, refitCorners } from './refine-corners.ts';
import { averageGrids, type SoftGrid, sampleGrid } from './sample-grid.ts';
import type { Corners, ModuleGrid, Point } from './types.ts';
import { untangle } from './untangle.ts';

/** Below this the fixed patterns are not there: random texture reaches 0.42 (small versions), readable codes start at 0.55. */
const MIN_LIKENESS = 0.45;
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

/** Lays a guess over the picture as well as it goes; null when its fixed patterns are not there. */
export function fitGuess(image: GrayImage, guess: Guess): Fit | null {
  const fit = refineCorners(image, guess.corners, knownModules(guess.version));
  return fit === null || fit.likeness < MIN_LIKENESS ? null : fit;
}

/** A picture with the symbol laid over it. */
export interface View {
  readonly image: GrayImage;
  readonly fit: Fit;
}

/**
 * Samples the modules under the fits, averages over the views, undoes the blur between modules, and decodes what comes out as a clean
 * symbol. When that fails, the modules as decided place the symbol more exactly than its fixed patterns did, and all is done once
 * more; what no decoder corrects then is decoded block by block. Corners are those in the first view.
 */
export function readViews(
  engine: DecodeEngine,
  views: readonly [View, ...View[]],
  version: number,
  hasTime: () => boolean,
): SymbolRead | null {
  const known = knownModules(version);
  const first = decideModules(engine, sampleViews(views, known.size), known, null);
  if (first.read !== null) return { ...first.read, corners: views[0].fit.corners };
  const decided = decidedModules(first.soft, known.size);
  const refit = ({ image, fit }: View): View => ({
    image,
    fit: refitCorners(image, fit.corners, decided) ?? fit,
  });
  const [nearest, ...others] = views;
  const nearer = [refit(nearest), ...others.map(refit)] as const;
  const grid = sampleViews(nearer, known.size);
  const second = decideModules(engine, grid, known, first.soft);
  const read = second.read ?? readBlocks(engine, grid, known, second.soft, hasTime);
  return read === null ? null : { ...read, corners: nearer[0].fit.corners };
}

/** A symbol whose blocks are all corrected is clean: the engine reads its text, of whatever mode, without correcting anything. */
function readBlocks(
  engine: DecodeEngine,
  grid: SoftGrid,
  known: KnownModules,
  soft: Float32Array,
  hasTime: () => boolean,
): SymbolRead | null {
  const modules = decodeSymbol(grid, known, soft, hasTime);
  return modules === null ? null : readModules(engine, modules);
}

function sampleViews(views: readonly View[], size: number): SoftGrid {
  return averageGrids(views.map(({ image, fit }) => sampleGrid(image, fit.view, size)));
}

interface Decision {
  readonly soft: Float32Array;
  readonly read: SymbolRead | null;
}

/** Each step decides the modules better than the one before, and costs more; a decoder pass over clean modules costs little. */
function decideModules(
  engine: DecodeEngine,
  grid: SoftGrid,
  known: KnownModules,
  taught: Float32Array | null,
): Decision {
  const steps = [
    (soft: Float32Array | null) => equalise(grid, known, soft),
    (soft: Float32Array) => equalise(grid, known, soft),
    (soft: Float32Array) => untangle(grid, known, soft),
    (soft: Float32Array) => untangle(grid, known, soft),
  ] as const;
  const [begin, ...others] = steps;
  let soft = begin(taught);
  let read = readModules(engine, toModules(soft, grid.size));
  for (const step of others) {
    if (read !== null) break;
    soft = step(soft);
    read = readModules(engine, toModules(soft, grid.size));
  }
  return { soft, read };
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
