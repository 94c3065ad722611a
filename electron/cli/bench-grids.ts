import { gridToPicture, quietZoneModules } from '../../core/qr/redraw.ts';
import { decodeSoft, decodeSymbol } from '../../core/scan/decode/decode-symbol.ts';
import { formatModules, versionModules } from '../../core/scan/decode/format.ts';
import { type KnownModules, knownModules } from '../../core/scan/function-patterns.ts';
import { toLuma } from '../../core/scan/gray.ts';
import { decideByPixels } from '../../core/scan/pixels/decide-modules.ts';
import type { View } from '../../core/scan/pixels/sight.ts';
import { measureFit } from '../../core/scan/refine-corners.ts';
import type { EcLevel, ModuleGrid } from '../../core/scan/types.ts';
import { encodeQr, type QrSymbol } from '../../core/testkit/draw-qr.ts';
import { blur } from '../../core/testkit/lens.ts';
import { relight } from '../../core/testkit/optics.ts';
import { resetPayload } from '../../core/testkit/payloads.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';

/** Small symbols have few check symbols, and so the greatest chance of a wrong text; the largest reset code has version 21. */
const MOST_VERSION = 24;
/** One grid in so many has the format and version of a real symbol, so that only error correction stands before a text. */
const FRAMED_EVERY = 4;
/** One in so many is a picture of a spoilt reset code, for the decoder that feeds its blocks back; it takes much longer. */
const SPOILT_EVERY = 10;
const PIXELS_PER_MODULE = 2;
/** Around a drawn symbol. Pixels. */
const QUIET_ZONE = quietZoneModules * PIXELS_PER_MODULE;
const LEVELS: readonly [EcLevel, ...EcLevel[]] = ['L', 'M', 'Q', 'H'];

/**
 * Gives the decoder grids that hold no text: random modules, as unsure and as certain as they come; and pictures of a text that is nearly
 * lost.
 *
 * @returns how many it took for another text than the one that was drawn: none, or it makes texts up
 */
export function countMadeUp(seed: number, count: number): number {
  const random = createRandom(seed);
  let madeUp = 0;
  for (let index = 0; index < count; index++) {
    const isMadeUp = index % SPOILT_EVERY === SPOILT_EVERY - 1 ? readsSpoilt : readsNoise;
    if (isMadeUp(random, index % FRAMED_EVERY === 0)) madeUp++;
  }
  return madeUp;
}

function readsNoise(random: Random, isFramed: boolean): boolean {
  const version = random.integer(1, MOST_VERSION);
  const size = 17 + 4 * version;
  const ways = Array.from({ length: random.integer(1, 4) }, () =>
    Float32Array.from({ length: size * size }, () => 1.98 * random.next() - 0.99),
  );
  if (isFramed) {
    const format = { ecLevel: random.pick(LEVELS), maskPattern: random.integer(0, 7) };
    const frame = [...formatModules(format, size), ...versionModules(version, size)];
    for (const way of ways) for (const { place, isDark } of frame) way[place] = isDark ? 0.9 : -0.9;
  }
  return decodeSoft(ways, size) !== null;
}

/**
 * True when a reset code of which up to half the modules are the wrong way round is read as anything but itself. It is drawn, blurred and
 * with grain, so that its modules are decided from pixels as those of a camera's picture are.
 */
function readsSpoilt(random: Random): boolean {
  const symbol = encodeQr(resetPayload(random), { ecLevel: random.pick(LEVELS) });
  const known = knownModules(symbol.version);
  const view = photograph(spoil(symbol, random.between(0, 0.5), random), known, random);
  if (view === null) return false;
  const decide = decideByPixels([view], symbol.size);
  const soft = decide(known, new Float32Array(symbol.modules.length), null);
  const read = decodeSymbol(decide, known, soft, () => true);
  return read?.modules.some((module, at) => module !== symbol.modules[at]) ?? false;
}

/** The symbol with this share of the modules that are not fixed turned over. */
function spoil(symbol: QrSymbol, share: number, random: Random): ModuleGrid {
  const { size, modules, version } = symbol;
  const { u, v } = knownModules(version);
  const fixed = new Set(Array.from(u, (column, i) => Math.floor(v[i] ?? 0) * size + Math.floor(column)));
  for (const { place } of [...formatModules(symbol, size), ...versionModules(version, size)])
    fixed.add(place);
  return {
    size,
    modules: modules.map((module, at) => (!fixed.has(at) && random.next() < share ? 1 - module : module)),
  };
}

/** Seen straight on, as blurred and as noisy as the pictures that no decoder reads without belief. */
function photograph(grid: ModuleGrid, known: KnownModules, random: Random): View | null {
  const sigma = PIXELS_PER_MODULE * random.between(0.4, 0.8);
  const picture = relight(
    blur(gridToPicture(grid, PIXELS_PER_MODULE), sigma, sigma),
    {
      contrast: random.between(0.2, 0.7),
      black: 40,
      gradient: random.between(0, 0.3),
      gradientAngle: 0,
      glares: [],
      noise: random.between(2, 8),
    },
    random,
  );
  const image = toLuma(picture);
  const far = image.width - QUIET_ZONE;
  const corners = [
    { x: QUIET_ZONE, y: QUIET_ZONE },
    { x: far, y: QUIET_ZONE },
    { x: far, y: far },
    { x: QUIET_ZONE, y: far },
  ] as const;
  const fit = measureFit(image, corners, known);
  return fit === null ? null : { image, fit };
}
