import { encode } from 'uqr';
import type { EcLevel, ModuleGrid, Picture } from '../scan/types.ts';

/** Four light modules on each side, as the standard asks. */
const QUIET_ZONE_MODULES = 4;

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

/** A clean black and white picture of a symbol with its quiet zone. */
export function drawSymbol(symbol: ModuleGrid, pixelsPerModule: number): Picture {
  const side = (symbol.size + 2 * QUIET_ZONE_MODULES) * pixelsPerModule;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (isDarkAt(symbol, Math.floor(x / pixelsPerModule), Math.floor(y / pixelsPerModule))) {
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
  }
  return { data, width: side, height: side };
}

function isDarkAt(symbol: ModuleGrid, column: number, row: number): boolean {
  const x = column - QUIET_ZONE_MODULES;
  const y = row - QUIET_ZONE_MODULES;
  if (x < 0 || y < 0 || x >= symbol.size || y >= symbol.size) return false;
  return symbol.modules[y * symbol.size + x] === 1;
}

/** A clean picture of a text as a QR code; level H as the vendor's own demo draws it, unless told otherwise. */
export function drawResetQrPicture(
  text: string,
  options: Partial<QrChoice> & { readonly pixelsPerModule?: number } = {},
): Picture {
  const { pixelsPerModule = 4, ecLevel = 'H', ...choice } = options;
  return drawSymbol(encodeQr(text, { ecLevel, ...choice }), pixelsPerModule);
}
