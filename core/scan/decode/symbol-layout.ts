import { alignmentCentres, sizeOfVersion } from '../function-patterns.ts';
import type { EcLevel } from '../types.ts';

/** Check symbols of each block, for versions 1 to 40. Source: ISO/IEC 18004, as all tables here. */
const CHECKS_PER_BLOCK: Record<EcLevel, readonly number[]> = {
  L: [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  M: [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ],
  Q: [
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  H: [
    17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
};

const BLOCKS: Record<EcLevel, readonly number[]> = {
  L: [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
    18, 19, 19, 20, 21, 22, 24, 25,
  ],
  M: [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ],
  Q: [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38,
    40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
  ],
  H: [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
    48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
  ],
};

/** One error correction block. */
export interface Block {
  /** Of its codewords, data first: their numbers in the order in which the symbol holds them. */
  readonly codewords: readonly number[];
  /** Of its codewords' bits, 8 each: their numbers in the same order. */
  readonly bits: Int32Array;
  readonly checks: number;
}

/** Where a symbol keeps what. */
export interface SymbolLayout {
  readonly size: number;
  /** Module (row * size + column) of each bit of each codeword, 8 a codeword, the highest bit first. */
  readonly bitPlaces: Int32Array;
  readonly blocks: readonly Block[];
}

const layouts = new Map<string, SymbolLayout>();

export function layoutOf(version: number, ecLevel: EcLevel): SymbolLayout {
  const key = `${version}${ecLevel}`;
  const layout = layouts.get(key) ?? makeLayout(version, ecLevel);
  layouts.set(key, layout);
  return layout;
}

function makeLayout(version: number, ecLevel: EcLevel): SymbolLayout {
  const size = sizeOfVersion(version);
  const places = dataPlaces(version, size);
  const codewords = Math.floor(places.length / 8);
  return {
    size,
    bitPlaces: Int32Array.from(places.slice(0, codewords * 8)),
    blocks: interleave(
      codewords,
      BLOCKS[ecLevel][version - 1] ?? 1,
      CHECKS_PER_BLOCK[ecLevel][version - 1] ?? 0,
    ),
  };
}

/** The first codeword of every block, then the second of every block; the longer blocks come last and have one data codeword more. */
function interleave(total: number, count: number, checks: number): readonly Block[] {
  const shortData = Math.floor(total / count) - checks;
  const shortBlocks = count - (total % count);
  const blocks = Array.from({ length: count }, (): number[] => []);
  let next = 0;
  for (let round = 0; round <= shortData; round++) {
    blocks.forEach((block, index) => {
      if (round < shortData || index >= shortBlocks) block.push(next++);
    });
  }
  for (let round = 0; round < checks; round++) {
    for (const block of blocks) block.push(next++);
  }
  return blocks.map((codewords) => ({ codewords, bits: bitsOf(codewords), checks }));
}

function bitsOf(codewords: readonly number[]): Int32Array {
  return Int32Array.from(
    { length: 8 * codewords.length },
    (_, at) => 8 * (codewords[at >> 3] ?? 0) + (at & 7),
  );
}

/** The modules of data in reading order: pairs of columns from the right, up and down in turn, without the vertical timing pattern. */
function dataPlaces(version: number, size: number): readonly number[] {
  const isFixed = fixedModules(version, size);
  const places: number[] = [];
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFixed[row * size + column] === 0) places.push(row * size + column);
      }
    }
    isUpward = !isUpward;
  }
  return places;
}

/** 1 for modules that hold no data: patterns, format and version. */
function fixedModules(version: number, size: number): Uint8Array {
  const fixed = new Uint8Array(size * size);
  const fill = (column: number, row: number, width: number, height: number) => {
    for (let y = row; y < row + height; y++) fixed.fill(1, y * size + column, y * size + column + width);
  };
  fill(0, 0, 9, 9);
  fill(size - 8, 0, 8, 9);
  fill(0, size - 8, 9, 8);
  fill(0, 6, size, 1);
  fill(6, 0, 1, size);
  for (const [u, v] of alignmentCentres(version)) fill(u - 2, v - 2, 5, 5);
  if (version >= 7) {
    fill(size - 11, 0, 3, 6);
    fill(0, size - 11, 6, 3);
  }
  return fixed;
}

/** Whether the mask turns a module over. */
export function isMasked(pattern: number, row: number, column: number): boolean {
  switch (pattern) {
    case 0:
      return (row + column) % 2 === 0;
    case 1:
      return row % 2 === 0;
    case 2:
      return column % 3 === 0;
    case 3:
      return (row + column) % 3 === 0;
    case 4:
      return (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0;
    case 5:
      return ((row * column) % 2) + ((row * column) % 3) === 0;
    case 6:
      return (((row * column) % 2) + ((row * column) % 3)) % 2 === 0;
    default:
      return (((row + column) % 2) + ((row * column) % 3)) % 2 === 0;
  }
}
