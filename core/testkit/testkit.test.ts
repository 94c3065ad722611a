import { describe, expect, it } from 'vitest';
import { classifyPayload } from '../qr/classify.ts';
import { encodeQr } from './draw-qr.ts';
import { valueAt } from './level.ts';
import { blankPicture } from './paint.ts';
import { labelPayload, linkPayload, resetPayload } from './payloads.ts';
import { drawSheet, type SheetOrder } from './photo-scenes.ts';
import { createRandom } from './random.ts';
import { desktopScreen, recorderScreen } from './scenes.ts';
import { callPicture, sharePicture } from './share.ts';
import { webcamBurst } from './webcam.ts';
import { writeY4m } from './y4m.ts';

const SHEET: SheetOrder = {
  columns: 1,
  rows: 1,
  pixelsPerModule: 4,
  version: 2,
  ecLevels: ['H'],
  quietModules: 4,
  gapModules: 4,
  textOf: () => 'short',
};
const asItIs = async <Value>(value: Value) => value;

describe('payloads', () => {
  it.each([254, 255, 256])('make a reset payload of the documented layout from %i bytes', (bytes) => {
    const payload = resetPayload(createRandom(1), bytes);
    expect(payload).toHaveLength(14 + 4 * Math.ceil(bytes / 3));
    expect(Buffer.from(payload.slice(14), 'base64')).toHaveLength(bytes);
    expect(Buffer.from(payload.slice(14), 'base64').toString('base64')).toBe(payload.slice(14));
  });

  it('are what the app takes them for', () => {
    const random = createRandom(2);
    expect(classifyPayload(resetPayload(random))).toMatchObject({ kind: 'dahuaReset', confidence: 'high' });
    expect(classifyPayload(labelPayload(random)).kind).toBe('deviceLabel');
    expect(classifyPayload(linkPayload(random)).kind).toBe('link');
  });

  it('differ with the seed and repeat with it', () => {
    expect(resetPayload(createRandom(5))).toBe(resetPayload(createRandom(5)));
    expect(resetPayload(createRandom(5))).not.toBe(resetPayload(createRandom(6)));
  });
});

describe('encodeQr', () => {
  it('fills the documented version and level with a typical payload', () => {
    const payload = resetPayload(createRandom(1));
    expect(encodeQr(payload, { ecLevel: 'H' })).toMatchObject({ version: 20, size: 97 });
    expect(encodeQr(payload, { ecLevel: 'L' })).toMatchObject({ version: 12, size: 65 });
  });

  it('refuses a text that does not fit the version', () => {
    expect(() => encodeQr('x'.repeat(400), { ecLevel: 'H', version: 5 })).toThrow(RangeError);
  });
});

describe('sheets', () => {
  it('take a larger version where a text does not fit the smallest that was asked for', () => {
    const long = 'L'.repeat(60);
    const order = { ...SHEET, textOf: () => long };
    expect(drawSheet(order, createRandom(1)).codes).toMatchObject([{ text: long }]);
    const side = (version: number) => drawSheet({ ...SHEET, version }, createRandom(1)).codes[0]?.area.width;
    expect(side(9)).toBe(4 * (17 + 4 * 9));
  });
});

describe('scenes', () => {
  it('are the same for the same seed', () => {
    const draw = (seed: number) => desktopScreen(createRandom(seed), 320, 200).picture.data;
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('tell where the code is', () => {
    const text = resetPayload(createRandom(1));
    const scene = recorderScreen(createRandom(1), { text, ecLevel: 'L' }, 3);
    const { data, width } = scene.picture;
    // The outermost dark module of the top left finder pattern, seen from the middle of the code.
    const half = (65 * 3) / 2;
    const at = (Math.floor(scene.centre.y - half) * width + Math.floor(scene.centre.x - half)) * 4;
    expect([...data.subarray(at, at + 4)]).toEqual([0, 0, 0, 255]);
    expect([...data.subarray(at - 4, at)]).toEqual([255, 255, 255, 255]);
  });
});

describe('conditions', () => {
  it('give a webcam burst of different frames of one size', async () => {
    const scene = recorderScreen(createRandom(1), { text: 'short', ecLevel: 'L' }, 3);
    const frames = await webcamBurst(scene, 6, 2, createRandom(9), asItIs);
    expect(frames.map(({ width, height }) => [width, height])).toEqual([
      [1280, 720],
      [1280, 720],
    ]);
    expect(frames[0]?.data).not.toEqual(frames[1]?.data);
  });

  it('show a shared screen inside the desktop and leave the rest of it alone', async () => {
    const random = createRandom(1);
    const scene = recorderScreen(random, { text: 'short', ecLevel: 'L' }, 4);
    const desktop = blankPicture(1920, 1080, [1, 2, 3]);
    const picture = await sharePicture(scene, desktop, 6, random, asItIs);
    const untouched = picture.data.filter((value, i) => i % 4 === 0 && value === 1).length;
    expect(untouched).toBeGreaterThan(1920 * 1080 * 0.5);
    expect(untouched).toBeLessThan(1920 * 1080);
  });

  it('send a call as differing frames at a stream size that falls with the level', async () => {
    const scene = recorderScreen(createRandom(1), { text: 'short', ecLevel: 'L' }, 4);
    const desktop = blankPicture(1920, 1080, [1, 2, 3]);
    const send = async (level: 1 | 6) => {
      const sent: { width: number; height: number; rateFactor: number; differ: boolean }[] = [];
      await callPicture(scene, desktop, level, createRandom(2), async (frames, settings) => {
        const differ =
          new Set(frames.map(({ data }) => Buffer.from(data).toString('latin1'))).size === frames.length;
        sent.push({ ...settings, differ });
        return blankPicture(settings.width, settings.height);
      });
      return sent[0];
    };
    expect(await send(1)).toEqual({ width: 1280, height: 720, rateFactor: 20, differ: true });
    expect(await send(6)).toEqual({ width: 640, height: 360, rateFactor: 29, differ: true });
  });

  it('look a value up by its level', () => {
    expect(valueAt([10, 20, 30, 40, 50, 60], 6)).toBe(60);
  });
});

describe('writeY4m', () => {
  it('writes a header, and for each picture a mark and three planes', () => {
    const frames = [blankPicture(4, 2, [255, 255, 255]), blankPicture(4, 2, [255, 0, 0])];
    const bytes = writeY4m(frames, 10);
    const header = 'YUV4MPEG2 W4 H2 F10:1 Ip A1:1 C420jpeg\n';
    expect(Buffer.from(bytes.subarray(0, header.length)).toString()).toBe(header);
    const frame = (index: number) =>
      bytes.subarray(header.length + index * 18, header.length + (index + 1) * 18);
    expect([...frame(0)]).toEqual([...Buffer.from('FRAME\n'), ...Array(8).fill(255), 128, 128, 128, 128]);
    expect([...frame(1)]).toEqual([...Buffer.from('FRAME\n'), ...Array(8).fill(76), 85, 85, 255, 255]);
    expect(bytes).toHaveLength(header.length + 36);
  });

  it.each([
    ['no picture', []],
    ['an odd width', [blankPicture(3, 2)]],
    ['pictures of different sizes', [blankPicture(4, 2), blankPicture(2, 2)]],
  ])('refuses %s', (_, pictures) => {
    expect(() => writeY4m(pictures, 10)).toThrow(RangeError);
  });
});
