import { declaredSize, MAX_DECODED_PIXELS } from '../../core/scan/picture-size.ts';
import type { MovingPicture } from './moving-picture.ts';

/**
 * The frames of an animated GIF, WebP, PNG or AVIF; null where they can not be had one by one. Decoding is Chromium's own and is not
 * done on the window's thread.
 */
export async function openAnimation(file: Blob, type: string): Promise<MovingPicture | null> {
  try {
    const data = await file.arrayBuffer();
    const size = declaredSize(new Uint8Array(data));
    if (size === null || size.width * size.height > MAX_DECODED_PIXELS) return null;
    const decoder = new ImageDecoder({ data, type, preferAnimation: true });
    // The tracks come by themselves, at times behind the data.
    await Promise.all([decoder.completed, decoder.tracks.ready]);
    const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 0;
    if (frameCount < 1) {
      decoder.close();
      return null;
    }
    return {
      frameCount,
      isFilmed: false,
      secondsAt: () => null,
      frameAt: async (frameIndex) => {
        const decoded = await decoder.decode({ frameIndex }).catch(() => null);
        return decoded?.image ?? null;
      },
      close: () => decoder.close(),
    };
  } catch {
    return null;
  }
}

/** What Chromium has to be told; by the first bytes, as types that come with files are often wrong. */
export function animationType(head: Uint8Array): string {
  const first = String.fromCharCode(...head.subarray(0, 4));
  if (first === 'GIF8') return 'image/gif';
  if (first === 'RIFF') return 'image/webp';
  return first === '\x89PNG' ? 'image/png' : 'image/avif';
}
