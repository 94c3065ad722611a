import { writeFile } from 'node:fs/promises';
import { type CameraView, photograph } from '../../core/testkit/optics.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { recorderScreen } from '../../core/testkit/scenes.ts';
import { writeY4m } from '../../core/testkit/y4m.ts';

/** Radians: a camera that is held a little askew. */
const TILT = { yaw: 0.12, pitch: -0.08, roll: 0.04 } as const;

/**
 * What the webcam sees from its next start on: a recorder's screen with this text as its code. Without noise, which
 * would make the pictures of the demo large.
 */
export async function holdBeforeCamera(text: string, film: string): Promise<void> {
  const pixelsPerModule = 4;
  const scene = recorderScreen(createRandom(7), { text, ecLevel: 'M' }, pixelsPerModule);
  const view: CameraView = {
    ...TILT,
    width: 1280,
    height: 720,
    scale: 1,
    sceneAim: scene.centre,
    pixelAim: { x: 520, y: 360 },
    stripes: 0,
  };
  await writeFile(film, writeY4m([photograph(scene.picture, view)], 10));
}
