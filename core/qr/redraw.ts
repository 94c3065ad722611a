import { utf8ToBytes } from '@noble/hashes/utils.js';
import { encode } from 'uqr';
import type { EcLevel, ModuleGrid, Picture } from '../scan/types.ts';

/** The white margin that a QR needs on every side, in modules. Source: ISO/IEC 18004. */
export const quietZoneModules = 4;

/** What the scanner knows of the symbol that was read; null where it could not tell. */
export interface RedrawRequest {
  readonly payload: string;
  readonly qrVersion: number | null;
  readonly ecLevel: EcLevel | null;
  readonly maskPattern: number | null;
}

/**
 * Draws a payload as the symbol it was read from: same version, level and mask, byte mode.
 * What is not known, or can not hold the payload, is chosen anew (level M: quick to scan, some reserve).
 * The caller decodes the picture again and compares before anyone relies on it.
 * @throws RangeError when no QR can hold the payload.
 */
export function redrawCode(request: RedrawRequest): ModuleGrid {
  const bytes = [...utf8ToBytes(request.payload)];
  const level = request.ecLevel ?? 'M';
  const sameSymbol = tryEncode(bytes, level, request.maskPattern, request.qrVersion);
  const grid = sameSymbol ?? tryEncode(bytes, level, null, null) ?? tryEncode(bytes, 'L', null, null);
  if (grid === null) throw new RangeError('The payload is too long for a QR code.');
  return grid;
}

/** Draws modules black on white with the quiet zone around them. */
export function gridToPicture(grid: ModuleGrid, pixelsPerModule: number): Picture {
  const side = (grid.size + 2 * quietZoneModules) * pixelsPerModule;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const pixels = new Uint32Array(data.buffer);
  // Opaque black in RGBA on every byte order: all but the alpha byte are zero.
  const black = new Uint32Array(new Uint8Array([0, 0, 0, 255]).buffer)[0] ?? 0;
  for (let row = 0; row < grid.size; row += 1) {
    for (let column = 0; column < grid.size; column += 1) {
      if (grid.modules[row * grid.size + column] !== 1) continue;
      const left = (column + quietZoneModules) * pixelsPerModule;
      const top = (row + quietZoneModules) * pixelsPerModule;
      for (let y = top; y < top + pixelsPerModule; y += 1) {
        pixels.fill(black, y * side + left, y * side + left + pixelsPerModule);
      }
    }
  }
  return { data, width: side, height: side };
}

/** Null when the payload does not fit. `uqr` has no other failure for sizes and masks in range. */
function tryEncode(
  bytes: readonly number[],
  ecc: EcLevel,
  maskPattern: number | null,
  version: number | null,
): ModuleGrid | null {
  try {
    const drawn = encode(bytes, {
      ecc,
      boostEcc: false,
      border: 0,
      maskPattern: maskPattern ?? -1,
      minVersion: version ?? 1,
      maxVersion: version ?? 40,
    });
    return {
      size: drawn.size,
      modules: Uint8Array.from(drawn.data.flat(), (isDark) => (isDark ? 1 : 0)),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
