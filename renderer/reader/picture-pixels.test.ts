import { afterEach, expect, it, vi } from 'vitest';
import { toPicture } from './picture-pixels.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('closes a frame of a camera whose pixels there is no room for', async () => {
  const close = vi.fn();
  class FrameWithoutRoom {
    displayWidth = 4;
    displayHeight = 2;
    visibleRect = { width: 4, height: 2 };
    format = 'NV12';
    close = close;
    copyTo = () => Promise.reject(new RangeError('no room'));
  }
  class CanvasWithoutRoom {
    getContext = () => ({
      clearRect: () => undefined,
      drawImage: () => undefined,
      getImageData: () => {
        throw new RangeError('no room');
      },
    });
  }
  vi.stubGlobal('VideoFrame', FrameWithoutRoom);
  vi.stubGlobal('OffscreenCanvas', CanvasWithoutRoom);
  const frame = new FrameWithoutRoom() as unknown as VideoFrame;
  await expect(toPicture({ kind: 'frame', frame })).rejects.toThrow('no room');
  expect(close).toHaveBeenCalledOnce();
});
