import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { declaredSize } from './picture-size.ts';

const size = { width: 311, height: 97 };

async function encoded(kind: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif'): Promise<Uint8Array> {
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').fillRect(5, 5, 50, 50);
  switch (kind) {
    case 'png':
      return canvas.encode('png');
    case 'avif':
      return canvas.encode('avif');
    case 'gif':
      return canvas.encode('gif');
    default:
      return canvas.encode(kind);
  }
}

function bytes(
  length: number,
  ...parts: readonly (readonly [at: number, content: string | readonly number[]])[]
) {
  const file = new Uint8Array(length);
  for (const [at, content] of parts)
    file.set(typeof content === 'string' ? [...content].map((letter) => letter.charCodeAt(0)) : content, at);
  return file;
}

describe('the size that a picture file declares', () => {
  it.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('is read of a real %s', async (kind) => {
    expect(declaredSize(await encoded(kind))).toEqual(size);
  });

  it('is read of the pictures that no encoder here makes', () => {
    const lossless = bytes(40, [0, 'RIFF'], [8, 'WEBPVP8L'], [20, [0x2f, 0x36, 0x01, 0x18, 0x00]]);
    expect(declaredSize(lossless)).toEqual(size);
    const extended = bytes(40, [0, 'RIFF'], [8, 'WEBPVP8X'], [24, [0x36, 0x01, 0x00, 0x60, 0x00, 0x00]]);
    expect(declaredSize(extended)).toEqual(size);
    const bitmap = bytes(60, [0, 'BM'], [14, [40]], [18, [0x37, 0x01, 0, 0, 0x9f, 0xff, 0xff, 0xff]]);
    expect(declaredSize(bitmap)).toEqual(size);
    const icon = bytes(60, [2, [1, 0, 2, 0, 16, 16]], [22, [0, 0]]);
    expect(declaredSize(icon)).toEqual({ width: 256, height: 256 });
  });

  it('is read over what stands before the frame of a JPEG', async () => {
    const jpeg = await encoded('jpeg');
    const segment = bytes(70_000 - 4_468, [0, [0xff, 0xe1, 0xff, 0xfa]]);
    const padded = new Uint8Array([0xff, 0xd8, ...segment, 0xff, ...jpeg.subarray(2)]);
    expect(declaredSize(padded)).toEqual(size);
  });

  it('is that of 400 million pixels in a few bytes', () => {
    const bomb = bytes(33, [0, [0x89]], [1, 'PNG\r\n'], [16, [0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]]);
    expect(declaredSize(bomb)).toEqual({ width: 20_000, height: 20_000 });
  });

  it('is none for what is cut off, empty or no picture', async () => {
    for (const file of [
      '',
      'BM',
      'GIF8',
      '\x89PNG\r\n',
      'RIFF....WEBPVP8 ',
      '<svg width="9" height="9"/>',
      '....ftypavif',
    ])
      expect(declaredSize(bytes(file.length, [0, file])), file).toBeNull();
    expect(declaredSize(bytes(2, [0, [0xff, 0xd8]]))).toBeNull();
    expect(declaredSize(bytes(64, [0, [0xff, 0xd8]]))).toBeNull();
    expect(declaredSize(new Uint8Array([0x89, ...bytes(40, [0, 'PNG\r\n'])]))).toBeNull();
  });
});
