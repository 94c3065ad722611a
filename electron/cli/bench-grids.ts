import { decodeSoft } from '../../core/scan/decode/decode-symbol.ts';
import type { ModuleGrid } from '../../core/scan/types.ts';
import { createRandom } from '../../core/testkit/random.ts';

/** Small symbols have few check symbols, and so the greatest chance of a wrong text; the largest reset code has version 21. */
const MOST_VERSION = 24;

/**
 * Gives the decoder random modules, as unsure and as certain as they come.
 *
 * @returns how many of them it took for a symbol: none, or it makes texts up
 */
export function countMadeUp(seed: number, count: number): number {
  const random = createRandom(seed);
  let madeUp = 0;
  for (let index = 0; index < count; index++) {
    const size = 17 + 4 * random.integer(1, MOST_VERSION);
    const ways = Array.from({ length: random.integer(1, 4) }, () =>
      Float32Array.from({ length: size * size }, () => 1.98 * random.next() - 0.99),
    );
    const read: ModuleGrid | null = decodeSoft(ways, size);
    if (read !== null) madeUp++;
  }
  return madeUp;
}
