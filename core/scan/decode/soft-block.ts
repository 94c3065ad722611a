import { correctBlock, syndromesOf } from './reed-solomon.ts';

/** A wrong block is worse than none: so many check symbols are never used up, which leaves chance one in four thousand million. */
const SPARE_CHECKS = 4;
/** A block that is right turns over few modules, and those that were unsure: this share of what all its modules weigh. */
const MAX_TURNED_SHARE = 0.2;
/**
 * The same among the codewords that were made up from the others. Right blocks of webcam pictures stay below 0.30, wrong ones lie around one
 * half, down to 0.38.
 */
const MAX_TURNED_SHARE_ERASED = 0.35;

/**
 * Reads one block from soft bits, by generalised minimum distance: the least certain codewords are erased, more and more of them,
 * until the rest can be corrected.
 *
 * @param bits log-likelihood ratios, 8 for each codeword of the block, positive is a one
 * @param seen the same from the picture alone, without what is expected of the text: a witness of its own
 * @returns the codewords, or null where none is near enough to be believed
 */
export function readBlock(bits: Float32Array, checks: number, seen: Float32Array): Uint8Array | null {
  const length = bits.length / 8;
  const hard = new Uint8Array(length);
  const doubt = new Float32Array(length);
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i] ?? 0;
    const at = i >> 3;
    if (value > 0) hard[at] = (hard[at] ?? 0) | (0x80 >> (i & 7));
    doubt[at] = (doubt[at] ?? 0) + Math.log1p(Math.exp(-Math.abs(value)));
  }
  const order = Array.from(hard.keys()).sort((a, b) => (doubt[b] ?? 0) - (doubt[a] ?? 0));
  const syndromes = syndromesOf(hard, checks);
  for (let erased = 0; erased <= checks - SPARE_CHECKS; erased += 2) {
    const read = correctBlock(hard, checks, order.slice(0, erased), syndromes);
    if (read !== null && isBelievable(read, hard, seen, checks, order.slice(0, erased))) return read;
  }
  return null;
}

/** Of what was found, checks are left over, and the picture bears it out, also where the block was made up from the other codewords. */
function isBelievable(
  read: Uint8Array,
  hard: Uint8Array,
  seen: Float32Array,
  checks: number,
  erased: readonly number[],
): boolean {
  const wasErased = new Set(erased);
  const found = read.reduce(
    (count, value, at) => count + (value !== hard[at] && !wasErased.has(at) ? 1 : 0),
    0,
  );
  return (
    2 * found + erased.length <= checks - SPARE_CHECKS &&
    turnedShare(read, seen, () => true) <= MAX_TURNED_SHARE &&
    turnedShare(read, seen, (at) => wasErased.has(at)) <= MAX_TURNED_SHARE_ERASED
  );
}

/** How much of what is seen speaks against the block, at these codewords; 0 where nothing is seen of them. */
function turnedShare(read: Uint8Array, seen: Float32Array, isCounted: (codeword: number) => boolean): number {
  let [turned, all] = [0, 0];
  seen.forEach((value, bit) => {
    if (!isCounted(bit >> 3)) return;
    const isOne = (((read[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
    all += Math.abs(value);
    if (isOne !== value > 0) turned += Math.abs(value);
  });
  return all === 0 ? 0 : turned / all;
}
