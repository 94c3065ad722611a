import type { Picture } from '../scan/types.ts';
import { blur } from './lens.ts';
import { type CameraView, type Lighting, photograph, relight } from './optics.ts';
import { blankPicture, paste } from './paint.ts';
import { resetPayload } from './payloads.ts';
import type { Random } from './random.ts';
import { desktopScreen, recorderScreen, type Scene } from './scenes.ts';

/** What can be wrong with a picture of a code, one thing at a time. */
export type Spoiling = 'tooSmall' | 'blurred' | 'cutOff' | 'glare' | 'tooDark' | 'moving' | 'nothingThere';

export interface Spoiled {
  readonly picture: Picture;
  /** The camera frame before, for `moving`. */
  readonly previous: Picture | null;
  /** As the camera saw it; null where there is no code. */
  readonly pixelsPerModule: number | null;
}

const FRAME = { width: 880, height: 560 };
const GOOD_PIXELS_PER_MODULE = 4.2;
const EVEN_LIGHT: Lighting = {
  contrast: 0.95,
  black: 5,
  gradient: 0.1,
  gradientAngle: 1,
  glares: [],
  noise: 2,
};

/** A webcam's view of a reset code that is good but for one thing, and so bad in that one that it can not be read. */
export function spoiledPicture(spoiling: Spoiling, random: Random): Spoiled {
  if (spoiling === 'nothingThere') {
    const scene = desktopScreen(random, FRAME.width, FRAME.height);
    return { picture: scene.picture, previous: null, pixelsPerModule: null };
  }
  const scene = recorderScreen(random, { text: resetPayload(random), ecLevel: 'M' }, 4);
  const pixelsPerModule =
    spoiling === 'tooSmall' ? random.between(0.8, 1.05) : GOOD_PIXELS_PER_MODULE * random.between(0.9, 1.1);
  const view = viewOf(scene, pixelsPerModule, random);
  const sharp = photograph(scene.picture, view);
  const spoil: Record<Exclude<Spoiling, 'nothingThere'>, () => Spoiled> = {
    tooSmall: () => still(relight(sharp, EVEN_LIGHT, random)),
    blurred: () => {
      const sigma = pixelsPerModule * random.between(1.1, 1.8);
      return still(relight(blur(sharp, sigma, sigma), EVEN_LIGHT, random));
    },
    cutOff: () => still(cut(relight(sharp, EVEN_LIGHT, random), view, random)),
    glare: () => {
      const radius = codeSide(scene, pixelsPerModule) * random.between(0.2, 0.3);
      const at = {
        x: view.pixelAim.x + random.between(-30, 30),
        y: view.pixelAim.y + random.between(-30, 30),
      };
      return still(relight(sharp, { ...EVEN_LIGHT, glares: [{ at, radius, strength: 900 }] }, random));
    },
    tooDark: () =>
      still(
        relight(sharp, { ...EVEN_LIGHT, contrast: random.between(0.01, 0.025), black: 4, noise: 5 }, random),
      ),
    moving: () => {
      const sigma = pixelsPerModule * random.between(1.1, 1.6);
      const step = 4 * sigma * (random.next() < 0.5 ? 1 : -1);
      const seen = relight(blur(sharp, sigma, 0.6), EVEN_LIGHT, random);
      return { ...still(seen), previous: shifted(seen, Math.round(step)) };
    },
  };
  function still(picture: Picture): Spoiled {
    return { picture, previous: null, pixelsPerModule };
  }
  return spoil[spoiling]();
}

function viewOf(scene: Scene, pixelsPerModule: number, random: Random): CameraView {
  return {
    ...FRAME,
    scale: pixelsPerModule / scene.pixelsPerModule,
    yaw: random.between(-0.15, 0.15),
    pitch: random.between(-0.15, 0.15),
    roll: random.between(-0.1, 0.1),
    sceneAim: scene.centre,
    pixelAim: {
      x: FRAME.width / 2 + random.between(-80, 80),
      y: FRAME.height / 2 + random.between(-30, 30),
    },
    stripes: 0.1,
  };
}

/** Pixels; a payload of the usual length at level M has 73 modules. */
function codeSide(scene: Scene, pixelsPerModule: number): number {
  return scene.texts.length === 0 ? 0 : 73 * pixelsPerModule;
}

/** Keeps the part of the picture to the left or above a line through the code. */
function cut(picture: Picture, view: CameraView, random: Random): Picture {
  const isSideways = random.next() < 0.5;
  const width = isSideways ? Math.round(view.pixelAim.x + random.between(-60, 80)) : picture.width;
  const height = isSideways ? picture.height : Math.round(view.pixelAim.y + random.between(-60, 80));
  const out = blankPicture(width, height);
  paste(out, picture, 0, 0);
  return out;
}

/** The picture moved sideways by whole pixels; the outermost column is repeated. */
function shifted(picture: Picture, by: number): Picture {
  const { width, height } = picture;
  const source = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const data = new Uint8ClampedArray(picture.data.length);
  const out = new Uint32Array(data.buffer);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      out[y * width + x] = source[y * width + Math.min(Math.max(x - by, 0), width - 1)] ?? 0;
    }
  }
  return { data, width, height };
}
