import { type KnownModules, knownModules } from '../function-patterns.ts';
import type { DecideModules } from '../pixels/decide-modules.ts';
import type { ModuleGrid } from '../types.ts';
import { agreement, rankFormats } from './format.ts';
import { beliefOf, type Expectation, expectReset } from './payload-belief.ts';
import { createSymbolBits, type SymbolBits } from './symbol-bits.ts';

/** The likeliest format is right in nearly every picture whose modules can be read at all. */
const TRIED_FORMATS = 2;
/** Modules that agree less with the likeliest format are those of no symbol. */
const LEAST_AGREEMENT = 0.4;
const MANY_BLOCKS = 4;
const MAX_ROUNDS = 16;
/** Rounds in which no block is read: beliefs move for a while before they help. */
const MAX_IDLE_ROUNDS = 3;

/**
 * Reads a symbol whose modules were decided softly, where no decoder corrects them as they stand. Each block is corrected by itself, with
 * what is known of a reset code as belief; the modules of a block that was read are then known, teach how the picture blurs, and pin
 * their neighbours, so that the next block can be read: until all are, or nothing moves.
 * Worth: 23 of 52 webcam pictures of levels 5 and 6 whose place was known and that no decoder read; error correction of soft values
 * without feedback read 5 of them.
 *
 * @param decide decides the modules again, with those known that were read
 * @param soft modules, -1 (light) to 1 (dark)
 * @returns the modules of the whole symbol, every block corrected; null otherwise
 */
export function decodeSymbol(
  decide: DecideModules,
  known: KnownModules,
  soft: Float32Array,
  hasTime: () => boolean,
): ModuleGrid | null {
  for (const format of rankFormats(soft, known.size).slice(0, TRIED_FORMATS)) {
    const symbol = createSymbolBits(known.size, format);
    const expectation = expectReset(symbol.dataOf(symbol.bitsOf(soft)), symbol.version);
    const modules = decodeBlocks(decide, known, soft, symbol, expectation, hasTime);
    if (modules !== null) return modules;
    // Nothing looks like a reset code under the wrong mask.
    if (expectation !== null) return null;
  }
  return null;
}

/**
 * Reads a symbol from soft modules alone, with nothing expected of its data. Given the modules in several ways, each block may be right in
 * another.
 *
 * @param ways modules, -1 (light) to 1 (dark)
 */
export function decodeSoft(ways: readonly Float32Array[], size: number): ModuleGrid | null {
  const known = knownModules((size - 17) / 4);
  const mean = meanOf(ways);
  for (const format of rankFormats(mean, size).slice(0, TRIED_FORMATS)) {
    if (agreement(format, mean, size) < LEAST_AGREEMENT) return null;
    const symbol = createSymbolBits(size, format);
    for (const [tried, soft] of [mean, ...ways].entries()) {
      const bits = symbol.bitsOf(soft);
      const isNewRead = symbol.readBlocks(bits, null, bits);
      if (symbol.isWhole()) return symbol.toModules(known, soft);
      // No block is right under a wrong format, and in a large symbol some block is right under the right one.
      if (tried === 1 && !isNewRead && symbol.hasNoneOf(MANY_BLOCKS)) break;
    }
  }
  return null;
}

function meanOf(ways: readonly Float32Array[]): Float32Array {
  return Float32Array.from(
    ways[0] ?? [],
    (_, at) => ways.reduce((sum, way) => sum + (way[at] ?? 0), 0) / ways.length,
  );
}

function decodeBlocks(
  decide: DecideModules,
  known: KnownModules,
  start: Float32Array,
  symbol: SymbolBits,
  expectation: Expectation | null,
  hasTime: () => boolean,
): ModuleGrid | null {
  const seen = symbol.bitsOf(start);
  let soft = start;
  let idleRounds = 0;
  for (let round = 0; round < MAX_ROUNDS && idleRounds < MAX_IDLE_ROUNDS && hasTime(); round++) {
    const bits = symbol.bitsOf(soft);
    const belief = expectation === null ? null : symbol.spread(beliefOf(symbol.dataOf(bits), expectation));
    const isNewRead = symbol.readBlocks(bits, belief, seen);
    if (symbol.isWhole()) return symbol.toModules(known, soft);
    if (expectation === null && !isNewRead) return null;
    idleRounds = isNewRead ? 0 : idleRounds + 1;
    const { pinned, taught } = symbol.pin(known, soft, expectation);
    soft = decide(pinned, taught, belief === null ? null : symbol.priorOf(belief));
  }
  return null;
}
