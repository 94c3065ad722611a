import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawStream, segment } from '../../testkit/draw-stream.ts';
import { createRandom } from '../../testkit/random.ts';
import type { DecodeEngine, SymbolRead } from '../engine.ts';
import { readModules } from '../resample.ts';
import { startZXingEngine } from '../zxing-engine.ts';
import { decodeSoft } from './decode-symbol.ts';
import { layoutOf } from './symbol-layout.ts';

const [NUMERIC, ALPHANUMERIC, STRUCTURED, BYTES, ECI, KANJI] = [1, 2, 3, 4, 7, 8] as const;
const UTF8_ECI = 26;
/** Of a version below 10. */
const COUNT_BITS = { numeric: 10, alphanumeric: 9, bytes: 8, kanji: 8 };
const SYMBOL = { version: 5, ecLevel: 'Q', maskPattern: 3 } as const;
/** Of each block's 33 or 34 codewords: hard decisions correct 9 of them. */
const UNSURE_CODEWORDS = 12;

let engine: DecodeEngine;

beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const started = await startZXingEngine(wasm);
  if (started === null) throw new Error('WebAssembly starts here');
  engine = started;
});

function bytesOf(text: string): readonly (readonly [number, number])[] {
  const bytes = new TextEncoder().encode(text);
  return [[bytes.length, COUNT_BITS.bytes], ...Array.from(bytes, (byte) => [byte, 8] as const)];
}

const KINDS: Record<string, { readonly stream: string; readonly text: string }> = {
  numeric: {
    stream: segment(NUMERIC, [8, COUNT_BITS.numeric], [12, 10], [345, 10], [67, 7]),
    text: '01234567',
  },
  alphanumeric: {
    stream: segment(
      ALPHANUMERIC,
      [5, COUNT_BITS.alphanumeric],
      [10 * 45 + 12, 11],
      [41 * 45 + 4, 11],
      [2, 6],
    ),
    text: 'AC-42',
  },
  kanji: {
    // Shift JIS 0x935F and 0xE4AA, as the standard's own example.
    stream: segment(KANJI, [2, COUNT_BITS.kanji], [0x0d9f, 13], [0x1aaa, 13]),
    text: '点茗',
  },
  ECI: { stream: segment(ECI, [UTF8_ECI, 8]) + segment(BYTES, ...bytesOf('Größe ✓')), text: 'Größe ✓' },
  'structured append': {
    stream: segment(STRUCTURED, [0, 4], [1, 4], [0x5a, 8]) + segment(BYTES, ...bytesOf('first half')),
    text: 'first half',
  },
  bytes: { stream: segment(BYTES, ...bytesOf('plain text')), text: 'plain text' },
  'several modes': {
    stream: segment(NUMERIC, [3, COUNT_BITS.numeric], [7, 10]) + segment(BYTES, ...bytesOf('after 007')),
    text: '007after 007',
  },
};

/** Modules of which some codewords can not be told at all. */
function unsure(modules: Uint8Array, seed: number): Float32Array {
  const random = createRandom(seed);
  const soft = Float32Array.from(modules, (module) => (module === 1 ? 0.9 : -0.9));
  const { blocks, bitPlaces } = layoutOf(SYMBOL.version, SYMBOL.ecLevel);
  for (const { bits, codewords } of blocks) {
    const first = random.integer(0, codewords.length - UNSURE_CODEWORDS);
    for (const bit of bits.subarray(8 * first, 8 * (first + UNSURE_CODEWORDS)))
      soft[bitPlaces[bit] ?? 0] = 0.1 * (random.next() - 0.5);
  }
  return soft;
}

describe('symbols that are no reset code', () => {
  it.each(Object.entries(KINDS))('keep their text through the own decoder: %s', (_, { stream, text }) => {
    const { size, modules } = drawStream(stream, SYMBOL);
    for (const seed of [1, 2, 3]) {
      const soft = unsure(modules, seed);
      const hard = Uint8Array.from(soft, (value) => (value > 0 ? 1 : 0));
      expect(readModules(engine, { size, modules: hard }), 'hard decisions do not do').toBeNull();
      const decoded = decodeSoft([soft], size);
      const read: SymbolRead | null = decoded === null ? null : readModules(engine, decoded);
      expect(read?.text).toBe(text);
    }
  });

  it('keep bytes that are no text', () => {
    const binary = [0x00, 0xff, 0x80, 0x0a, 0xc3, 0x28];
    const fields = binary.map((byte) => [byte, 8] as const);
    const { size, modules } = drawStream(
      segment(BYTES, [binary.length, COUNT_BITS.bytes], ...fields),
      SYMBOL,
    );
    const decoded = decodeSoft([unsure(modules, 4)], size);
    const read = decoded === null ? null : readModules(engine, decoded);
    expect([...(read?.bytes ?? [])]).toEqual(binary);
  });
});
