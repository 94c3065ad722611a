import { describe, expect, it } from 'vitest';
import { encodeQr } from '../../testkit/draw-qr.ts';
import { createRandom } from '../../testkit/random.ts';
import { correctBlock } from './reed-solomon.ts';
import { isMasked, layoutOf } from './symbol-layout.ts';

const CHECKS = 24;

/** A block of a real symbol, so that the code is the standard's and not only one that agrees with itself. */
function realBlock(): Uint8Array {
  const { modules, size, version, maskPattern } = encodeQr(
    'A text of some length for several blocks.'.repeat(4),
    {
      ecLevel: 'M',
      version: 14,
    },
  );
  const { blocks, bitPlaces } = layoutOf(version, 'M');
  return Uint8Array.from(blocks[3]?.codewords ?? [], (codeword) => {
    let value = 0;
    for (let bit = 0; bit < 8; bit++) {
      const place = bitPlaces[codeword * 8 + bit] ?? 0;
      const isTurned = isMasked(maskPattern, Math.floor(place / size), place % size);
      value = value * 2 + ((modules[place] === 1) !== isTurned ? 1 : 0);
    }
    return value;
  });
}

function spoil(
  block: Uint8Array,
  places: readonly number[],
  random: ReturnType<typeof createRandom>,
): Uint8Array {
  const spoilt = block.slice();
  for (const place of places) spoilt[place] = (spoilt[place] ?? 0) ^ random.integer(1, 255);
  return spoilt;
}

function choosePlaces(
  count: number,
  length: number,
  random: ReturnType<typeof createRandom>,
): readonly number[] {
  const places = new Set<number>();
  while (places.size < count) places.add(random.integer(0, length - 1));
  return [...places];
}

describe('correcting a block', () => {
  const block = realBlock();

  it('leaves a whole block as it is', () => {
    expect(correctBlock(block, CHECKS)).toEqual(block);
  });

  it('corrects wrong codewords and erased ones as long as two and one check symbols last for each', () => {
    const random = createRandom(11);
    for (let errors = 0; errors <= CHECKS / 2; errors++) {
      const erasures = CHECKS - 2 * errors;
      const places = choosePlaces(errors + erasures, block.length, random);
      const spoilt = spoil(block, places, random);
      expect(correctBlock(spoilt, CHECKS, places.slice(errors))).toEqual(block);
    }
  });

  it('takes an erased codeword that was right', () => {
    const random = createRandom(12);
    const places = choosePlaces(10, block.length, random);
    const spoilt = spoil(block, places.slice(0, 5), random);
    expect(correctBlock(spoilt, CHECKS, places)).toEqual(block);
  });

  it('finds nothing near where too much is wrong', () => {
    const random = createRandom(13);
    for (let round = 0; round < 200; round++) {
      const spoilt = spoil(block, choosePlaces(20, block.length, random), random);
      const corrected = correctBlock(spoilt, CHECKS);
      // Another codeword may be near by chance, the right one is not.
      if (corrected !== null) expect(corrected).not.toEqual(block);
    }
  });
});
