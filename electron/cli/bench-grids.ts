import { decodeSoft, decodeSymbol } from '../../core/scan/decode/decode-symbol.ts';
import { formatModules, versionModules } from '../../core/scan/decode/format.ts';
import { knownModules } from '../../core/scan/function-patterns.ts';
import type { DecideModules } from '../../core/scan/pixels/decide-modules.ts';
import type { EcLevel } from '../../core/scan/types.ts';
import { encodeQr, type QrSymbol } from '../../core/testkit/draw-qr.ts';
import { resetPayload } from '../../core/testkit/payloads.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';

/** Small symbols have few check symbols, and so the greatest chance of a wrong text; the largest reset code has version 21. */
const MOST_VERSION = 24;
/** One grid in so many has the format and version of a real symbol, so that only error correction stands before a text. */
const FRAMED_EVERY = 4;
/** One in so many is a reset code with most of its modules spoilt, for the decoder that feeds its blocks back; it takes a hundred times as long. */
const SPOILT_EVERY = 100;
const LEVELS: readonly [EcLevel, ...EcLevel[]] = ['L', 'M', 'Q', 'H'];

/**
 * Gives the decoder grids that hold no text, or one that is lost: random modules, as unsure and as certain as they come.
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

/** True when a reset code of which up to half the modules are wrong is read as anything but itself. */
function readsSpoilt(random: Random): boolean {
  const symbol = encodeQr(resetPayload(random), { ecLevel: random.pick(LEVELS) });
  const spoilt = spoil(symbol, random.between(0.15, 0.5), random);
  // Without a picture nothing is learned of the neighbours of what was read: what is known and what is voted for changes the modules alone.
  const decide: DecideModules = (known, _, votes) => {
    const soft = spoilt.map((value, at) => Math.tanh(Math.atanh(value) + (votes?.[at] ?? 0)));
    known.sign.forEach((sign, i) => {
      soft[Math.floor(known.v[i] ?? 0) * known.size + Math.floor(known.u[i] ?? 0)] = sign;
    });
    return soft;
  };
  const read = decodeSymbol(decide, knownModules(symbol.version), spoilt, () => true);
  return read?.modules.some((module, at) => module !== symbol.modules[at]) ?? false;
}

/** Each module light or dark, more or less, and this share of those that are not fixed the wrong way round. */
function spoil({ size, modules, version, ...format }: QrSymbol, share: number, random: Random): Float32Array {
  const { u, v } = knownModules(version);
  const fixed = new Set(Array.from(u, (column, i) => Math.floor(v[i] ?? 0) * size + Math.floor(column)));
  for (const { place } of [...formatModules(format, size), ...versionModules(version, size)])
    fixed.add(place);
  return Float32Array.from(modules, (module, at) => {
    const isTurned = !fixed.has(at) && random.next() < share;
    return ((module === 1) !== isTurned ? 1 : -1) * random.between(0.2, 0.98);
  });
}
