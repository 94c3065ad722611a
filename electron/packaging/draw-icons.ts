import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { repositoryFolder } from '../runtime/places.ts';
import { ICON_SIZES } from './icon-sizes.ts';

const icons = join(repositoryFolder, 'assets', 'icons');

/** `npm run icons`: draws the Linux icons anew from `assets/icons/icon.svg`. */
export async function drawIcons(folder = join(icons, 'linux')): Promise<void> {
  const image = await loadImage(await readFile(join(icons, 'icon.svg')));
  await mkdir(folder, { recursive: true });
  for (const size of ICON_SIZES) {
    const canvas = createCanvas(size, size);
    canvas.getContext('2d').drawImage(image, 0, 0, size, size);
    await writeFile(join(folder, `${size}x${size}.png`), await canvas.encode('png'));
  }
}

if (import.meta.main) await drawIcons();
