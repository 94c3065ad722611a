import { classifyPayload } from '../../core/qr/classify.ts';
import { clipRect, type Rect, rectAround } from '../../core/scan/gray.ts';
import type { CodeRead, Picture } from '../../core/scan/types.ts';

/** Room for the quiet zone (four modules of at least 65) and for the corners of a burst's later frames, as a share of the side. */
const MARGIN = 0.1;
/** Pixels; a reset code keeps more than four of them for each module. */
const MAX_SIDE = 480;
const MAX_BYTES = 60_000;
const QUALITIES = [0.8, 0.6, 0.4];

/**
 * A small JPEG of each reset code in a picture, in the order of the codes. Null for any other code: a label's picture would hold its
 * secrets. Null too when it can not be made small enough.
 */
export async function cropCodes(
  picture: Picture,
  codes: readonly CodeRead[],
): Promise<readonly (Uint8Array<ArrayBuffer> | null)[]> {
  return Promise.all(
    codes.map((code) =>
      classifyPayload(code.text).kind === 'dahuaReset'
        ? cropRect(picture, clipRect(rectAround(code.corners, MARGIN), picture))
        : null,
    ),
  );
}

async function cropRect(picture: Picture, rect: Rect): Promise<Uint8Array<ArrayBuffer> | null> {
  const scale = Math.min(1, MAX_SIDE / Math.max(rect.width, rect.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(rect.width * scale)),
    Math.max(1, Math.round(rect.height * scale)),
  );
  const part = await createImageBitmap(cutOut(picture, rect));
  canvas.getContext('2d')?.drawImage(part, 0, 0, canvas.width, canvas.height);
  part.close();
  for (const quality of QUALITIES) {
    const file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (file.size <= MAX_BYTES) return new Uint8Array(await file.arrayBuffer());
  }
  return null;
}

function cutOut(picture: Picture, { x, y, width, height }: Rect): ImageData {
  const out = new ImageData(width, height);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * picture.width + x) * 4;
    out.data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  return out;
}
