import type { Picture } from '../scan/types.ts';
import { type ByLevel, type JpegRoundTrip, type Level, type VideoRoundTrip, valueAt } from './level.ts';
import { type Area, fillArea, paste } from './paint.ts';
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
  return showOn(desktop, shown, random);
}

/** From a call on a good line to one that has fallen back to its smallest picture. */
const CALL_BY_LEVEL = {
  /** Rows of the stream, the steps that calls fall back by; 16:9. */
  streamHeight: [720, 720, 540, 540, 360, 360],
  rateFactor: [20, 26, 24, 30, 24, 29],
} satisfies Record<string, ByLevel>;

/** The first is a key frame; the others are predicted from it, as nearly all frames of a call are. */
const CALL_FRAMES = 6;

/** Another computer's screen, shared in a video call: H.264 with moved pointer, then scaled to the size of the viewer's window. */
export async function callPicture(
  scene: Scene,
  desktop: Picture,
  level: Level,
  random: Random,
  video: VideoRoundTrip,
): Promise<Picture> {
  const height = valueAt(CALL_BY_LEVEL.streamHeight, level);
  const received = await video(withPointer(scene, random), {
    width: evenly((height * scene.picture.width) / scene.picture.height),
    height,
    rateFactor: valueAt(CALL_BY_LEVEL.rateFactor, level),
  });
  const zoom = random.between(0.95, 1.25);
  return showOn(desktop, scaleBy(received, zoom), random);
}

function evenly(length: number): number {
  return 2 * Math.round(length / 2);
}

/** The shared screen, over which the pointer travels on a line below the code. */
function withPointer({ picture }: Scene, random: Random): readonly [Picture, ...Picture[]] {
  const step = random.integer(8, 60);
  const start: Area = { x: random.integer(0, 600), y: picture.height - 60, width: 10, height: 16 };
  const frame = (index: number): Picture => {
    const seen = { ...picture, data: picture.data.slice() };
    fillArea(seen, { ...start, x: start.x + index * step }, [255, 255, 255]);
    return seen;
  };
  return [frame(0), ...Array.from({ length: CALL_FRAMES - 1 }, (_, index) => frame(index + 1))];
}

function showOn(desktop: Picture, shown: Picture, random: Random): Picture {
  const out: Picture = { ...desktop, data: desktop.data.slice() };
  const left = random.integer(0, Math.max(0, desktop.width - shown.width));
  const top = random.integer(0, Math.max(0, desktop.height - shown.height));
  paste(out, shown, left, top);
  return out;
}

function scaleBy(picture: Picture, factor: number): Picture {
  return rescale(picture, Math.round(picture.width * factor), Math.round(picture.height * factor));
}
