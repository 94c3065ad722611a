import { gridToPicture } from '../../../../core/qr/redraw.ts';
import type { ModuleGrid } from '../../../../core/scan/types.ts';

/** Sharp on a screen and on paper, and a few kilobytes. */
const PIXELS_PER_MODULE = 8;

/** The QR with its white margin as a PNG file. */
export async function gridToPng(grid: ModuleGrid): Promise<Uint8Array<ArrayBuffer>> {
  const { data, width, height } = gridToPicture(grid, PIXELS_PER_MODULE);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
