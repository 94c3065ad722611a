import { encode } from 'uqr';
import { gridToPicture } from '../qr/redraw.ts';
import type { EcLevel, ModuleGrid, Picture } from '../scan/types.ts';

export interface QrChoice {
  readonly ecLevel: EcLevel;
  /** 1..40; the smallest that fits when absent. A text that does not fit is an error of the test. */
  readonly version?: number;
  /** 0..7; the best one when absent. */
  readonly maskPattern?: number;
}

export interface QrSymbol extends ModuleGrid {
  readonly version: number;
  readonly maskPattern: number;
  readonly ecLevel: EcLevel;
}

/** The modules of a QR code in byte mode, without a quiet zone. */
export function encodeQr(text: string, choice: QrChoice): QrSymbol {
  const { version, ecLevel, maskPattern } = choice;
  const drawn = encode(
    Array.from(text, (letter) => letter.charCodeAt(0)),
    {
      ecc: ecLevel,
      border: 0,
      boostEcc: false,
      ...(version === undefined ? {} : { minVersion: version, maxVersion: version }),
      ...(maskPattern === undefined ? {} : { maskPattern }),
    },
  );
  const modules = Uint8Array.from(drawn.data.flat(), (isDark) => (isDark ? 1 : 0));
  return { size: drawn.size, modules, version: drawn.version, maskPattern: drawn.maskPattern, ecLevel };
}

/** A clean picture of a text as a QR code; level H as the vendor's own demo draws it, unless told otherwise. */
export function drawResetQrPicture(
  text: string,
  options: Partial<QrChoice> & { readonly pixelsPerModule?: number } = {},
): Picture {
  const { pixelsPerModule = 4, ecLevel = 'H', ...choice } = options;
  return gridToPicture(encodeQr(text, { ecLevel, ...choice }), pixelsPerModule);
}
