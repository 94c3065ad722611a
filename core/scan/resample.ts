import type { DecodeEngine, SymbolFailed, SymbolRead } from './engine.ts';
import { equalise, toModules } from './equalise.ts';
import { knownModules } from './function-patterns.ts';
import type { GrayImage } from './gray.ts';
import { type Fit, refineCorners } from './refine-corners.ts';
import { sampleGrid } from './sample-grid.ts';
import type { Corners, ModuleGrid, Point } from './types.ts';

/** Below this the fixed patterns are not there: random texture reaches 0.42 (small versions), readable codes start at 0.55. */
const MIN_LIKENESS = 0.45;
/** The first learns from the fixed modules only; each further one also from what the one before decided. */
const LEARNING_ROUNDS = 3;
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

/** Samples the modules under a fit, undoes the blur between them, and decodes what comes out as a clean symbol. */
export function readFit(
  engine: DecodeEngine,
  image: GrayImage,
  fit: Fit,
  version: number,
): SymbolRead | null {
  const known = knownModules(version);
  const grid = sampleGrid(image, fit.view, known.size);
  let soft: Float32Array | null = null;
  for (let round = 0; round < LEARNING_ROUNDS; round++) {
    soft = equalise(grid, known, soft);
    const read = readModules(engine, toModules(soft, known.size), fit.corners);
    if (read !== null) return read;
  }
  return null;
}

/** Decodes modules that were sampled elsewhere; `corners` is where they came from. */
export function readModules(engine: DecodeEngine, grid: ModuleGrid, corners: Corners): SymbolRead | null {
  const seen = engine.decode(drawGrid(grid), { isPure: true, maxSymbols: 1 });
  const read = seen.find((symbol) => symbol.kind === 'read');
  return read === undefined ? null : { ...read, corners };
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
