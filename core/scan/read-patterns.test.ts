import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawResetQrPicture } from '../testkit/draw-qr.ts';
import { blankPicture, fillArea } from '../testkit/paint.ts';
import { PHOTO_KINDS, type Photo, type PhotoKind, photoOfKind } from '../testkit/photo-kinds.ts';
import { createRandom } from '../testkit/random.ts';
import { createScanner } from './create-scanner.ts';
import type { DecodeEngine } from './engine.ts';
import { findRings } from './finder-rings.ts';
import { findTriples } from './finder-triples.ts';
import { type GrayImage, toGray } from './gray.ts';
import { readPatterns } from './read-patterns.ts';
import { createScene } from './scene.ts';
import type { CodeRead, Picture, Scanner } from './types.ts';
import { startZXingEngine } from './zxing-engine.ts';

/** Sheets of 60 codes take a busy machine a while to photograph. */
const TIMEOUT_MS = 60_000;
const asItIs = async (picture: Picture) => picture;
let engine: DecodeEngine;
let scanner: Scanner;

beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const started = await startZXingEngine(wasm);
  if (started === null) throw new Error('WebAssembly starts here');
  engine = started;
  // A clock that stands still: a busy machine does not change what is read.
  scanner = await createScanner({ wasmBinary: wasm, now: () => 0 });
});

/** Photos with codes that one pass of the decoder does not read. */
const HARD: readonly (readonly [PhotoKind, number])[] = [
  ['damaged', 2],
  ['damaged', 3],
  ['noncompliant', 3],
  ['shadows', 6],
  ['glare', 3],
];

function grayOf(picture: Picture): GrayImage {
  const image = toGray(picture);
  if (image === null) throw new Error('the picture has pixels');
  return image;
}

function read(picture: Picture): readonly CodeRead[] {
  const scene = createScene(grayOf(picture), () => true);
  readPatterns(scene, engine);
  return scene.codes;
}

function photo(kind: PhotoKind, seed: number): Promise<Photo> {
  return photoOfKind(kind, createRandom(seed), asItIs);
}

function oncePass(picture: Picture): readonly string[] {
  return engine
    .decode(grayOf(picture), { maxSymbols: 255 })
    .flatMap((symbol) => (symbol.kind === 'read' ? [symbol.text] : []));
}

describe('finder patterns', () => {
  it('are found at every turn, with their middle and size', async () => {
    for (const seed of [1, 2, 3]) {
      const { picture, codes } = await photo('rotations', seed);
      const image = grayOf(picture);
      const [likeliest] = findTriples(image, findRings(image, false));
      const { topRight, bottomLeft } = likeliest ?? {};
      const middle = {
        x: ((topRight?.x ?? 0) + (bottomLeft?.x ?? 0)) / 2,
        y: ((topRight?.y ?? 0) + (bottomLeft?.y ?? 0)) / 2,
      };
      const code = codes[0]?.middle ?? { x: 0, y: 0 };
      expect(Math.hypot(middle.x - code.x, middle.y - code.y)).toBeLessThan(12);
      expect(likeliest?.isSure).toBe(true);
    }
  });

  it('are not seen on plain paper, nor in a picture of one pixel', () => {
    expect(findRings(grayOf(blankPicture(640, 480, [200, 200, 200])), false)).toEqual([]);
    expect(findRings(grayOf(blankPicture(1, 1)), false)).toEqual([]);
  });
});

describe('reading by finder patterns', { timeout: TIMEOUT_MS }, () => {
  it('reads every code of a sheet of 60', async () => {
    const { picture, codes } = await photo('lots', 3);
    expect(
      read(picture)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(codes.map(({ text }) => text).sort());
  });

  it('reads, with the other rungs, every one of 16 reset codes on a sheet', async () => {
    const { picture, codes } = await photo('resetSheet', 4);
    const found = (await scanner.scanStill(picture)).codes;
    expect(found.map(({ text }) => text).sort()).toEqual(codes.map(({ text }) => text).sort());
  });

  it.each(HARD)('reads what one pass does not: %s %i', async (kind, seed) => {
    const { picture, codes } = await photo(kind, seed);
    const texts = codes.map(({ text }) => text);
    expect(texts.every((text) => oncePass(picture).includes(text))).toBe(false);
    expect(read(picture).map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
  });

  it('tells one code that is shown twice at both places', () => {
    const drawn = drawResetQrPicture('twice', { ecLevel: 'M', pixelsPerModule: 6 });
    const sheet = blankPicture(2 * drawn.width, drawn.height);
    for (const left of [0, drawn.width]) {
      for (let row = 0; row < drawn.height; row++) {
        const from = row * drawn.width * 4;
        sheet.data.set(drawn.data.subarray(from, from + drawn.width * 4), (row * sheet.width + left) * 4);
      }
    }
    const codes = read(sheet);
    expect(codes.map(({ text }) => text)).toEqual(['twice', 'twice']);
    expect((codes[0]?.corners[0].x ?? 0) < drawn.width).not.toBe((codes[1]?.corners[0].x ?? 0) < drawn.width);
  });

  it('needs no light rim: dark ground up to the modules', () => {
    const drawn = drawResetQrPicture('no quiet zone', { ecLevel: 'M', pixelsPerModule: 6 });
    const quiet = 4 * 6;
    for (const area of [
      { x: 0, y: 0, width: drawn.width, height: quiet },
      { x: 0, y: drawn.height - quiet, width: drawn.width, height: quiet },
      { x: 0, y: 0, width: quiet, height: drawn.height },
      { x: drawn.width - quiet, y: 0, width: quiet, height: drawn.height },
    ])
      fillArea(drawn, area, [0, 0, 0]);
    expect(read(drawn).map(({ text }) => text)).toEqual(['no quiet zone']);
  });

  it('reads nothing that is not there', async () => {
    for (const kind of PHOTO_KINDS.filter((kind) => kind !== 'lots' && kind !== 'resetSheet')) {
      const { picture, codes } = await photo(kind, 9);
      const texts = codes.map(({ text }) => text);
      for (const { text } of read(picture)) expect(texts).toContain(text);
    }
  });
});
