import type { Picture } from '../scan/types.ts';
import { blur } from './lens.ts';
import { type ByLevel, type JpegRoundTrip, type Level, valueAt } from './level.ts';
import { type CameraView, type Lighting, photograph, relight } from './optics.ts';
import type { Random } from './random.ts';
import type { Scene } from './scenes.ts';

/** From a good webcam held close to a cheap one at arm's length. */
const BY_LEVEL = {
  /** Camera pixels; each picture varies by an eighth. */
  pixelsPerModule: [4.2, 3.5, 3.0, 2.35, 2.0, 1.65],
  /** Standard deviation of the lens blur in pixels; each picture varies by a fifth. */
  blur: [0.5, 0.6, 0.7, 0.8, 0.9, 1.0],
  /** Further blur along one axis, at most. */
  motion: [0, 0, 0.2, 0.4, 0.5, 0.6],
  tiltDegrees: [6, 10, 14, 18, 20, 22],
  /** See {@link CameraView.stripes}. */
  stripes: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
  noise: [2, 3, 4, 6, 8, 10],
  contrast: [0.95, 0.9, 0.8, 0.7, 0.6, 0.55],
  /** Brightness that the strongest reflection adds. */
  glare: [0, 30, 50, 70, 90, 110],
  jpegQuality: [92, 88, 82, 75, 68, 60],
} satisfies Record<string, ByLevel>;

const FRAME = { width: 1280, height: 720 };

/** Everything that stays the same while the camera is held up. */
interface Shot {
  readonly view: CameraView;
  readonly lighting: Lighting;
  readonly blur: number;
  readonly motion: number;
  readonly isMotionSideways: boolean;
  readonly jpegQuality: number;
}

/** A webcam's view of a scene. */
export async function webcamPicture(
  scene: Scene,
  level: Level,
  random: Random,
  jpeg: JpegRoundTrip,
): Promise<Picture> {
  return takeFrame(scene, chooseShot(scene, level, random), random, jpeg);
}

/** Frames of one hand-held view, a tremor and new noise apart. */
export async function webcamBurst(
  scene: Scene,
  level: Level,
  frames: number,
  random: Random,
  jpeg: JpegRoundTrip,
): Promise<readonly Picture[]> {
  const shot = chooseShot(scene, level, random);
  const out: Picture[] = [];
  while (out.length < frames) {
    out.push(await takeFrame(scene, { ...shot, view: tremble(shot.view, random) }, random, jpeg));
  }
  return out;
}

function chooseShot(scene: Scene, level: Level, random: Random): Shot {
  const contrast = valueAt(BY_LEVEL.contrast, level);
  const glare = {
    at: { x: random.between(0.25, 0.75) * FRAME.width, y: random.between(0.2, 0.8) * FRAME.height },
    radius: random.between(40, 160),
    strength: valueAt(BY_LEVEL.glare, level) * random.next(),
  };
  return {
    view: chooseView(scene, level, random),
    lighting: {
      contrast,
      black: 255 * (1 - contrast) * 0.4,
      gradient: 0.3,
      gradientAngle: random.between(0, 2 * Math.PI),
      glares: [glare],
      noise: valueAt(BY_LEVEL.noise, level),
    },
    blur: valueAt(BY_LEVEL.blur, level) * random.between(0.8, 1.2),
    motion: valueAt(BY_LEVEL.motion, level),
    isMotionSideways: random.next() < 0.5,
    jpegQuality: valueAt(BY_LEVEL.jpegQuality, level),
  };
}

function chooseView(scene: Scene, level: Level, random: Random): CameraView {
  const tilt = (valueAt(BY_LEVEL.tiltDegrees, level) * Math.PI) / 180;
  return {
    ...FRAME,
    scale: (valueAt(BY_LEVEL.pixelsPerModule, level) * random.between(0.88, 1.12)) / scene.pixelsPerModule,
    yaw: random.between(-tilt, tilt),
    pitch: random.between(-tilt, tilt),
    roll: random.between(-tilt, tilt) / 2,
    sceneAim: scene.centre,
    pixelAim: {
      x: FRAME.width / 2 + random.between(-120, 120),
      y: FRAME.height / 2 + random.between(-60, 60),
    },
    stripes: valueAt(BY_LEVEL.stripes, level),
  };
}

/** A hand moves a few pixels and a fraction of a degree between frames. */
function tremble(view: CameraView, random: Random): CameraView {
  const { x, y } = view.pixelAim;
  return {
    ...view,
    scale: view.scale * (1 + random.normal() * 0.002),
    yaw: view.yaw + random.normal() * 0.003,
    pitch: view.pitch + random.normal() * 0.003,
    roll: view.roll + random.normal() * 0.002,
    pixelAim: { x: x + random.normal() * 3, y: y + random.normal() * 3 },
  };
}

async function takeFrame(scene: Scene, shot: Shot, random: Random, jpeg: JpegRoundTrip): Promise<Picture> {
  const moved = shot.motion * random.next();
  const seen = blur(
    photograph(scene.picture, shot.view),
    Math.hypot(shot.blur, shot.isMotionSideways ? moved : 0),
    Math.hypot(shot.blur, shot.isMotionSideways ? 0 : moved),
  );
  return jpeg(relight(seen, shot.lighting, random), shot.jpegQuality);
}
