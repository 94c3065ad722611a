import { readFile } from 'node:fs/promises';
import { join, parse, relative } from 'node:path';
import type { EcLevel, Picture } from '../../core/scan/types.ts';
import { LEVELS, type Level, type VideoRoundTrip } from '../../core/testkit/level.ts';
import { resetPayload } from '../../core/testkit/payloads.ts';
import { phonePicture } from '../../core/testkit/phone.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';
import { desktopScreen, recorderScreen, type Scene } from '../../core/testkit/scenes.ts';
import { callPicture, sharePicture } from '../../core/testkit/share.ts';
import { webcamBurst, webcamPicture } from '../../core/testkit/webcam.ts';
import { decodePicture, encodePicture, findPictures, readPicture } from './picture-files.ts';

/** `files` are pictures from a folder; the others are generated. */
export type CaseKind = 'webcam' | 'share' | 'phone' | 'call' | 'none' | 'files';

/** One picture, or the frames of one burst, with what a perfect reader would find. */
export interface BenchCase {
  readonly name: string;
  readonly kind: CaseKind;
  /** Null where a picture has no level. */
  readonly level: Level | null;
  /** At least one; single-picture decoders get the first. */
  readonly frames: readonly [Picture, ...Picture[]];
  readonly texts: readonly string[];
}

/** The symbols that 358 characters in byte mode need, and the next larger one. Source: domain note 1.1. */
const SYMBOLS: readonly [QrSize, ...QrSize[]] = [
  { version: 12, ecLevel: 'L' },
  { version: 14, ecLevel: 'M' },
  { version: 17, ecLevel: 'Q' },
  { version: 20, ecLevel: 'H' },
  { version: 21, ecLevel: 'H' },
];
type QrSize = { readonly version: number; readonly ecLevel: EcLevel };

/** Levels whose webcam pictures come as bursts: easier ones need no second frame. */
const FIRST_BURST_LEVEL = 4;
const BURST_FRAMES = 4;
/** Apart from the others, so that these stay the same where there is no codec, and whatever kinds are added. */
const CALL_SEED = 70_000;
const PHONE_SEED = 80_000;

const jpegRoundTrip = (picture: Picture, quality: number) =>
  decodePicture(encodePicture(picture, 'jpeg', quality));

/** What to generate; everything follows from the seed. */
export interface Order {
  readonly seed: number;
  /** Pictures of each kind for each level. */
  readonly count: number;
  /** Pictures without a code. */
  readonly blank: number;
  /** Null leaves the pictures of video calls out. */
  readonly video: VideoRoundTrip | null;
}

/** Webcam, shared-screen, phone and video-call pictures of every level, then those without a code; made one by one. */
export async function* generatedCases({ seed, count, blank, video }: Order): AsyncGenerator<BenchCase> {
  for (const level of LEVELS) {
    for (let index = 0; index < count; index++) {
      const random = createRandom(seed * 100_003 + level * 1009 + index);
      const scene = chooseScene(random);
      const name = `level ${level}, number ${index}`;
      yield {
        name,
        kind: 'webcam',
        level,
        texts: scene.texts,
        frames: await takeFrames(scene, level, random),
      };
      const desktop = desktopScreen(random, 1920, 1080).picture;
      const shared = await sharePicture(scene, desktop, level, random, jpegRoundTrip);
      yield { name, kind: 'share', level, texts: scene.texts, frames: [shared] };
      const held = createRandom(seed * 100_003 + PHONE_SEED + level * 1009 + index);
      const sent = await phonePicture(scene, level, held, jpegRoundTrip);
      yield { name, kind: 'phone', level, texts: scene.texts, frames: [sent] };
      if (video !== null) {
        const own = createRandom(seed * 100_003 + CALL_SEED + level * 1009 + index);
        const called = await callPicture(scene, desktop, level, own, video);
        yield { name, kind: 'call', level, texts: scene.texts, frames: [called] };
      }
    }
  }
  for (let index = 0; index < blank; index++) {
    const { picture } = desktopScreen(createRandom(seed * 100_003 + 50_000 + index), 1920, 1080);
    yield { name: `number ${index}`, kind: 'none', level: null, texts: [], frames: [picture] };
  }
}

function chooseScene(random: Random): Scene {
  const code = { ...random.pick(SYMBOLS), text: resetPayload(random) };
  return recorderScreen(random, code, random.integer(3, 4));
}

async function takeFrames(scene: Scene, level: Level, random: Random): Promise<BenchCase['frames']> {
  if (level < FIRST_BURST_LEVEL) return [await webcamPicture(scene, level, random, jpegRoundTrip)];
  const [first, ...others] = await webcamBurst(scene, level, BURST_FRAMES, random, jpegRoundTrip);
  if (first === undefined) throw new RangeError('A burst has at least one frame.');
  return [first, ...others];
}

/**
 * The pictures of a folder with their expected texts: `NAME.txt` beside `NAME.png`, or one `manifest.json`
 * (`[{ "file": "a.png", "text": ["..."] }]`). A picture with neither has nothing to find.
 */
export async function* folderCases(folder: string): AsyncGenerator<BenchCase> {
  const manifest = await readManifest(join(folder, 'manifest.json'));
  for (const file of await findPictures([folder])) {
    const texts = manifest.get(relative(folder, file)) ?? (await readTextBeside(file));
    yield { name: file, kind: 'files', level: null, texts, frames: [await readPicture(file)] };
  }
}

async function readManifest(file: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) throw new Error(`${file} is not a list.`);
  return new Map(entries.map(toEntry));
}

function toEntry(entry: unknown): readonly [string, readonly string[]] {
  if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('text' in entry))
    throw new Error('Each entry of the manifest needs "file" and "text".');
  const texts = Array.isArray(entry.text) ? entry.text : [entry.text];
  return [String(entry.file), texts.map(String)];
}

async function readTextBeside(picture: string): Promise<readonly string[]> {
  const { dir, name } = parse(picture);
  const text = await readFile(join(dir, `${name}.txt`), 'utf8').catch(() => null);
  return text === null ? [] : [text.replace(/\r?\n$/, '')];
}
