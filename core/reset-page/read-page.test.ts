import { describe, expect, it } from 'vitest';
import { blankPicture, fillArea } from '../testkit/paint.ts';
import { type PageStill, pageStillOf, toPgm, toReadable } from './page-still.ts';
import { hasAnything, readPage } from './read-page.ts';

const KNOWN = ['support_rpwd@global.dahuatech.com'];
const STILL: PageStill = {
  image: { data: new Uint8Array(200 * 100).fill(240), width: 200, height: 100 },
  code: { x: 0, y: 0, width: 60, height: 60 },
};

/** A text reader that says the same lines again at the second look, or others. */
function reading(lines: readonly string[], again: readonly string[] = lines) {
  let next = 0;
  const looked = lines.filter((line) => /SN|@|20\d\d|Type:/.test(line)).length;
  return readPage(
    STILL,
    {
      readLines: async () =>
        lines.map((text, index) => ({ text, place: { x: 0, y: index * 20, width: 100, height: 16 } })),
      readLine: async (image) => {
        expect(image.width).toBeGreaterThan(100);
        next += 1;
        expect(next).toBeLessThanOrEqual(looked);
        return again[lines.findIndex((_, index) => index === order(lines)[next - 1])] ?? '';
      },
    },
    KNOWN,
  );
}

/** Lines are looked at again by field: serial, mailbox, address, date, model. */
function order(lines: readonly string[]): readonly number[] {
  const tests = [/SN/, /\*.*@/, /^[^*]*@/, /20\d\d/, /Type:/];
  return tests.flatMap((test) => {
    const index = lines.findIndex((line) => test.test(line));
    return index < 0 ? [] : [index];
  });
}

describe('readPage', () => {
  it('is sure of a date that both looks give, and of an address that is known', async () => {
    const { values } = await reading([
      'SN: 4K002C6PAJA49A7',
      'support_rpwd@global.dahuatech.com',
      '2026-11-30 14:05:09',
    ]);
    expect(values).toEqual({
      serial: { value: '4K002C6PAJA49A7', isSure: false },
      address: { value: 'support_rpwd@global.dahuatech.com', isSure: true },
      date: { value: '2026-11-30 14:05:09', isSure: true },
    });
  });

  it('is not sure where the looks differ, nor of an address that nobody knows', async () => {
    const { values } = await reading(
      ['rpwd@elsewhere.example', '2026-11-30 14:05:09'],
      ['rpwd@elsewhere.example', '2026-11-30 14:05:08'],
    );
    expect(values).toEqual({
      address: { value: 'rpwd@elsewhere.example', isSure: false },
      date: { value: '2026-11-30 14:05:09', isSure: false },
    });
  });

  it('takes the second look at an address where that one is known', async () => {
    const { values } = await reading(
      ['support_rpwo@global.dahuatech.com'],
      ['support_rpwd@global.dahuatech.com'],
    );
    expect(values.address).toEqual({ value: 'support_rpwd@global.dahuatech.com', isSure: true });
  });

  it('says when there is nothing to show', async () => {
    expect(hasAnything(await reading(['Security code', 'Next']))).toBe(false);
    expect(hasAnything(await reading(['Reset Mode']))).toBe(true);
  });
});

describe('pageStillOf', () => {
  const corners = (x: number, y: number, side: number) =>
    [
      { x, y },
      { x: x + side, y },
      { x: x + side, y: y + side },
      { x, y: y + side },
    ] as const;

  it('keeps what is near the code, and where the code is in it', () => {
    const still = pageStillOf(blankPicture(4000, 3000), corners(1500, 1200, 300));
    expect(still?.image.width).toBeLessThan(2000);
    expect(still?.code).toMatchObject({ width: 300, height: 300 });
    expect((still?.code.x ?? 0) + 1500).toBeGreaterThan(1500);
  });

  it('gives up where the letters beside a small code can not be read: sooner in a photo than in what was drawn', () => {
    const drawn = blankPicture(1000, 800);
    expect(pageStillOf(drawn, corners(300, 300, 60))).toBeNull();
    expect(pageStillOf(drawn, corners(300, 300, 160))).not.toBeNull();
    const photo = blankPicture(1000, 800);
    for (let at = 0; at < photo.data.length; at += 4) photo.data.fill((at * 7) % 251, at, at + 3);
    expect(pageStillOf(photo, corners(300, 300, 160))).toBeNull();
    expect(pageStillOf(photo, corners(300, 300, 300))).not.toBeNull();
  });
});

describe('toReadable', () => {
  it('makes a dark page light, paints the code over, and is a PGM', () => {
    const picture = blankPicture(900, 500, [30, 30, 30]);
    fillArea(picture, { x: 100, y: 100, width: 300, height: 300 }, [255, 255, 255]);
    const still = pageStillOf(picture, [
      { x: 100, y: 100 },
      { x: 400, y: 100 },
      { x: 400, y: 400 },
      { x: 100, y: 400 },
    ]);
    if (still === null) throw new Error('There is a page.');
    const { image } = toReadable(still);
    expect(Math.min(...new Set(image.data))).toBeGreaterThan(200);
    const file = toPgm(image);
    expect(String.fromCharCode(...file.subarray(0, 2))).toBe('P5');
    expect(file.length).toBeGreaterThan(image.width * image.height);
  });
});
