import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawResetQrPicture } from '../testkit/draw-qr.ts';
import { paste } from '../testkit/paint.ts';
import { labelPayload, linkPayload, resetPayload } from '../testkit/payloads.ts';
import { phonePicture } from '../testkit/phone.ts';
import { createRandom } from '../testkit/random.ts';
import { desktopScreen, labelScene, recorderScreen } from '../testkit/scenes.ts';
import { webcamBurst, webcamPicture } from '../testkit/webcam.ts';
import { createScanner } from './create-scanner.ts';
import type { EcLevel, Picture, Scanner } from './types.ts';

const asItIs = async (picture: Picture) => picture;
let scanner: Scanner;

beforeAll(async () => {
  const wasmBinary = await readFile(
    fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
  );
  // A clock that stands still: budgets never end, so a busy machine does not change what is read.
  scanner = await createScanner({ wasmBinary, now: () => 0 });
});

function sceneOf(seed: number, ecLevel: EcLevel) {
  const random = createRandom(seed);
  const text = resetPayload(random);
  return { text, random, scene: recorderScreen(random, { text, ecLevel }, 3) };
}

describe('the ladder', () => {
  it('reads in the thorough rungs what the live rungs do not', async () => {
    const { text, random, scene } = sceneOf(39, 'Q');
    const picture = await webcamPicture(scene, 5, random, asItIs);
    expect((await scanner.scanLive(picture)).codes).toEqual([]);
    const { codes } = await scanner.scanLive(picture, { isThorough: true });
    expect(codes.map((code) => [code.text, code.rung])).toEqual([[text, 'resampled']]);
    expect(codes[0]).toMatchObject({ version: 17, ecLevel: 'Q' });
  });

  it('tells where a code is that can not be read, and how small it is', async () => {
    const { random, scene } = sceneOf(42, 'H');
    const picture = await webcamPicture(scene, 5, random, asItIs);
    const { codes, glimpses } = await scanner.scanLive(picture);
    expect(codes).toEqual([]);
    expect(glimpses[0]?.version).toBe(20);
    expect(glimpses[0]?.pixelsPerModule).toBeGreaterThan(1.7);
    expect(glimpses[0]?.pixelsPerModule).toBeLessThan(2.3);
  });

  it('reads from four frames together, with corners in the first', async () => {
    const { text, random, scene } = sceneOf(22, 'H');
    const frames = await webcamBurst(scene, 5, 4, random, asItIs);
    const { codes } = await scanner.scanBurst(frames);
    expect(codes.map((code) => [code.text, code.rung])).toEqual([[text, 'fused']]);
    const [single] = (
      await scanner.scanLive(frames[0] ?? { data: new Uint8ClampedArray(), width: 0, height: 0 }, {
        isThorough: true,
      })
    ).codes;
    const [a, b] = [codes[0]?.corners[0], single?.corners[0]];
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 99), (a?.y ?? 0) - (b?.y ?? 99))).toBeLessThan(3);
  });

  it("reads a phone's photo of a screen: turned, moved, and full of the screen's coloured stripes", async () => {
    const { text, random, scene } = sceneOf(61, 'Q');
    const { codes } = await scanner.scanStill(await phonePicture(scene, 5, random, asItIs));
    expect(codes.map((code) => code.text)).toEqual([text]);
  });

  it('reads a device label that is held at an angle', async () => {
    const random = createRandom(5);
    const text = labelPayload(random);
    const label = labelScene(random, { text, ecLevel: 'M' }, 4);
    const { codes } = await scanner.scanStill(await webcamPicture(label, 4, random, asItIs));
    expect(codes.map((code) => code.text)).toEqual([text]);
  });

  it('reads a hard reset code beside an easy link', async () => {
    const { text, random, scene } = sceneOf(950, 'H');
    const link = linkPayload(random);
    const easy = drawResetQrPicture(link, { ecLevel: 'L', pixelsPerModule: 6 });
    paste(scene.picture, easy, Math.round(scene.centre.x + 160), Math.round(scene.centre.y - 120));
    const { codes } = await scanner.scanStill(await webcamPicture(scene, 5, random, asItIs));
    expect(codes.map((code) => code.text)).toEqual([link, text]);
    expect(codes.map((code) => code.rung)).toEqual(['whole', expect.not.stringMatching('whole')]);
  });

  it('reads green on red of one plain mean', async () => {
    const picture = drawResetQrPicture('green on red', { ecLevel: 'M', pixelsPerModule: 5 });
    for (let at = 0; at < picture.data.length; at += 4)
      picture.data.set((picture.data[at] ?? 0) > 127 ? [0, 60, 0] : [60, 0, 0], at);
    const { codes } = await scanner.scanStill(picture);
    expect(codes.map(({ text, rung }) => [text, rung])).toEqual([['green on red', 'relit']]);
  });

  it('answers an empty outcome for a burst of nothing', async () => {
    expect((await scanner.scanBurst([])).codes).toEqual([]);
    const broken = { data: new Uint8ClampedArray(3), width: 90, height: 90 };
    expect((await scanner.scanBurst([broken, broken])).codes).toEqual([]);
  });

  it('reads nothing from desktops without a code', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { picture } = desktopScreen(createRandom(seed), 1280, 720);
      expect((await scanner.scanStill(picture)).codes).toEqual([]);
    }
  });

  it('skips every rung but the first when there is no time', async () => {
    const { random, scene } = sceneOf(39, 'Q');
    const picture = await webcamPicture(scene, 5, random, asItIs);
    expect((await scanner.scanStill(picture, { budgetMs: 0 })).codes).toEqual([]);
  });

  it('never throws on 120 pictures of random size and content', async () => {
    const random = createRandom(99);
    for (let i = 0; i < 120; i++) {
      const width = random.integer(1, 90);
      const height = random.integer(1, 90);
      const isCoarse = random.next() < 0.5;
      const data = new Uint8ClampedArray(width * height * 4);
      for (let k = 0; k < data.length; k++)
        data[k] = isCoarse ? 255 * random.integer(0, 1) : random.integer(0, 255);
      const picture = { data, width, height };
      expect((await scanner.scanLive(picture, { isThorough: true })).codes).toEqual([]);
      expect((await scanner.scanStill(picture)).codes).toEqual([]);
      expect((await scanner.scanBurst([picture, picture])).codes).toEqual([]);
    }
  });
});
