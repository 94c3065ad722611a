import { gridToPicture, type RedrawRequest, redrawCode } from '../../../../core/qr/redraw.ts';
import type { ModuleGrid, Picture } from '../../../../core/scan/types.ts';

/** Enough for every rung of the reader, small enough to be read at once. */
const PIXELS_PER_MODULE = 4;

/** What a reader found in a picture: the bytes of each code. */
type ReadBytes = (picture: Picture) => Promise<readonly Uint8Array[]>;

/**
 * Redraws a QR and reads the drawing back. A drawing that does not give exactly the payload's bytes is tried again with
 * a mask and a size chosen anew, then at the levels that are easiest to photograph.
 * Null when no drawing can be trusted: then nothing may be shown.
 */
export async function verifiedRedraw(
  request: RedrawRequest,
  readBytes: ReadBytes,
): Promise<ModuleGrid | null> {
  const expected = new TextEncoder().encode(request.payload);
  for (const attempt of attempts(request)) {
    const grid = tryRedraw(attempt);
    if (grid === null) continue;
    const found = await readBytes(gridToPicture(grid, PIXELS_PER_MODULE));
    if (found.some((bytes) => areEqual(bytes, expected))) return grid;
  }
  return null;
}

function attempts(request: RedrawRequest): readonly RedrawRequest[] {
  const chosenAnew = { payload: request.payload, qrVersion: null, maskPattern: null };
  return [
    request,
    { ...chosenAnew, ecLevel: request.ecLevel },
    { ...chosenAnew, ecLevel: 'M' },
    { ...chosenAnew, ecLevel: 'L' },
  ];
}

function tryRedraw(request: RedrawRequest): ModuleGrid | null {
  try {
    return redrawCode(request);
  } catch (error) {
    // The one failure it has: the payload is too long for any QR.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
