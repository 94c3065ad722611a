import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawResetQrPicture, encodeQr } from '../testkit/draw-qr.ts';
import { linkPayload, resetPayload } from '../testkit/payloads.ts';
import { createRandom } from '../testkit/random.ts';
import { createScanner } from './create-scanner.ts';
import type { EcLevel, Picture, Scanner } from './types.ts';

const VENDOR_SIZES: readonly (readonly [version: number, ecLevel: EcLevel])[] = [
  [12, 'L'],
  [14, 'M'],
  [17, 'Q'],
  [20, 'H'],
  [21, 'H'],
];

async function readWasm(): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
}

function sideBySide(left: Picture, right: Picture): Picture {
  const width = left.width + right.width;
  const height = Math.max(left.height, right.height);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [picture, offset] of [
    [left, 0],
    [right, left.width],
  ] as const) {
    for (let y = 0; y < picture.height; y++) {
      const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4);
      data.set(row, (y * width + offset) * 4);
    }
  }
  return { data, width, height };
}

describe.each(['wasm', 'js'] as const)('the %s scanner', (engine) => {
  let scanner: Scanner;

  beforeAll(async () => {
    scanner = await createScanner({ wasmBinary: engine === 'wasm' ? await readWasm() : null });
  });

  it('tells its engine', () => {
    expect(scanner.engine).toBe(engine);
  });

  it.each(VENDOR_SIZES)(
    'reads a reset code of version %i at level %s, live and still',
    async (version, ecLevel) => {
      const payload = resetPayload(createRandom(version));
      const picture = drawResetQrPicture(payload, { version, ecLevel });
      for (const outcome of [await scanner.scanLive(picture), await scanner.scanStill(picture)]) {
        expect(outcome.codes.map((code) => code.text)).toEqual([payload]);
        expect(outcome.codes[0]?.ecLevel).toBe(ecLevel);
        expect(outcome.glimpses).toEqual([]);
      }
    },
  );

  it('gives the corners of the symbol in pixels of the picture', async () => {
    const picture = drawResetQrPicture('hello', { version: 2, ecLevel: 'M', pixelsPerModule: 10 });
    const { codes } = await scanner.scanStill(picture);
    const [topLeft, , bottomRight] = codes[0]?.corners ?? [];
    expect(topLeft?.x).toBeCloseTo(40, -1);
    expect(topLeft?.y).toBeCloseTo(40, -1);
    expect(bottomRight?.x).toBeCloseTo(290, -1);
    expect(bottomRight?.y).toBeCloseTo(290, -1);
  });

  it('gives payload bytes that are not text', async () => {
    const bytes = [0, 1, 200, 255, 128, 10];
    const picture = drawResetQrPicture(String.fromCharCode(...bytes), { ecLevel: 'M' });
    const { codes } = await scanner.scanStill(picture);
    expect(codes.map((code) => [...code.bytes])).toEqual([bytes]);
  });

  it('returns both codes of one picture', async () => {
    const random = createRandom(7);
    const texts = [resetPayload(random), linkPayload(random)];
    const pictures = texts.map((text) => drawResetQrPicture(text, { ecLevel: 'M' }));
    const [left, right] = pictures;
    if (left === undefined || right === undefined) throw new Error('two pictures were drawn');
    const { codes } = await scanner.scanStill(sideBySide(left, right));
    expect(new Set(codes.map((code) => code.text))).toEqual(new Set(texts));
  });

  it('tells the same code shown twice at each of its places, once', async () => {
    const picture = drawResetQrPicture('twice', { ecLevel: 'M' });
    const { codes } = await scanner.scanStill(sideBySide(picture, picture));
    expect(codes.map(({ text }) => text)).toEqual(['twice', 'twice']);
  });

  it.each<[string, Picture]>([
    ['no pixels', { data: new Uint8ClampedArray(0), width: 0, height: 0 }],
    ['one pixel', { data: new Uint8ClampedArray(4), width: 1, height: 1 }],
    ['one row', { data: new Uint8ClampedArray(4 * 500).fill(90), width: 500, height: 1 }],
    ['one column', { data: new Uint8ClampedArray(4 * 500).fill(90), width: 1, height: 500 }],
    ['fewer bytes than its size', { data: new Uint8ClampedArray(40), width: 100, height: 100 }],
    ['a negative size', { data: new Uint8ClampedArray(400), width: -10, height: -10 }],
    ['a size that is not whole', { data: new Uint8ClampedArray(400), width: 9.5, height: 9.5 }],
    ['a size that is not a number', { data: new Uint8ClampedArray(400), width: Number.NaN, height: 10 }],
  ])('answers an empty outcome for a picture with %s', async (_, picture) => {
    for (const outcome of [await scanner.scanLive(picture), await scanner.scanStill(picture)]) {
      expect(outcome.codes).toEqual([]);
      expect(outcome.glimpses).toEqual([]);
    }
  });
});

describe('createScanner', () => {
  it('falls back to the js engine when the bytes are not a WebAssembly module', async () => {
    const scanner = await createScanner({ wasmBinary: new Uint8Array([1, 2, 3, 4]) });
    expect(scanner.engine).toBe('js');
  });

  it('starts WebAssembly again after a failed start', async () => {
    await createScanner({ wasmBinary: new Uint8Array([9, 9, 9, 9]) });
    const scanner = await createScanner({ wasmBinary: await readWasm() });
    expect(scanner.engine).toBe('wasm');
  });

  it('measures the time of a call with the clock it is given', async () => {
    let time = 0;
    const scanner = await createScanner({ wasmBinary: null, now: () => time++ });
    const { elapsedMs } = await scanner.scanLive(drawResetQrPicture('x', { ecLevel: 'L' }));
    expect(elapsedMs).toBeGreaterThan(0);
  });

  it.each([
    ['as it is', (picture: Picture) => picture],
    ['seen in a mirror', mirror],
    ['light on dark', invert],
  ])('tells version, level, mask and modules as they were drawn, %s', async (_, change) => {
    const scanner = await createScanner({ wasmBinary: await readWasm() });
    const payload = resetPayload(createRandom(3));
    const choice = { version: 20, ecLevel: 'H', maskPattern: 5 } as const;
    const symbol = encodeQr(payload, choice);
    const [code] = (await scanner.scanStill(change(drawResetQrPicture(payload, choice)))).codes;
    expect(code).toMatchObject(choice);
    expect(code?.grid).toEqual({ size: symbol.size, modules: symbol.modules });
  });
});

function mirror(picture: Picture): Picture {
  const { width, data } = picture;
  const mirrored = data.map((_, i) => {
    const x = Math.floor(i / 4) % width;
    return data[i + (width - 1 - 2 * x) * 4] ?? 0;
  });
  return { ...picture, data: mirrored };
}

function invert(picture: Picture): Picture {
  return { ...picture, data: picture.data.map((value, i) => (i % 4 === 3 ? value : 255 - value)) };
}
