import { divide, multiply, power } from '../scan/decode/galois.ts';
import { isMasked, layoutOf } from '../scan/decode/symbol-layout.ts';
import type { ModuleGrid } from '../scan/types.ts';
import { encodeQr, type QrChoice } from './draw-qr.ts';

const PADS = [0xec, 0x11];

/** One run of characters of a symbol's data: the bits of its mode, its count and its characters, as a string of 0 and 1. */
export function segment(
  mode: number,
  ...fields: readonly (readonly [value: number, bits: number])[]
): string {
  return [[mode, 4] as const, ...fields]
    .map(([value, bits]) => value.toString(2).padStart(bits, '0'))
    .join('');
}

/**
 * A symbol with any data, for modes that the encoder does not write. Terminator, pads and check symbols are added.
 * Source: ISO/IEC 18004.
 */
export function drawStream(stream: string, choice: Required<QrChoice>): ModuleGrid {
  const { version, ecLevel, maskPattern } = choice;
  const { size, modules } = encodeQr('', choice);
  const { blocks, bitPlaces } = layoutOf(version, ecLevel);
  const room = blocks.reduce((sum, { codewords, checks }) => sum + codewords.length - checks, 0);
  const data = padded(stream, room);
  const out = modules.slice();
  let next = 0;
  for (const { codewords, checks, bits } of blocks) {
    const own = data.slice(next, next + codewords.length - checks);
    next += own.length;
    const whole = [...own, ...checksOf(own, checks)];
    bits.forEach((bit, at) => {
      const place = bitPlaces[bit] ?? 0;
      const isOne = (((whole[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
      out[place] = isOne !== isMasked(maskPattern, Math.floor(place / size), place % size) ? 1 : 0;
    });
  }
  return { size, modules: out };
}

function padded(stream: string, room: number): readonly number[] {
  const ended = `${stream}0000`.slice(0, 8 * room);
  const bits = ended.padEnd(8 * Math.ceil(ended.length / 8), '0');
  const data = Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
  );
  while (data.length < room) data.push(PADS[(data.length - bits.length / 8) % 2] ?? 0);
  return data;
}

/** The remainder of the data, as a polynomial, by the generator whose roots are the first powers of 2. */
function checksOf(data: readonly number[], checks: number): readonly number[] {
  let generator = [1];
  for (let i = 0; i < checks; i++)
    generator = [...generator, 0].map((value, at) => value ^ multiply(generator[at - 1] ?? 0, power(i)));
  const rest = [...data, ...Array.from({ length: checks }, () => 0)];
  for (let at = 0; at < data.length; at++) {
    const factor = divide(rest[at] ?? 0, generator[0] ?? 1);
    generator.forEach((value, i) => {
      rest[at + i] = (rest[at + i] ?? 0) ^ multiply(value, factor);
    });
  }
  return rest.slice(data.length);
}
