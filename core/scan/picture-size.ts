export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The largest phone cameras have 108 million, and a decoder holds them all at once: 430 MB. What declares more is not opened. */
export const MAX_DECODED_PIXELS = 120_000_000;

/**
 * How many pixels a picture file says that it has, read from its header before anything of it is decoded: 76 kB can stand for
 * 400 million pixels. Null for what is no picture of a kind that the windows can show (PNG, JPEG, GIF, WebP, BMP, ICO, AVIF), and for
 * a header that is cut off.
 */
export function declaredSize(file: Uint8Array): PictureSize | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    const size = readers.find(({ isIt }) => isIt(file))?.read(view) ?? null;
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // Reading behind the end of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Reader {
  readonly isIt: (file: Uint8Array) => boolean;
  readonly read: (view: DataView) => PictureSize | null;
}

const readers: readonly Reader[] = [
  {
    isIt: (file) => hasText(file, 1, 'PNG\r\n'),
    read: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { isIt: (file) => file[0] === 0xff && file[1] === 0xd8, read: jpegSize },
  {
    isIt: (file) => hasText(file, 0, 'GIF8'),
    read: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  { isIt: (file) => hasText(file, 0, 'RIFF') && hasText(file, 8, 'WEBP'), read: webpSize },
  { isIt: (file) => hasText(file, 0, 'BM'), read: bmpSize },
  // The entries of an icon hold pictures of their own, each with a header; the largest one is drawn.
  {
    isIt: (file) => file[0] === 0 && file[1] === 0 && (file[2] === 1 || file[2] === 2) && file[3] === 0,
    read: iconSize,
  },
  { isIt: (file) => hasText(file, 4, 'ftyp'), read: avifSize },
];

/** Markers of frame headers: all but the tables and extensions that share their range. Source: ITU-T T.81, B.1.1.3. */
const FRAME = /^c[0-35-79-bd-f]$/;

function jpegSize(view: DataView): PictureSize {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (FRAME.test(marker.toString(16)))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes, and markers that stand alone.
    const isAlone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0;
    if (marker === 0xff) at += 1;
    else at += isAlone ? 2 : 2 + view.getUint16(at + 2);
  }
}

/** Source: RFC 9649. */
function webpSize(view: DataView): PictureSize | null {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}

/** An old header has 12 bytes and small numbers; a height below zero is counted from the top. */
function bmpSize(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

function iconSize(view: DataView): PictureSize | null {
  const count = view.getUint16(4, true);
  let largest: PictureSize | null = null;
  for (let entry = 0; entry < count; entry += 1) {
    const at = 6 + entry * 16;
    const start = view.getUint32(at + 12, true);
    const inner = new Uint8Array(view.buffer, view.byteOffset + start, view.byteLength - start);
    const size = hasText(inner, 1, 'PNG')
      ? declaredSize(inner)
      : { width: view.getUint8(at) || 256, height: view.getUint8(at + 1) || 256 };
    if (size !== null && (largest === null || size.width * size.height > largest.width * largest.height))
      largest = size;
  }
  return largest;
}

/** Every picture in the file has its size in an `ispe` box; the largest one is what the file is decoded to. Source: ISO/IEC 23008-12. */
function avifSize(view: DataView): PictureSize | null {
  const file = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const end = Math.min(file.length - 16, AVIF_HEAD_BYTES);
  let largest: PictureSize | null = null;
  for (let at = 8; at < end; at += 1) {
    if (!hasText(file, at, 'ispe')) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** The boxes with the sizes come before the pictures; an embedded colour profile may come first. */
const AVIF_HEAD_BYTES = 4_000_000;

function hasText(file: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => file[at + index] === letter.charCodeAt(0));
}
