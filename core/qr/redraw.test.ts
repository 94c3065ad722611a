import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { EcLevel } from '../scan/types.ts';
import { encodeBase64 } from './base64.ts';
import { gridToPicture, quietZoneModules, redrawCode } from './redraw.ts';

const payload = `TESTA1KEYNO001${encodeBase64(Uint8Array.from({ length: 256 }, (_, index) => (index * 91) & 255))}`;

function decode(picture: { data: Uint8ClampedArray; width: number; height: number }) {
  const found = jsQR(picture.data, picture.width, picture.height);
  return found === null ? null : { text: found.data, version: found.version };
}

describe('redrawCode', () => {
  it.each<[number, EcLevel, number]>([
    [12, 'L', 0],
    [14, 'M', 3],
    [17, 'Q', 5],
    [20, 'H', 7],
  ])(
    'draws version %i, level %s, mask %i so that it reads back the same',
    (version, ecLevel, maskPattern) => {
      const grid = redrawCode({ payload, qrVersion: version, ecLevel, maskPattern });
      expect(grid.size).toBe(17 + 4 * version);
      expect(decode(gridToPicture(grid, 4))).toEqual({ text: payload, version });
    },
  );

  it('writes the level and mask it was asked for into the format field', () => {
    const grid = redrawCode({ payload, qrVersion: 20, ecLevel: 'H', maskPattern: 5 });
    // The five format bits at row 8, columns 0-4, with the standard's XOR mask 10101 taken off: level (H = 10), mask.
    const bits = [0, 1, 2, 3, 4].map((column) => grid.modules[8 * grid.size + column] ?? 0);
    const value = bits.reduce((sum, bit) => (sum << 1) | bit, 0) ^ 0b10101;
    expect({ level: value >> 3, mask: value & 7 }).toEqual({ level: 0b10, mask: 5 });
  });

  it('chooses what the scanner could not tell', () => {
    const grid = redrawCode({ payload, qrVersion: null, ecLevel: null, maskPattern: null });
    expect(decode(gridToPicture(grid, 3))?.text).toBe(payload);
  });

  it('grows when the payload does not fit the version it was read from', () => {
    const grid = redrawCode({ payload, qrVersion: 5, ecLevel: 'H', maskPattern: 1 });
    expect(decode(gridToPicture(grid, 3))?.text).toBe(payload);
  });

  it('refuses what no QR can hold', () => {
    const request = { payload: 'x'.repeat(3000), qrVersion: null, ecLevel: null, maskPattern: null };
    expect(() => redrawCode(request)).toThrow(RangeError);
  });
});

describe('gridToPicture', () => {
  it('draws opaque black on white with four white modules around', () => {
    const picture = gridToPicture({ size: 1, modules: new Uint8Array([1]) }, 2);
    expect(picture.width).toBe((1 + 2 * quietZoneModules) * 2);
    const isDark = (x: number, y: number) => picture.data[(y * picture.width + x) * 4] === 0;
    const dark: string[] = [];
    for (let y = 0; y < picture.height; y += 1)
      for (let x = 0; x < picture.width; x += 1) if (isDark(x, y)) dark.push(`${x},${y}`);
    expect(dark).toEqual(['8,8', '9,8', '8,9', '9,9']);
    expect(picture.data.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });
});
