import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fillSeeThrough } from '../../core/scan/ground.ts';
import type { Picture } from '../../core/scan/types.ts';

/** What a folder is searched for; a file that is named itself is read whatever its ending. */
const PICTURE_ENDINGS = new Set(['.png', '.jpg', '.jpeg', '.webp', '.bmp', '.gif']);

/** Four bytes a pixel: 400 MB. Larger pictures are refused, so that a tiny file that unpacks to gigabytes can not stop the run. */
const MAX_PIXELS = 100_000_000;

/** A path that is neither a file nor a folder. */
export class MissingPathError extends Error {}

/**
 * The picture files behind the paths, folders searched through and sorted by name.
 * @throws MissingPathError when a path does not exist.
 */
export async function findPictures(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(findUnder));
  return [...new Set(found.flat())];
}

async function findUnder(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new MissingPathError(`There is no file or folder "${path}".`);
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && PICTURE_ENDINGS.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Reads a picture file; see-through parts become what lets the rest stand out.
 * @throws Error with a plain sentence when the file is not a picture that can be read.
 */
export async function readPicture(file: string): Promise<Picture> {
  return decodePicture(await readFile(file));
}

/** Turns the bytes of a picture file into pixels. @throws Error when they are not a picture. */
export async function decodePicture(bytes: Buffer): Promise<Picture> {
  const image = await loadImage(bytes).catch(() => null);
  if (image === null || image.width < 1 || image.height < 1)
    throw new Error('This is not a picture that can be read.');
  const { width, height } = image;
  if (width * height > MAX_PIXELS) throw new Error('This picture is larger than 100 megapixels.');
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const picture = { data: context.getImageData(0, 0, width, height).data, width, height };
  fillSeeThrough(picture);
  return picture;
}

/** The bytes of a picture file. `quality` 1..100 counts for JPEG and WebP. */
export function encodePicture(picture: Picture, format: 'png' | 'jpeg' | 'webp', quality = 90): Buffer {
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(picture.width, picture.height);
  pixels.data.set(picture.data);
  context.putImageData(pixels, 0, 0);
  if (format === 'png') return canvas.toBuffer('image/png');
  return canvas.toBuffer(format === 'jpeg' ? 'image/jpeg' : 'image/webp', quality);
}
