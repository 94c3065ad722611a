import type { KnownModules } from '../function-patterns.ts';
import type { ModuleGrid } from '../types.ts';
import { type Format, formatModules, versionModules } from './format.ts';
import type { Expectation } from './payload-belief.ts';
import { readBlock } from './soft-block.ts';
import { isMasked, layoutOf } from './symbol-layout.ts';

/** A single module is not believed beyond this, as a log-likelihood ratio. */
const MAX_CERTAINTY = 5;
/** Keeps the ratio finite. */
const MAX_BELIEF = 0.9999;

/**
 * A symbol on its way from modules to blocks. Bits are log-likelihood ratios of all codewords in the order in which the symbol holds them,
 * 8 a codeword, positive is a one; data are those of the data codewords in the order of the text.
 */
export interface SymbolBits {
  readonly version: number;
  /** @param soft modules, -1 (light) to 1 (dark) */
  bitsOf(soft: Float32Array): Float32Array;
  dataOf(bits: Float32Array): Float32Array;
  /** Values of the data back at their places among the bits; 0 for check symbols. */
  spread(data: Float32Array): Float32Array;
  /**
   * Tries the blocks that are not read yet; true when one more is.
   *
   * @param seen the bits as the picture alone has them, with no belief among them
   */
  readBlocks(bits: Float32Array, belief: Float32Array | null, seen: Float32Array): boolean;
  isWhole(): boolean;
  /** True when it has so many blocks, and none is read. */
  hasNoneOf(count: number): boolean;
  /** The modules that are certain by now, beside those of the standard; and all modules, the certain ones set. */
  pin(
    known: KnownModules,
    soft: Float32Array,
    expectation: Expectation | null,
  ): { readonly pinned: KnownModules; readonly taught: Float32Array };
  /** Beliefs of bits as votes on modules, positive is dark. */
  priorOf(belief: Float32Array): Float32Array;
  /** The symbol, clean; the few modules that hold nothing stay as they were decided. */
  toModules(known: KnownModules, soft: Float32Array): ModuleGrid;
}

/** 1 is dark, -1 is light, by place (row * size + column). */
type Signs = Map<number, number>;

export function createSymbolBits(size: number, format: Format): SymbolBits {
  const version = (size - 17) / 4;
  const { bitPlaces, blocks: layout } = layoutOf(version, format.ecLevel);
  const turns = Int8Array.from(bitPlaces, (place) =>
    isMasked(format.maskPattern, Math.floor(place / size), place % size) ? -1 : 1,
  );
  const dataBits = layout.flatMap(({ bits, checks }) => Array.from(bits.subarray(0, -8 * checks)));
  const blocks: (Uint8Array | null)[] = layout.map(() => null);

  function certainModules(expectation: Expectation | null): Signs {
    const signs: Signs = new Map();
    const put = (bit: number, isOne: boolean) => {
      signs.set(bitPlaces[bit] ?? 0, (isOne ? 1 : -1) * (turns[bit] ?? 1));
    };
    for (const { place, isDark } of [...formatModules(format, size), ...versionModules(version, size)])
      signs.set(place, isDark ? 1 : -1);
    expectation?.fixed.forEach((sign, at) => {
      if (sign !== 0) put(dataBits[at] ?? 0, sign > 0);
    });
    blocks.forEach((block, index) => {
      if (block === null) return;
      layout[index]?.bits.forEach((bit, at) => {
        put(bit, isOne(block, at));
      });
    });
    return signs;
  }

  return {
    version,
    bitsOf: (soft) =>
      Float32Array.from(bitPlaces, (place, bit) => {
        const ratio = 2 * Math.atanh(clamp(soft[place] ?? 0, MAX_BELIEF));
        return (turns[bit] ?? 1) * clamp(ratio, MAX_CERTAINTY);
      }),
    dataOf: (bits) => Float32Array.from(dataBits, (bit) => bits[bit] ?? 0),
    spread(data) {
      const bits = new Float32Array(bitPlaces.length);
      dataBits.forEach((bit, at) => {
        bits[bit] = data[at] ?? 0;
      });
      return bits;
    },
    readBlocks(bits, belief, seen) {
      let isNewRead = false;
      layout.forEach(({ bits: places, checks }, index) => {
        if (blocks[index] !== null) return;
        const own = Float32Array.from(places, (bit) => (bits[bit] ?? 0) + (belief?.[bit] ?? 0));
        const block = readBlock(
          own,
          checks,
          Float32Array.from(places, (bit) => seen[bit] ?? 0),
        );
        if (block === null) return;
        blocks[index] = block;
        isNewRead = true;
      });
      return isNewRead;
    },
    hasNoneOf: (count) => blocks.length >= count && blocks.every((block) => block === null),
    isWhole: () => blocks.every((block) => block !== null),
    pin(known, soft, expectation) {
      const signs = certainModules(expectation);
      const taught = soft.slice();
      for (const [place, sign] of signs) taught[place] = sign;
      return { pinned: withSigns(known, signs), taught };
    },
    priorOf(belief) {
      const prior = new Float32Array(size * size);
      // A vote is half a log-likelihood ratio.
      bitPlaces.forEach((place, bit) => {
        prior[place] = ((turns[bit] ?? 1) * (belief[bit] ?? 0)) / 2;
      });
      return prior;
    },
    toModules(known, soft) {
      const modules = Uint8Array.from(soft, (value) => (value > 0 ? 1 : 0));
      const { u, v, sign } = withSigns(known, certainModules(null));
      sign.forEach((value, i) => {
        modules[Math.floor(v[i] ?? 0) * size + Math.floor(u[i] ?? 0)] = value > 0 ? 1 : 0;
      });
      return { size, modules };
    },
  };
}

function isOne(codewords: Uint8Array, bit: number): boolean {
  return (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function withSigns(known: KnownModules, signs: Signs): KnownModules {
  const places = [...signs.keys()];
  return {
    size: known.size,
    u: Float64Array.from([...known.u, ...places.map((place) => (place % known.size) + 0.5)]),
    v: Float64Array.from([...known.v, ...places.map((place) => Math.floor(place / known.size) + 0.5)]),
    sign: Int8Array.from([...known.sign, ...signs.values()]),
    darks: known.darks + [...signs.values()].filter((sign) => sign > 0).length,
  };
}
