import type { Picture } from '../scan/types.ts';

/**
 * An uncompressed video in YUV4MPEG2 with full-range 4:2:0 colour (`C420jpeg`), as Chromium's
 * `--use-file-for-fake-video-capture` plays it in a loop.
 * @param pictures At least one; all of the same size, which must be even both ways.
 * @param framesPerSecond A whole number.
 * @throws RangeError when the pictures can not make a video.
 */
export function writeY4m(pictures: readonly Picture[], framesPerSecond: number): Uint8Array {
  const [first] = pictures;
  if (first === undefined) throw new RangeError('A video needs at least one picture.');
  const { width, height } = first;
  if (width % 2 !== 0 || height % 2 !== 0)
    throw new RangeError('A 4:2:0 video needs an even width and height.');
  if (pictures.some((picture) => picture.width !== width || picture.height !== height))
    throw new RangeError('All pictures of a video must have the same size.');
  const header = ascii(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const mark = ascii('FRAME\n');
  const frameBytes = mark.length + (width * height * 3) / 2;
  const out = new Uint8Array(header.length + frameBytes * pictures.length);
  out.set(header);
  pictures.forEach((picture, index) => {
    const at = header.length + frameBytes * index;
    out.set(mark, at);
    writeFrame(picture, out.subarray(at + mark.length, at + frameBytes));
  });
  return out;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Full-range BT.601, as in JPEG: the whole brightness plane, then blue and red differences of 2x2 blocks. */
function writeFrame(picture: Picture, frame: Uint8Array): void {
  const { width, height, data } = picture;
  const pixels = width * height;
  for (let i = 0; i < pixels; i++) {
    const at = i * 4;
    frame[i] = Math.round(
      0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0),
    );
  }
  const half = width / 2;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const [red, green, blue] = meanOfBlock(data, width, x, y);
      const at = pixels + (y / 2) * half + x / 2;
      frame[at] = clamp(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
      frame[at + pixels / 4] = clamp(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    }
  }
}

function meanOfBlock(
  data: Uint8ClampedArray,
  width: number,
  x: number,
  y: number,
): readonly [number, number, number] {
  const at = (y * width + x) * 4;
  const below = at + width * 4;
  const mean = (c: number) =>
    ((data[at + c] ?? 0) + (data[at + 4 + c] ?? 0) + (data[below + c] ?? 0) + (data[below + 4 + c] ?? 0)) / 4;
  return [mean(0), mean(1), mean(2)];
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}
