import { gridToPicture, redrawCode } from '../core/qr/redraw.ts';
import { scanPicture } from './reader/scan-client.ts';

/** As long as a real one, and in no way one. */
const TEXT = `RESETDESK SELF-TEST ${'0123456789'.repeat(34)}`;
const PIXELS_PER_MODULE = 4;

/** What the program reads in the title; see `electron/main/self-test/check-windows.ts`. */
const RESULT_MARK = 'self-test:';

/** A picture file with a code in it, as a customer would send it. */
async function drawPicture(): Promise<Blob> {
  const grid = redrawCode({ payload: TEXT, qrVersion: null, ecLevel: null, maskPattern: null });
  const { data, width, height } = gridToPicture(grid, PIXELS_PER_MODULE);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return await canvas.convertToBlob({ type: 'image/png' });
}

const { codes, elapsedMs } = await scanPicture(await drawPicture());
const read = codes.find(({ text }) => text === TEXT);
const result = { isRead: read !== undefined, rung: read?.rung ?? 'none', elapsedMs };
document.title = RESULT_MARK + JSON.stringify(result);
