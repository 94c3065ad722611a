import type { Picture } from '../scan/types.ts';
import type { Random } from './random.ts';

/** Red, green, blue, 0..255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function blankPicture(width: number, height: number, colour: Colour = [255, 255, 255]): Picture {
  const picture = { data: new Uint8ClampedArray(width * height * 4), width, height };
  fillArea(picture, { x: 0, y: 0, width, height }, colour);
  return picture;
}

/** Paints an upright rectangle; what lies outside the picture is left out. */
export function fillArea(picture: Picture, area: Area, colour: Colour): void {
  const left = Math.max(0, Math.round(area.x));
  const right = Math.min(picture.width, Math.round(area.x + area.width));
  const bottom = Math.min(picture.height, Math.round(area.y + area.height));
  if (right <= left) return;
  const pixels = new Uint32Array(
    picture.data.buffer,
    picture.data.byteOffset,
    picture.width * picture.height,
  );
  const value = new Uint32Array(new Uint8Array([...colour, 255]).buffer)[0] ?? 0;
  for (let y = Math.max(0, Math.round(area.y)); y < bottom; y++) {
    pixels.fill(value, y * picture.width + left, y * picture.width + right);
  }
}

/** Copies one picture onto another; what lies outside is left out. */
export function paste(target: Picture, source: Picture, x: number, y: number): void {
  const width = Math.min(source.width, target.width - x);
  if (width <= 0) return;
  for (let row = 0; row < source.height && y + row < target.height; row++) {
    const from = row * source.width * 4;
    target.data.set(source.data.subarray(from, from + width * 4), ((y + row) * target.width + x) * 4);
  }
}

/** Lines of small strokes with the rhythm of text: words, gaps, ragged ends. */
export function scribbleText(
  picture: Picture,
  area: Area,
  colour: Colour,
  letterHeight: number,
  random: Random,
): void {
  const lineHeight = Math.round(letterHeight * 1.8);
  for (let y = area.y; y + letterHeight <= area.y + area.height; y += lineHeight) {
    const end = area.x + area.width * random.between(0.4, 1);
    for (let x = area.x; x < end; ) {
      const letters = random.integer(2, 9);
      for (let i = 0; i < letters && x < end; i++)
        x += scribbleLetter(picture, x, y, letterHeight, colour, random);
      x += Math.round(letterHeight * 0.6);
    }
  }
}

/** Answers the width it took. */
function scribbleLetter(
  picture: Picture,
  x: number,
  y: number,
  height: number,
  colour: Colour,
  random: Random,
): number {
  const stroke = Math.max(1, Math.round(height / 8));
  const width = Math.max(3, Math.round(height * 0.5));
  const top = random.next() < 0.3 ? y : y + Math.round(height * 0.3);
  fillArea(picture, { x, y: top, width: stroke, height: y + height - top }, colour);
  if (random.next() < 0.7) fillArea(picture, { x, y: top, width, height: stroke }, colour);
  if (random.next() < 0.5) fillArea(picture, { x, y: y + height - stroke, width, height: stroke }, colour);
  if (random.next() < 0.5)
    fillArea(picture, { x: x + width - stroke, y: top, width: stroke, height: y + height - top }, colour);
  return width + stroke + 1;
}

/** Only the dark or the light pixels of a black and white picture, in one shade; all else can be seen through. */
export function keepOnly({ data, width, height }: Picture, kept: 'dark' | 'light', shade: number): Picture {
  const out = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at] ?? 0) < 128 === (kept === 'dark')) out.set([shade, shade, shade, 255], at);
  }
  return { data: out, width, height };
}
