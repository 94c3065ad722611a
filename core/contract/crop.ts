import * as z from 'zod';

/** Bytes. The app makes crops of 60 KB at most; the rest is room for other clients. */
const MAX_CROP_BYTES = 100_000;

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** A small picture as a PNG file. */
export const pngSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= MAX_CROP_BYTES && startsWith(bytes, PNG));

/** A small picture of a code, as a PNG or JPEG file. */
export const cropSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= MAX_CROP_BYTES && (startsWith(bytes, PNG) || startsWith(bytes, JPEG)));

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
