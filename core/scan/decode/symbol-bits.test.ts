import { describe, expect, it } from 'vitest';
import { encodeQr } from '../../testkit/draw-qr.ts';
import { resetPayload } from '../../testkit/payloads.ts';
import { createRandom } from '../../testkit/random.ts';
import { knownModules } from '../function-patterns.ts';
import type { EcLevel } from '../types.ts';
import { rankFormats } from './format.ts';
import { expectReset } from './payload-belief.ts';
import { createSymbolBits } from './symbol-bits.ts';

const LEVELS: readonly EcLevel[] = ['L', 'M', 'Q', 'H'];
const toSoft = (modules: Uint8Array) => Float32Array.from(modules, (module) => (module === 1 ? 0.9 : -0.9));

describe('the bits of a symbol', () => {
  it('are found, corrected and drawn again for small and large versions, every level and mask', () => {
    for (let version = 1; version <= 40; version += 3) {
      for (const ecLevel of LEVELS) {
        const maskPattern = (version + LEVELS.indexOf(ecLevel)) % 8;
        const { modules, size } = encodeQr('owner', { version, ecLevel, maskPattern });
        const soft = toSoft(modules);
        const [format] = rankFormats(soft, size);
        expect(format).toEqual({ ecLevel, maskPattern });
        const symbol = createSymbolBits(size, { ecLevel, maskPattern });
        const bits = symbol.bitsOf(soft);
        symbol.readBlocks(bits, null, bits);
        expect(symbol.isWhole(), `version ${version} ${ecLevel}`).toBe(true);
        expect(symbol.toModules(knownModules(version), soft).modules).toEqual(modules);
      }
    }
  });

  it('are never read from noise', () => {
    const random = createRandom(5);
    for (let round = 0; round < 60; round++) {
      const size = 17 + 4 * random.integer(1, 20);
      const soft = Float32Array.from({ length: size * size }, () => 2 * random.next() - 1);
      for (const format of rankFormats(soft, size).slice(0, 2)) {
        const symbol = createSymbolBits(size, format);
        const bits = symbol.bitsOf(soft);
        expect(symbol.readBlocks(bits, null, bits)).toBe(false);
      }
    }
  });
});

describe('what is expected of the data', () => {
  it('is the length of the reset code that it holds, in every usual symbol', () => {
    for (const [version, ecLevel] of [
      [12, 'L'],
      [14, 'M'],
      [17, 'Q'],
      [20, 'H'],
    ] as const) {
      const text = resetPayload(createRandom(version));
      const { modules, size, maskPattern } = encodeQr(text, { version, ecLevel });
      const symbol = createSymbolBits(size, { ecLevel, maskPattern });
      const data = symbol.dataOf(symbol.bitsOf(toSoft(modules)));
      expect(expectReset(data, version)?.characters).toHaveLength(text.length);
    }
  });

  it('is nothing for another text', () => {
    const { modules, size, maskPattern } = encodeQr('ÄÖÜ - no reset code'.repeat(6), {
      version: 14,
      ecLevel: 'M',
    });
    const symbol = createSymbolBits(size, { ecLevel: 'M', maskPattern });
    expect(expectReset(symbol.dataOf(symbol.bitsOf(toSoft(modules))), 14)).toBeNull();
  });
});
