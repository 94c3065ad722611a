import type { NativeImage } from 'electron';
import { expect, it } from 'vitest';
import { toCapturedScreen } from './captured-screen.ts';

it('takes a picture with its pixels, and under the name that reads', () => {
  const image = {
    toBitmap: () => Buffer.alloc(4 * 6, 7),
    getSize: () => ({ width: 3, height: 2 }),
  } as unknown as NativeImage;
  const taken = toCapturedScreen('Monitor\u202e rewoT\n', image);
  expect(taken).toMatchObject({ label: 'Monitor rewoT', width: 3, height: 2 });
  expect(taken.bgra).toEqual(new Uint8Array(24).fill(7));
});
