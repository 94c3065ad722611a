import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../testkit/random.ts';
import { correctBlock } from './reed-solomon.ts';
import { readBlock } from './soft-block.ts';

const DATA = 24;
const CHECKS = 26;
const ROUNDS = 30;
/** Codewords of whose modules little is seen. */
const FAINT = 20;

function randomBlock(random: Random): Uint8Array {
  const block = Uint8Array.from({ length: DATA + CHECKS }, (_, at) =>
    at < DATA ? random.integer(0, 255) : 0,
  );
  const checks = Array.from({ length: CHECKS }, (_, i) => DATA + i);
  const whole = correctBlock(block, CHECKS, checks);
  if (whole === null) throw new Error('any data has its check symbols');
  return whole;
}

/** Bits of the block, 1 or -1. */
const signsOf = (block: Uint8Array) =>
  Float32Array.from({ length: 8 * block.length }, (_, bit) =>
    ((block[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1 ? 1 : -1,
  );

/** The first codewords are seen faintly, with this share of their bits wrong; the others well, and right. */
function seenFaintly(block: Uint8Array, wrongShare: number, random: Random): Float32Array {
  return signsOf(block).map((sign, bit) => {
    if (bit >= 8 * FAINT) return 3 * sign;
    return sign * (random.next() < wrongShare ? -1 : 1) * random.between(0.8, 1.2);
  });
}

describe('a block from soft bits', () => {
  it('is read where the picture bears out what was erased', () => {
    const random = createRandom(11);
    for (let round = 0; round < ROUNDS; round++) {
      const block = randomBlock(random);
      const seen = seenFaintly(block, 0.2, random);
      expect(readBlock(seen, CHECKS, seen)).toEqual(block);
    }
  });

  it('is refused where what was erased came out as chance would have it', () => {
    const random = createRandom(12);
    for (let round = 0; round < ROUNDS; round++) {
      const seen = seenFaintly(randomBlock(random), 0.5, random);
      expect(readBlock(seen, CHECKS, seen)).toBeNull();
    }
  });

  it('is refused where belief made it up and the picture says something else', () => {
    const random = createRandom(13);
    for (let round = 0; round < ROUNDS; round++) {
      const signs = signsOf(randomBlock(random));
      const seen = signs.map(() => (random.next() < 0.5 ? 1 : -1));
      // Of the check symbols so few are right by chance that just enough are left over.
      const bits = signs.map((sign, bit) => (bit < 8 * (DATA + 4) ? 20 * sign : (seen[bit] ?? 0)));
      expect(readBlock(bits, CHECKS, seen)).toBeNull();
    }
  });

  it('is read with the help of belief where the picture does not speak against it', () => {
    const random = createRandom(14);
    for (let round = 0; round < ROUNDS; round++) {
      const block = randomBlock(random);
      const seen = signsOf(block).map((sign) => (random.next() < 0.15 ? -sign : sign));
      const belief = signsOf(block).map((sign, bit) => (bit < 8 * (DATA + 4) ? 20 * sign : 0));
      const bits = seen.map((value, bit) => value + (belief[bit] ?? 0));
      expect(readBlock(bits, CHECKS, seen)).toEqual(block);
    }
  });
});
