import type { Picture } from '../../core/scan/types.ts';
import { drawResetQrPicture } from '../../core/testkit/draw-qr.ts';
import { labelPayload, resetPayload } from '../../core/testkit/payloads.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';
import { encodePicture } from './picture-files.ts';

/** What a reader may be handed: the bytes of a file, or pixels as a canvas gives them. */
export type BrokenPicture =
  | { readonly kind: 'file'; readonly what: string; readonly bytes: Buffer }
  | { readonly kind: 'pixels'; readonly what: string; readonly picture: Picture };

const FORMATS = ['png', 'jpeg', 'webp'] as const;
/** How files of the formats begin that are not opened here but in the window: what a stranger sends is told apart by these bytes. */
const BEGINNINGS = {
  gif: 'GIF89a\x40\0\x40\0\xf7\0\0',
  'animated webp': 'RIFF\x80\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0',
  heic: '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  avif: '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf',
  tiff: 'II*\0\x08\0\0\0\x0c\0',
  pdf: '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n',
  mp4: '\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x40moovstsd',
  quicktime: '\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\x08wide',
  webm: '\x1a\x45\xdf\xa3\x9fB\x86\x81\x01V_VP9',
  avi: 'RIFF\0\x10\0\0AVI LIST\xc0\0\0\0hdrlavihvidsMJPG',
} as const;
const MOST_BYTES = 20_000;
/** Sides that no picture has, and some that are only odd. */
const ODD_SIDES = [0, -1, 0.5, 1, 2, 3, 7, 1e9, Number.NaN, Number.POSITIVE_INFINITY] as const;
const MAX_FLIPS = 40;

/** The broken picture with this number; the same number always gives the same picture. */
export function brokenPicture(number: number): BrokenPicture {
  const random = createRandom(number * 7919 + 13);
  const good = goodPicture(random);
  if (number % 4 === 3) return breakPixels(good, random);
  if (number % 8 === 2) return beginOnly(random);
  const format = random.pick(FORMATS);
  return breakFile(encodePicture(good, format, random.integer(20, 95)), format, random);
}

function goodPicture(random: Random): Picture {
  const isLabel = random.next() < 0.3;
  const text = isLabel ? labelPayload(random) : resetPayload(random);
  return drawResetQrPicture(text, { ecLevel: 'L', pixelsPerModule: random.integer(1, 3) });
}

function breakFile(bytes: Buffer, format: string, random: Random): BrokenPicture {
  const how = random.pick(['truncated', 'flipped', 'spliced', 'headed'] as const);
  const broken = { truncated, flipped, spliced, headed }[how](bytes, random);
  return { kind: 'file', what: `${format} ${how}`, bytes: broken };
}

function truncated(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random.integer(0, bytes.length - 1));
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const out = Buffer.from(bytes);
  for (let flips = random.integer(1, MAX_FLIPS); flips > 0; flips--) {
    // Half of them in the header, where sizes and tables are.
    const end = random.next() < 0.5 ? Math.min(64, out.length) : out.length;
    const at = random.integer(0, end - 1);
    out[at] = (out[at] ?? 0) ^ (1 << random.integer(0, 7));
  }
  return out;
}

/** A part of the file appears twice, or is missing. */
function spliced(bytes: Buffer, random: Random): Buffer {
  const [a, b] = [random.integer(0, bytes.length), random.integer(0, bytes.length)];
  return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
}

/** The right beginning, then noise. */
function headed(bytes: Buffer, random: Random): Buffer {
  const out = Buffer.from(bytes);
  for (let at = random.integer(4, 64); at < out.length; at++) out[at] = random.integer(0, 255);
  return out;
}

/** The beginning of a format, whole or broken, and noise. */
function beginOnly(random: Random): BrokenPicture {
  const [first, ...others] = Object.entries(BEGINNINGS);
  if (first === undefined) throw new RangeError('There are beginnings.');
  const [format, beginning] = random.pick([first, ...others]);
  const noise = Buffer.from(
    Uint8Array.from({ length: random.integer(0, MOST_BYTES) }, () => random.integer(0, 255)),
  );
  const bytes = Buffer.concat([Buffer.from(beginning, 'latin1'), noise]);
  return random.next() < 0.5
    ? { kind: 'file', what: `${format} begun`, bytes }
    : breakFile(bytes, format, random);
}

function breakPixels(good: Picture, random: Random): BrokenPicture {
  const how = random.pick(['oddSize', 'short', 'noise', 'sliced'] as const);
  return { kind: 'pixels', what: `pixels ${how}`, picture: breakers[how](good, random) };
}

const breakers = {
  oddSize: (good: Picture, random: Random): Picture => ({
    data: good.data,
    width: random.pick(ODD_SIDES),
    height: random.next() < 0.5 ? random.pick(ODD_SIDES) : good.height,
  }),
  short: (good: Picture, random: Random): Picture => ({
    ...good,
    data: good.data.subarray(0, random.integer(0, good.data.length - 1)),
  }),
  noise: (good: Picture, random: Random): Picture => {
    const share = random.next();
    const data = good.data.map((value) => (random.next() < share ? random.integer(0, 255) : value));
    return { ...good, data };
  },
  /** Wrong line length: the picture is sheared. */
  sliced: (good: Picture, random: Random): Picture => {
    const width = random.integer(1, good.width);
    return { data: good.data, width, height: Math.floor((good.data.length / 4 / width) * random.next()) };
  },
};
