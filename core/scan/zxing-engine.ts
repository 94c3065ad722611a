import { prepareZXingModule, purgeZXingModule } from 'zxing-wasm/reader';
import type { DecodeEngine, Pass, SymbolSeen } from './engine.ts';
import type { GrayImage } from './gray.ts';
import type { Corners, EcLevel, ModuleGrid, Point } from './types.ts';

/** Names that the bindings turn into numbers; the order is zxing-cpp's. */
const BINARIZER_LOCAL_AVERAGE = 0;
const TEXT_MODE_PLAIN = 0;

/** zxing-cpp's own defaults for the options that do not matter to a QR code. */
const UNUSED_OPTIONS = {
  binarizer: BINARIZER_LOCAL_AVERAGE,
  textMode: TEXT_MODE_PLAIN,
  tryDenoise: false,
  downscaleThreshold: 500,
  downscaleFactor: 3,
  minLineCount: 2,
  validateOptionalChecksum: false,
  eanAddOnSymbol: 0,
  characterSet: 0,
  tryCode39ExtendedMode: true,
};

/** What the bindings answer for one symbol; only what is used here. */
interface RawSymbol {
  readonly isValid: boolean;
  /** The picture showed the symbol as in a mirror. */
  readonly isMirrored: boolean;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly extra: string;
  readonly position: Record<'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft', Point>;
  readonly symbol: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

/** The part of the WebAssembly module that is used; the package's own types lean on global Emscripten types that are not installed. */
interface ZXingModule {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  readBarcodesFromPixmap(pointer: number, width: number, height: number, options: object): RawVector;
}

interface RawVector {
  size(): number;
  get(index: number): RawSymbol | undefined;
  delete(): void;
}

/**
 * zxing-cpp as WebAssembly. Gray bytes go in directly, which saves the bindings' own conversion from RGBA.
 * The `.wasm` bytes are always passed in, because the package would otherwise fetch them from a CDN.
 * Answers null when WebAssembly is missing, forbidden, or the bytes are not the module.
 */
export async function startZXingEngine(wasmBinary: Uint8Array | ArrayBuffer): Promise<DecodeEngine | null> {
  try {
    const overrides = { wasmBinary: ownBytes(wasmBinary), print: silence, printErr: silence };
    const started: unknown = await prepareZXingModule({ overrides, fireImmediately: true });
    const zxing = started as ZXingModule;
    return { name: 'wasm', decode: (image, pass) => decodeSafely(zxing, image, pass) };
  } catch {
    purgeZXingModule();
    return null;
  }
}

function silence(): void {}

function ownBytes(binary: Uint8Array | ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(binary);
  return bytes.slice().buffer;
}

/** An aborted module throws on every call; the ladder then goes on with its other engine. */
function decodeSafely(zxing: ZXingModule, image: GrayImage, pass: Pass): readonly SymbolSeen[] {
  try {
    return decode(zxing, image, pass);
  } catch {
    return [];
  }
}

function decode(zxing: ZXingModule, image: GrayImage, pass: Pass): readonly SymbolSeen[] {
  const pointer = zxing._malloc(image.data.length);
  if (pointer === 0) return [];
  try {
    zxing.HEAPU8.set(image.data, pointer);
    const found = zxing.readBarcodesFromPixmap(pointer, image.width, image.height, optionsOf(pass));
    try {
      return Array.from({ length: found.size() }, (_, index) => found.get(index))
        .filter((symbol) => symbol !== undefined)
        .filter((symbol) => symbol.format === 'QRCode' || symbol.format === 'QRCodeModel2')
        .map(toSymbolSeen);
    } finally {
      found.delete();
    }
  } finally {
    zxing._free(pointer);
  }
}

function optionsOf(pass: Pass): object {
  return {
    ...UNUSED_OPTIONS,
    formats: 'QRCode',
    isPure: pass.isPure === true,
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    // Without it photos of whole monitors are lost: their finder patterns are only clean at a third of the size.
    tryDownscale: true,
    returnErrors: pass.keepsFailures === true,
    maxNumberOfSymbols: pass.maxSymbols,
  };
}

function toSymbolSeen(raw: RawSymbol): SymbolSeen {
  const { topLeft, topRight, bottomRight, bottomLeft } = raw.position;
  const corners: Corners = [topLeft, topRight, bottomRight, bottomLeft];
  const extra = parseExtra(raw.extra);
  if (!raw.isValid) return { kind: 'failed', version: extra.version, corners };
  return {
    kind: 'read',
    bytes: raw.bytes.slice(),
    text: raw.text,
    ...extra,
    corners,
    grid: toGrid(raw.symbol, raw.isMirrored),
  };
}

/** The bindings tell version, level and mask in a JSON text. */
function parseExtra(text: string): {
  version: number | null;
  ecLevel: EcLevel | null;
  maskPattern: number | null;
} {
  const extra = parseRecord(text);
  const version = Number(extra['Version']);
  const mask = extra['DataMask'];
  const level = extra['ECLevel'];
  return {
    version: Number.isInteger(version) && version >= 1 && version <= 40 ? version : null,
    ecLevel: level === 'L' || level === 'M' || level === 'Q' || level === 'H' ? level : null,
    maskPattern: typeof mask === 'number' && mask >= 0 && mask <= 7 ? mask : null,
  };
}

function parseRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A mirrored symbol is answered with rows and columns exchanged. */
function toGrid({ data, width: size, height }: RawSymbol['symbol'], isMirrored: boolean): ModuleGrid | null {
  if (size !== height || size < 21 || data.length < size * size) return null;
  const modules = Uint8Array.from({ length: size * size }, (_, i) => {
    const at = isMirrored ? (i % size) * size + Math.floor(i / size) : i;
    return (data[at] ?? 255) < 128 ? 1 : 0;
  });
  return { size, modules };
}
