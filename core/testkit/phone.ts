import type { Picture } from '../scan/types.ts';
import { blur } from './lens.ts';
import { type ByLevel, type JpegRoundTrip, type Level, valueAt } from './level.ts';
import { photograph, relight } from './optics.ts';
import type { Random } from './random.ts';
import type { Scene } from './scenes.ts';

/**
 * A customer's photo of the monitor, sent by chat: more pixels than a webcam has, but turned, tilted, and near enough that the camera sees
 * the coloured stripes of the screen.
 */
const BY_LEVEL = {
  /** Camera pixels; each picture varies by an eighth. */
  pixelsPerModule: [6.5, 5.5, 4.7, 4.0, 3.4, 2.9],
  /** Standard deviation of the lens blur in pixels; each picture varies by a fifth. */
  blur: [0.8, 0.9, 1.0, 1.1, 1.2, 1.3],
  /** Further blur along one axis, at most. */
  motion: [0, 0.4, 0.7, 1.0, 1.3, 1.5],
  tiltDegrees: [6, 12, 18, 22, 25, 28],
  /** Turned in the hand. */
  rollDegrees: [5, 15, 25, 35, 45, 45],
  stripes: [0.5, 0.6, 0.7, 0.8, 0.9, 1],
  noise: [2, 3, 4, 5, 6, 7],
  contrast: [0.95, 0.9, 0.8, 0.7, 0.65, 0.6],
  jpegQuality: [90, 85, 80, 70, 60, 50],
} satisfies Record<string, ByLevel>;

const FRAME = { width: 1600, height: 1200 };

/** A phone's photo of a scene. */
export async function phonePicture(
  scene: Scene,
  level: Level,
  random: Random,
  jpeg: JpegRoundTrip,
): Promise<Picture> {
  const tilt = toRadians(valueAt(BY_LEVEL.tiltDegrees, level));
  const roll = toRadians(valueAt(BY_LEVEL.rollDegrees, level));
  const seen = photograph(scene.picture, {
    ...FRAME,
    scale: (valueAt(BY_LEVEL.pixelsPerModule, level) * random.between(0.88, 1.12)) / scene.pixelsPerModule,
    yaw: random.between(-tilt, tilt),
    pitch: random.between(-tilt, tilt),
    roll: random.between(-roll, roll),
    sceneAim: scene.centre,
    pixelAim: {
      x: FRAME.width / 2 + random.between(-120, 120),
      y: FRAME.height / 2 + random.between(-80, 80),
    },
    stripes: valueAt(BY_LEVEL.stripes, level),
  });
  const contrast = valueAt(BY_LEVEL.contrast, level);
  const lit = relight(
    soften(seen, level, random),
    {
      contrast,
      black: 255 * (1 - contrast) * 0.4,
      gradient: 0.25,
      gradientAngle: random.between(0, 2 * Math.PI),
      glares: [],
      noise: valueAt(BY_LEVEL.noise, level),
    },
    random,
  );
  return jpeg(lit, valueAt(BY_LEVEL.jpegQuality, level));
}

function soften(picture: Picture, level: Level, random: Random): Picture {
  const lens = valueAt(BY_LEVEL.blur, level) * random.between(0.8, 1.2);
  const moved = Math.hypot(lens, valueAt(BY_LEVEL.motion, level) * random.next());
  return random.next() < 0.5 ? blur(picture, moved, lens) : blur(picture, lens, moved);
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
