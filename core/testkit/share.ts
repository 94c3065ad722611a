import type { Picture } from '../scan/types.ts';
import { type ByLevel, type JpegRoundTrip, type Level, valueAt } from './level.ts';
import { paste } from './paint.ts';
import type { Random } from './random.ts';
import { rescale, subsampleColour } from './rescale.ts';
import type { Scene } from './scenes.ts';

/** From a sharp remote-support window to a video call on a poor line. */
const BY_LEVEL = {
  /** Pixels in the viewer's window; each picture varies by a tenth. */
  pixelsPerModule: [4.0, 3.3, 2.8, 2.4, 2.0, 1.6],
  /** The stream's own size against the viewer's window: below 1 the viewer enlarges what it gets. */
  streamScale: [1, 1, 1, 0.9, 0.85, 0.8],
  jpegQuality: [90, 80, 70, 60, 45, 35],
} satisfies Record<string, ByLevel>;

/** Another computer's screen in a window on the agent's desktop: scaled by an odd fraction, colours halved, compressed in blocks. */
export async function sharePicture(
  scene: Scene,
  desktop: Picture,
  level: Level,
  random: Random,
  jpeg: JpegRoundTrip,
): Promise<Picture> {
  const pixelsPerModule = valueAt(BY_LEVEL.pixelsPerModule, level) * random.between(0.9, 1.1);
  const shownScale = pixelsPerModule / scene.pixelsPerModule;
  const sent = subsampleColour(scaleBy(scene.picture, shownScale * valueAt(BY_LEVEL.streamScale, level)));
  const received = await jpeg(sent, valueAt(BY_LEVEL.jpegQuality, level));
  const shown = rescale(
    received,
    Math.round(scene.picture.width * shownScale),
    Math.round(scene.picture.height * shownScale),
  );
  const out: Picture = { ...desktop, data: desktop.data.slice() };
  const left = random.integer(0, Math.max(0, desktop.width - shown.width));
  const top = random.integer(0, Math.max(0, desktop.height - shown.height));
  paste(out, shown, left, top);
  return out;
}

function scaleBy(picture: Picture, factor: number): Picture {
  return rescale(picture, Math.round(picture.width * factor), Math.round(picture.height * factor));
}
