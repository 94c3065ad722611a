import { gridToPicture } from '../../core/qr/redraw.ts';
import { knownModules } from '../../core/scan/function-patterns.ts';
import type { ModuleGrid, Picture, Scanner } from '../../core/scan/types.ts';
import { encodeQr } from '../../core/testkit/draw-qr.ts';
import { blur } from '../../core/testkit/lens.ts';
import { relight } from '../../core/testkit/optics.ts';
import { blankPicture, paste } from '../../core/testkit/paint.ts';
import { resetPayload } from '../../core/testkit/payloads.ts';
import { clutter, shortText } from '../../core/testkit/photo-scenes.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';
import { desktopScreen } from '../../core/testkit/scenes.ts';

/** Light around a code, so that it is found. Pixels. */
const MARGIN = 16;

/** What the reader made of doubtful pictures: those with a code, and those without one. */
export interface DoubtfulScore {
  readonly withCode: number;
  readonly read: number;
  readonly without: number;
  /** Texts that are not in the picture. */
  readonly wrong: number;
}

/**
 * Shows the reader `count` small pictures with a code that is nearly or quite lost, and as many without one: among them symbols with true
 * patterns and random modules, where only error correction stands before a text. Small, so that many can be shown.
 */
export async function scoreDoubtful(scanner: Scanner, seed: number, count: number): Promise<DoubtfulScore> {
  let [read, wrong] = [0, 0];
  for (let index = 0; index < count; index++) {
    const random = createRandom(seed * 100_003 + index);
    const text = random.next() < 0.5 ? resetPayload(random) : shortText(random);
    const symbol = encodeQr(text, { ecLevel: random.pick(['L', 'M', 'Q', 'H']) });
    const texts = await allTexts(scanner, spoilt(symbol, random));
    if (texts.includes(text)) read++;
    wrong += texts.filter((found) => found !== text).length;
    wrong += (await allTexts(scanner, withoutCode(random))).length;
  }
  return { withCode: count, read, without: count, wrong };
}

async function allTexts(scanner: Scanner, picture: Picture): Promise<readonly string[]> {
  const live = await scanner.scanLive(picture, { isThorough: true });
  const still = await scanner.scanStill(picture);
  return [...new Set([...live.codes, ...still.codes].map(({ text }) => text))];
}

/** Drawn, covered here and there, blurred and in weak light with grain. */
function spoilt(grid: ModuleGrid, random: Random): Picture {
  const pixelsPerModule = random.integer(1, 3);
  const drawn = gridToPicture(grid, pixelsPerModule);
  const picture = blankPicture(drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN, [190, 190, 185]);
  paste(picture, drawn, MARGIN, MARGIN);
  for (let patches = random.integer(0, 5); patches > 0; patches--) {
    const side = Math.round(drawn.width * random.between(0.05, 0.2));
    const shade = random.integer(0, 255);
    const [x, y] = [random.integer(0, drawn.width), random.integer(0, drawn.height)];
    paste(picture, blankPicture(side, side, [shade, shade, shade]), x, y);
  }
  const sigma = pixelsPerModule * random.between(0.1, 0.9);
  const contrast = random.between(0.08, 0.9);
  const noise = random.between(0, 12);
  const light = {
    contrast,
    black: 8,
    gradient: random.between(0, 0.5),
    gradientAngle: random.between(0, 6),
    glares: [],
    noise,
  };
  return relight(blur(picture, sigma, sigma), light, random);
}

function withoutCode(random: Random): Picture {
  switch (random.integer(0, 3)) {
    case 0:
      return desktopScreen(random, 320, 240).picture;
    case 1:
      return clutter(320, 240, random);
    case 2: {
      const picture = blankPicture(200, 150);
      for (let at = 0; at < picture.data.length; at++)
        if (at % 4 !== 3) picture.data[at] = random.integer(0, 255);
      return picture;
    }
    default:
      return spoilt(randomSymbol(random), random);
  }
}

/** True patterns, format and version, and modules that say nothing. */
function randomSymbol(random: Random): ModuleGrid {
  const version = random.integer(1, 20);
  const { size, modules } = encodeQr('', { version, ecLevel: random.pick(['L', 'M', 'Q', 'H']) });
  const { u, v } = knownModules(version);
  const fixed = new Set(Array.from(u, (column, i) => Math.floor(v[i] ?? 0) * size + Math.floor(column)));
  return {
    size,
    modules: modules.map((module, at) =>
      fixed.has(at) || isCorner(at, size) ? module : random.integer(0, 1),
    ),
  };
}

/** Beside the finder patterns, where format and version stand. */
function isCorner(at: number, size: number): boolean {
  const [column, row] = [at % size, Math.floor(at / size)];
  const isFar = (place: number) => place >= size - 11;
  return (column < 9 && row < 9) || (column < 9 && isFar(row)) || (row < 9 && isFar(column));
}
