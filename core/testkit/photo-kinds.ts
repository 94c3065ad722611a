import type { Picture, Point } from '../scan/types.ts';
import { blur } from './lens.ts';
import type { JpegRoundTrip } from './level.ts';
import { type CameraView, type Lighting, photograph, projectToPixel, relight } from './optics.ts';
import { paste } from './paint.ts';
import { resetPayload } from './payloads.ts';
import { clutter, drawSheet, type Sheet, type SheetOrder, shortText } from './photo-scenes.ts';
import type { Random } from './random.ts';
import { bend, confuse, damage, disguise } from './spoil-sheet.ts';

/** What makes a photo of everyday codes hard, one thing each; the kinds by which public collections of such photos are sorted. */
export const PHOTO_KINDS = [
  'blurred',
  'brightSpots',
  'brightness',
  'close',
  'curved',
  'damaged',
  'glare',
  'highVersion',
  'lots',
  'monitor',
  'nominal',
  'noncompliant',
  'pathological',
  'perspective',
  'rotations',
  'shadows',
  'resetSheet',
] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

export interface Photo {
  readonly picture: Picture;
  /** Each code in it and the pixel of its middle. The same text may be there more than once. */
  readonly codes: readonly { readonly text: string; readonly middle: Point }[];
}

const FRAME = { width: 1280, height: 960 };
const LARGE_FRAME = { width: 2400, height: 1800 };
const SHEET_FRAME = { width: 1920, height: 1440 };
const PLAIN: SheetOrder = {
  columns: 1,
  rows: 1,
  pixelsPerModule: 8,
  version: 1,
  ecLevels: ['L', 'M', 'Q', 'H'],
  quietModules: 4,
  gapModules: 4,
  textOf: shortText,
};

/** Beside the sheet and where the camera stands: how the picture is lit and softened. */
interface Shot {
  readonly sheet: Sheet;
  readonly pixelsPerModule: number;
  readonly tiltDegrees: number;
  readonly rollDegrees: number;
  readonly stripes: number;
  /** Standard deviations in pixels. */
  readonly blur: readonly [x: number, y: number];
  readonly lighting: Partial<Lighting>;
  readonly frame: { readonly width: number; readonly height: number };
}

export async function photoOfKind(kind: PhotoKind, random: Random, jpeg: JpegRoundTrip): Promise<Photo> {
  const shot = { ...plainShot(kind, random), ...shotOfKind(kind, random) };
  const { sheet, frame } = shot;
  const around = clutter(sheet.picture.width + 900, sheet.picture.height + 700, random);
  paste(around, sheet.picture, 450, 350);
  const view = viewOf(shot, around, random);
  const seen = blur(photograph(around, view), ...shot.blur);
  const lit = relight(castShadow(kind, seen, random), { ...evenLight(random), ...shot.lighting }, random);
  const picture = await jpeg(lit, random.integer(80, 95));
  const codes = sheet.codes.map(({ text, area }) => ({
    text,
    middle: projectToPixel(view, { x: 450 + area.x + area.width / 2, y: 350 + area.y + area.height / 2 }),
  }));
  const isInside = ({ middle: { x, y } }: Photo['codes'][number]) =>
    x > 0 && y > 0 && x < frame.width && y < frame.height;
  return { picture, codes: codes.filter(isInside) };
}

function plainShot(kind: PhotoKind, random: Random): Shot {
  return {
    sheet: sheetOf(kind, random),
    pixelsPerModule: random.between(4.5, 9),
    tiltDegrees: 15,
    rollDegrees: 10,
    stripes: 0,
    blur: [random.between(0.6, 1.1), random.between(0.6, 1.1)],
    lighting: {},
    frame: FRAME,
  };
}

function sheetOf(kind: PhotoKind, random: Random): Sheet {
  const sheet = drawSheet(orderOf(kind, random), random);
  if (kind === 'curved') return bend(sheet, random);
  if (kind === 'damaged') damage(sheet, random);
  if (kind === 'pathological') confuse(sheet, random);
  return kind === 'noncompliant' ? disguise(sheet, random) : sheet;
}

function orderOf(kind: PhotoKind, random: Random): SheetOrder {
  switch (kind) {
    case 'lots':
      return {
        ...PLAIN,
        columns: 10,
        rows: 6,
        pixelsPerModule: 6,
        ecLevels: ['M'],
        gapModules: random.integer(0, 3),
      };
    case 'resetSheet':
      return { ...PLAIN, columns: 4, rows: 4, pixelsPerModule: 4, ecLevels: ['M'], textOf: resetPayload };
    case 'highVersion':
      return { ...PLAIN, version: random.integer(20, 40), pixelsPerModule: 4 };
    case 'nominal':
    case 'shadows':
    case 'brightSpots':
      return { ...PLAIN, columns: random.integer(1, 3), rows: random.integer(1, 2) };
    case 'damaged':
      return { ...PLAIN, ecLevels: ['M', 'Q', 'H'] };
    case 'pathological':
      return { ...PLAIN, quietModules: 3, gapModules: 10 };
    case 'curved':
      return { ...PLAIN, version: random.integer(1, 6), gapModules: 1 };
    default:
      return PLAIN;
  }
}

function shotOfKind(kind: PhotoKind, random: Random): Partial<Shot> {
  switch (kind) {
    case 'blurred': {
      const pixelsPerModule = random.between(5, 9);
      const wide = pixelsPerModule * random.between(0.45, 0.85);
      const narrow = random.next() < 0.5 ? wide : wide / 3;
      return { pixelsPerModule, blur: random.next() < 0.5 ? [wide, narrow] : [narrow, wide] };
    }
    case 'brightSpots':
      return {
        lighting: { contrast: random.between(0.08, 0.35), black: 6, glares: spots(random, 2, 40, 160) },
      };
    case 'brightness':
      return {
        lighting: { contrast: random.pick([0.05, 0.08, 0.12, 0.3, 1.6, 2.4]), black: random.integer(0, 14) },
      };
    case 'close':
      return { pixelsPerModule: random.between(16, 24), tiltDegrees: 30 };
    case 'curved':
      return { pixelsPerModule: random.between(7, 11) };
    case 'glare':
      return { lighting: { glares: spots(random, 3, 20, 75) } };
    case 'highVersion':
      return { pixelsPerModule: random.between(3.2, 5), frame: LARGE_FRAME, tiltDegrees: 12 };
    case 'resetSheet':
      return { pixelsPerModule: random.between(3.6, 4.6), frame: SHEET_FRAME, tiltDegrees: 12 };
    case 'lots':
      return { pixelsPerModule: random.between(4.2, 5.4), frame: LARGE_FRAME, tiltDegrees: 20 };
    case 'monitor':
      return { stripes: 0.8, pixelsPerModule: random.between(5, 12) };
    case 'perspective':
      return { tiltDegrees: 62, pixelsPerModule: random.between(8, 12) };
    case 'rotations':
      return { rollDegrees: 180 };
    default:
      return {};
  }
}

function spots(random: Random, count: number, least: number, most: number): Lighting['glares'] {
  return Array.from({ length: count }, () => ({
    at: { x: FRAME.width * random.between(0.3, 0.7), y: FRAME.height * random.between(0.3, 0.7) },
    radius: random.between(least, most),
    strength: random.between(90, 400),
  }));
}

function evenLight(random: Random): Lighting {
  return {
    contrast: random.between(0.75, 0.95),
    black: random.integer(8, 30),
    gradient: random.between(0.1, 0.5),
    gradientAngle: random.between(0, 2 * Math.PI),
    glares: [],
    noise: random.between(2, 4),
  };
}

function viewOf({ sheet, frame, ...shot }: Shot, around: Picture, random: Random): CameraView {
  const tilt = toRadians(shot.tiltDegrees);
  const roll = toRadians(shot.rollDegrees);
  const isSteep = shot.tiltDegrees > 40;
  const tilts = isSteep
    ? [random.between(0.75, 1) * tilt * random.pick([-1, 1]), random.between(-0.2, 0.2)]
    : [random.between(-tilt, tilt), random.between(-tilt, tilt)];
  const [yaw = 0, pitch = 0] = random.next() < 0.5 ? tilts : tilts.toReversed();
  return {
    ...frame,
    scale: shot.pixelsPerModule / sheet.pixelsPerModule,
    yaw,
    pitch,
    roll: random.between(-roll, roll),
    sceneAim: { x: around.width / 2, y: around.height / 2 },
    pixelAim: { x: frame.width / 2, y: frame.height / 2 },
    stripes: shot.stripes,
  };
}

/** A hard shadow's edge runs through the middle of the picture. */
function castShadow(kind: PhotoKind, picture: Picture, random: Random): Picture {
  if (kind !== 'shadows') return picture;
  const angle = random.between(0, 2 * Math.PI);
  const left = random.between(0.15, 0.45);
  const bands = random.integer(0, 1) * random.between(60, 200);
  const data = picture.data.slice();
  for (let y = 0, at = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, at += 4) {
      const along = (x - picture.width / 2) * Math.cos(angle) + (y - picture.height / 2) * Math.sin(angle);
      const isDark = bands === 0 ? along > 0 : Math.floor(along / bands) % 2 === 0;
      if (!isDark) continue;
      for (let c = 0; c < 3; c++) data[at + c] = left * (data[at + c] ?? 0);
    }
  }
  return { ...picture, data };
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
