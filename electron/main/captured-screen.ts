import type { NativeImage } from 'electron';
import type { CapturedScreen } from '../../core/contract/shell-records.ts';
import { shownName } from '../../core/file-name.ts';

/**
 * The pixels of an image as they are; `toBitmap` gives blue-green-red-alpha on every platform we run on.
 *
 * @param name as a monitor or a program has it
 */
export function toCapturedScreen(name: string, image: NativeImage): CapturedScreen {
  const bgra = image.toBitmap();
  // At scale 1 the size is in pixels; an image of a dense display counts in device-independent ones.
  const { width, height } = image.getSize(1);
  const pixels = bgra.length / 4;
  const factor = Math.sqrt(pixels / (width * height));
  return {
    label: shownName(name),
    width: Math.round(width * factor),
    height: Math.round(height * factor),
    // The same memory where it can be: a copy of a large screen would be felt.
    bgra:
      bgra.buffer instanceof ArrayBuffer
        ? new Uint8Array(bgra.buffer, bgra.byteOffset, bgra.length)
        : new Uint8Array(bgra),
  };
}
