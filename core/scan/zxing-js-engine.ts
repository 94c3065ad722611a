import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  QRCodeReader,
  type Result,
  ResultMetadataType,
  type ResultPoint,
  RGBLuminanceSource,
} from '@zxing/library';
import type { DecodeEngine, Pass, SymbolRead, SymbolSeen } from './engine.ts';
import { crop, type GrayImage } from './gray.ts';
import { locateTexture } from './locate.ts';
import type { Corners, EcLevel, Point } from './types.ts';

/** From the centre of a finder pattern to the outer corner of its symbol. */
const FINDER_CENTRE_MODULES = 3.5;
/** Used when a finder pattern does not tell its own module size: small enough to stay inside any symbol. */
const FALLBACK_MODULE_PIXELS = 2;

/**
 * `@zxing/library` with both of its binarizers. It finds one symbol per image, so textured parts are tried one by one
 * when several are wanted. Independent of the WebAssembly engine: other finder search, other thresholds, plain JavaScript.
 */
export function createZXingJsEngine(): DecodeEngine {
  return { name: 'js', decode: decodeParts };
}

function decodeParts(image: GrayImage, pass: Pass): readonly SymbolSeen[] {
  const whole = decodeOne(image);
  if (pass.maxSymbols === 1) return whole === null ? [] : [whole];
  const parts = locateTexture(image, pass.maxSymbols).map((rect) => ({ rect, part: crop(image, rect) }));
  const others = parts.map(({ rect, part }) => moveBy(decodeOne(part), rect));
  return [whole, ...others].filter((symbol) => symbol !== null).slice(0, pass.maxSymbols + 1);
}

function moveBy(symbol: SymbolRead | null, by: Point): SymbolRead | null {
  if (symbol === null) return null;
  const [a, b, c, d] = symbol.corners;
  const move = (point: Point) => ({ x: point.x + by.x, y: point.y + by.y });
  return { ...symbol, corners: [move(a), move(b), move(c), move(d)] };
}

function decodeOne(image: GrayImage): SymbolRead | null {
  const pixels = new Uint8ClampedArray(image.data);
  const source = new RGBLuminanceSource(pixels, image.width, image.height);
  return (
    readWith(() => new BinaryBitmap(new HybridBinarizer(source))) ??
    readWith(() => new BinaryBitmap(new GlobalHistogramBinarizer(source)))
  );
}

/** "Not found" is an exception in this library, and so is odd pixel data. */
function readWith(makeBitmap: () => BinaryBitmap): SymbolRead | null {
  try {
    const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);
    return toSymbol(new QRCodeReader().decode(makeBitmap(), hints));
  } catch {
    return null;
  }
}

function toSymbol(result: Result): SymbolRead | null {
  const text = result.getText();
  const corners = cornersFromFinders(result.getResultPoints());
  if (text.length === 0 || corners === null) return null;
  const metadata = result.getResultMetadata();
  return {
    kind: 'read',
    bytes: toBytes(text, metadata.get(ResultMetadataType.BYTE_SEGMENTS)),
    text,
    version: null,
    ecLevel: toEcLevel(metadata.get(ResultMetadataType.ERROR_CORRECTION_LEVEL)),
    maskPattern: null,
    corners,
    grid: null,
  };
}

/** Byte segments are the payload only when the whole text is in them; otherwise the text is written as UTF-8. */
function toBytes(text: string, segments: unknown): Uint8Array {
  if (Array.isArray(segments) && segments.length === 1 && segments[0] instanceof Uint8Array) {
    const [only] = segments;
    if (only instanceof Uint8Array && only.length >= text.length) return only.slice();
  }
  return encodeUtf8(text);
}

function encodeUtf8(text: string): Uint8Array {
  return Uint8Array.from(unescapeBytes(encodeURIComponent(text)));
}

function* unescapeBytes(escaped: string): Generator<number> {
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] === '%') {
      yield Number.parseInt(escaped.slice(i + 1, i + 3), 16);
      i += 2;
    } else yield escaped.charCodeAt(i);
  }
}

function toEcLevel(level: unknown): EcLevel | null {
  const name = String(level);
  return name === 'L' || name === 'M' || name === 'Q' || name === 'H' ? name : null;
}

/** The library answers the centres of bottom-left, top-left and top-right finder patterns, in this order. */
function cornersFromFinders(points: readonly ResultPoint[]): Corners | null {
  const [bottomLeft, topLeft, topRight] = points;
  if (bottomLeft === undefined || topLeft === undefined || topRight === undefined) return null;
  const outward = FINDER_CENTRE_MODULES * modulePixels(topLeft);
  const right = unit(topLeft, topRight);
  const down = unit(topLeft, bottomLeft);
  const push = (from: { x: number; y: number }, alongRight: number, alongDown: number): Point => ({
    x: from.x + outward * (alongRight * right.x + alongDown * down.x),
    y: from.y + outward * (alongRight * right.y + alongDown * down.y),
  });
  const a = toPoint(topLeft);
  const b = toPoint(topRight);
  const d = toPoint(bottomLeft);
  const c = { x: b.x + d.x - a.x, y: b.y + d.y - a.y };
  return [push(a, -1, -1), push(b, 1, -1), push(c, 1, 1), push(d, -1, 1)];
}

function toPoint(point: ResultPoint): Point {
  return { x: point.getX(), y: point.getY() };
}

function unit(from: ResultPoint, to: ResultPoint): Point {
  const x = to.getX() - from.getX();
  const y = to.getY() - from.getY();
  const length = Math.max(1, Math.hypot(x, y));
  return { x: x / length, y: y / length };
}

function modulePixels(finder: ResultPoint): number {
  if (!('getEstimatedModuleSize' in finder) || typeof finder.getEstimatedModuleSize !== 'function')
    return FALLBACK_MODULE_PIXELS;
  const size: unknown = finder.getEstimatedModuleSize();
  return typeof size === 'number' ? size : FALLBACK_MODULE_PIXELS;
}
