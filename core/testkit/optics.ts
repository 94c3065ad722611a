import type { Picture, Point } from '../scan/types.ts';
import type { Random } from './random.ts';

/** Where a camera stands in front of a flat scene. Angles in radians. */
export interface CameraView {
  readonly width: number;
  readonly height: number;
  /** Camera pixels per scene pixel, straight on. */
  readonly scale: number;
  /** Turn around the upright axis. */
  readonly yaw: number;
  /** Turn around the level axis. */
  readonly pitch: number;
  /** Turn in the picture plane. */
  readonly roll: number;
  /** Scene point that the camera looks at, and the pixel where it appears. */
  readonly sceneAim: Point;
  readonly pixelAim: Point;
  /** How much of a monitor pixel is its coloured stripes instead of one even square: the source of moire. 0..1 */
  readonly stripes: number;
}

/** Focal length over picture width: a usual webcam sees about 55 degrees. */
const FOCAL = 0.96;
/** Samples per camera pixel and axis. */
const SAMPLES = 3;
/** Displays and cameras share about this exponent; light adds up before it, not after. */
const GAMMA = 2.2;

const TO_LIGHT = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** GAMMA);
const FROM_LIGHT = Uint8ClampedArray.from(
  { length: 4096 },
  (_, index) => 255 * (index / 4095) ** (1 / GAMMA),
);

/** What is seen beside the monitor: a dim wall. */
const AMBIENT = (70 / 255) ** GAMMA;

/** 3x3, row by row: takes a camera pixel to a scene pixel. */
type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** What the camera sees: perspective, the monitor's pixel structure, and several samples per pixel added up as light. */
export function photograph(scene: Picture, view: CameraView): Picture {
  const matrix = invert(sceneToPixel(view));
  const out = new Uint8ClampedArray(view.width * view.height * 4).fill(255);
  const light = new Float64Array(3);
  // From summed light to a place in the table that turns light into brightness.
  const scale = 4095 / (SAMPLES * SAMPLES);
  for (let y = 0, at = 0; y < view.height; y++) {
    for (let x = 0; x < view.width; x++, at += 4) {
      light.fill(0);
      for (let sy = 0.5; sy < SAMPLES; sy++) {
        for (let sx = 0.5; sx < SAMPLES; sx++) {
          addLight(light, scene, matrix, x + sx / SAMPLES, y + sy / SAMPLES, view.stripes);
        }
      }
      out[at] = FROM_LIGHT[Math.min(4095, (light[0] ?? 0) * scale) | 0] ?? 0;
      out[at + 1] = FROM_LIGHT[Math.min(4095, (light[1] ?? 0) * scale) | 0] ?? 0;
      out[at + 2] = FROM_LIGHT[Math.min(4095, (light[2] ?? 0) * scale) | 0] ?? 0;
    }
  }
  return { data: out, width: view.width, height: view.height };
}

function addLight(
  light: Float64Array,
  scene: Picture,
  m: Matrix,
  x: number,
  y: number,
  stripes: number,
): void {
  const w = m[6] * x + m[7] * y + m[8];
  const u = (m[0] * x + m[1] * y + m[2]) / w;
  const v = (m[3] * x + m[4] * y + m[5]) / w;
  if (!(u >= 0 && v >= 0 && u < scene.width && v < scene.height)) {
    light[0] = (light[0] ?? 0) + AMBIENT;
    light[1] = (light[1] ?? 0) + AMBIENT;
    light[2] = (light[2] ?? 0) + AMBIENT;
    return;
  }
  const column = u | 0;
  const at = ((v | 0) * scene.width + column) * 4;
  const part = u - column;
  // A lit stripe is three times as bright, so that the pixel as a whole keeps its brightness.
  const dim = 1 - stripes;
  const lit = 1 + 2 * stripes;
  light[0] = (light[0] ?? 0) + (TO_LIGHT[scene.data[at] ?? 0] ?? 0) * (part < 1 / 3 ? lit : dim);
  const isMiddle = part >= 1 / 3 && part < 2 / 3;
  light[1] = (light[1] ?? 0) + (TO_LIGHT[scene.data[at + 1] ?? 0] ?? 0) * (isMiddle ? lit : dim);
  light[2] = (light[2] ?? 0) + (TO_LIGHT[scene.data[at + 2] ?? 0] ?? 0) * (part >= 2 / 3 ? lit : dim);
}

/** Where the camera sees a point of the scene. */
export function projectToPixel(view: CameraView, { x, y }: Point): Point {
  const m = sceneToPixel(view);
  const w = m[6] * x + m[7] * y + m[8];
  return { x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w };
}

function sceneToPixel(view: CameraView): Matrix {
  const focal = FOCAL * view.width;
  const distance = focal / view.scale;
  const [cy, sy] = [Math.cos(view.yaw), Math.sin(view.yaw)];
  const [cp, sp] = [Math.cos(view.pitch), Math.sin(view.pitch)];
  const [cr, sr] = [Math.cos(view.roll), Math.sin(view.roll)];
  // Roll after pitch after yaw; only the two columns that a flat scene uses.
  const right = [cr * cy - sr * sp * sy, sr * cy + cr * sp * sy, -cp * sy] as const;
  const down = [-sr * cp, cr * cp, sp] as const;
  const { x: ax, y: ay } = view.pixelAim;
  const { x: u, y: v } = view.sceneAim;
  const columnOf = (axis: readonly [number, number, number]) =>
    [focal * axis[0] + ax * axis[2], focal * axis[1] + ay * axis[2], axis[2]] as const;
  const [a, b] = [columnOf(right), columnOf(down)];
  const origin = [ax * distance, ay * distance, distance] as const;
  const shift = (i: 0 | 1 | 2) => origin[i] - a[i] * u - b[i] * v;
  return [a[0], b[0], shift(0), a[1], b[1], shift(1), a[2], b[2], shift(2)];
}

function invert(m: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = m;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const s = 1 / determinant;
  return [
    (e * i - f * h) * s,
    (c * h - b * i) * s,
    (b * f - c * e) * s,
    (f * g - d * i) * s,
    (a * i - c * g) * s,
    (c * d - a * f) * s,
    (d * h - e * g) * s,
    (b * g - a * h) * s,
    (a * e - b * d) * s,
  ];
}

export interface Lighting {
  /** Contrast that is left, 0..1, and the brightness of black, 0..255. */
  readonly contrast: number;
  readonly black: number;
  /** Brightness change from one side to the other, 0..1. */
  readonly gradient: number;
  readonly gradientAngle: number;
  /** Soft reflections, added to the picture. */
  readonly glares: readonly { readonly at: Point; readonly radius: number; readonly strength: number }[];
  /** Standard deviation of the sensor noise, 0..255. */
  readonly noise: number;
}

/** Uneven light, reflections and sensor noise. */
export function relight(picture: Picture, lighting: Lighting, random: Random): Picture {
  const out = new Uint8ClampedArray(picture.data.length).fill(255);
  const [gx, gy] = [Math.cos(lighting.gradientAngle), Math.sin(lighting.gradientAngle)];
  const noise = Float32Array.from({ length: 8191 }, () => random.normal() * lighting.noise);
  let step = random.integer(0, 8190);
  for (let y = 0; y < picture.height; y++) {
    // A new start on each line, so that the noise table does not show as a pattern.
    step = random.integer(0, 8190);
    for (let x = 0; x < picture.width; x++) {
      const along = ((x / picture.width - 0.5) * gx + (y / picture.height - 0.5) * gy) * lighting.gradient;
      const glare = glareAt(lighting, x, y);
      const at = (y * picture.width + x) * 4;
      for (let c = 0; c < 3; c++) {
        step = step === 8190 ? 0 : step + 1;
        const value = lighting.black + (picture.data[at + c] ?? 0) * lighting.contrast;
        out[at + c] = value * (1 + along) + glare + (noise[step] ?? 0);
      }
    }
  }
  return { ...picture, data: out };
}

function glareAt(lighting: Lighting, x: number, y: number): number {
  let sum = 0;
  for (const glare of lighting.glares) {
    const distance = ((x - glare.at.x) ** 2 + (y - glare.at.y) ** 2) / glare.radius ** 2;
    if (distance < 9) sum += glare.strength * Math.exp(-distance);
  }
  return sum;
}
