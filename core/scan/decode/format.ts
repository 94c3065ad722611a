import type { EcLevel } from '../types.ts';

/** Level and mask of a symbol, as its format modules say twice. */
export interface Format {
  readonly ecLevel: EcLevel;
  readonly maskPattern: number;
}

/** A module whose colour follows from the format or the version. */
export interface ColouredModule {
  /** row * size + column */
  readonly place: number;
  readonly isDark: boolean;
}

/** By the two bits that stand for them. Source: ISO/IEC 18004, as everything here. */
const LEVELS: readonly EcLevel[] = ['M', 'L', 'H', 'Q'];
const FORMAT_GENERATOR = 0b10100110111;
const FORMAT_MASK = 0b101010000010010;
const VERSION_GENERATOR = 0b1111100100101;
const FORMATS: readonly Format[] = Array.from({ length: 32 }, (_, bits) => ({
  ecLevel: LEVELS[bits >> 3] ?? 'M',
  maskPattern: bits & 7,
}));

/**
 * All formats, the likeliest first: no bit is decided by itself.
 *
 * @param soft modules, positive is dark
 */
export function rankFormats(soft: Float32Array, size: number): readonly Format[] {
  const likelihood = (format: Format) =>
    formatModules(format, size).reduce(
      (sum, { place, isDark }) => sum + (isDark ? 1 : -1) * Math.max(-1, Math.min(1, soft[place] ?? 0)),
      0,
    );
  return FORMATS.map((format) => ({ format, score: likelihood(format) }))
    .sort((a, b) => b.score - a.score)
    .map(({ format }) => format);
}

/** How well the modules agree with a format, -1..1; noise seldom reaches 0.4 with the likeliest of all 32. */
export function agreement(format: Format, soft: Float32Array, size: number): number {
  let [agreed, all] = [0, 0];
  for (const { place, isDark } of formatModules(format, size)) {
    const value = soft[place] ?? 0;
    agreed += isDark ? value : -value;
    all += Math.abs(value);
  }
  return agreed / Math.max(1e-6, all);
}

/** Both copies of the format, and the module beside the lower one that is always dark. */
export function formatModules({ ecLevel, maskPattern }: Format, size: number): readonly ColouredModule[] {
  const data = (LEVELS.indexOf(ecLevel) << 3) | maskPattern;
  const bits = ((data << 10) | remainder(data << 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
  const modules: ColouredModule[] = [{ place: (size - 8) * size + 8, isDark: true }];
  for (let bit = 0; bit < 15; bit++) {
    const isDark = ((bits >> bit) & 1) === 1;
    const [row, column] = beside(bit);
    modules.push({ place: row * size + column, isDark });
    const isRight = bit < 8;
    const place = isRight ? 8 * size + size - 1 - bit : (size - 15 + bit) * size + 8;
    modules.push({ place, isDark });
  }
  return modules;
}

/** The copy around the upper left finder pattern: up its right side, then to the left below it; the timing patterns are stepped over. */
function beside(bit: number): readonly [row: number, column: number] {
  if (bit < 6) return [bit, 8];
  if (bit === 6) return [7, 8];
  if (bit === 7) return [8, 8];
  if (bit === 8) return [8, 7];
  return [8, 14 - bit];
}

/** Both copies of the version; none below version 7. */
export function versionModules(version: number, size: number): readonly ColouredModule[] {
  if (version < 7) return [];
  const bits = (version << 12) | remainder(version << 12, VERSION_GENERATOR);
  return Array.from({ length: 18 }, (_, bit) => {
    const isDark = ((bits >> bit) & 1) === 1;
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    return [
      { place: near * size + far, isDark },
      { place: far * size + near, isDark },
    ];
  }).flat();
}

/** What is left of a division of polynomials over two elements. */
function remainder(value: number, generator: number): number {
  const degree = 31 - Math.clz32(generator);
  let rest = value;
  while (rest !== 0 && 31 - Math.clz32(rest) >= degree) {
    rest ^= generator << (31 - Math.clz32(rest) - degree);
  }
  return rest;
}
