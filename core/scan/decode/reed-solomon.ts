import { divide, evaluate, multiply, power } from './galois.ts';

/**
 * Corrects one block of a QR symbol: codewords that are known to be unsure (erasures) cost one check symbol each, wrong ones that nobody
 * suspected two. Berlekamp-Massey with erasures, Chien search, Forney; source: ISO/IEC 18004 and any textbook on coding.
 *
 * @param block data, then check symbols, as read
 * @param checks how many of them are check symbols
 * @param erasures places in the block, each once, at most `checks`
 * @param syndromes of the block, where they are known already
 * @returns the corrected block, or null where no codeword is near enough
 */
export function correctBlock(
  block: Uint8Array,
  checks: number,
  erasures: readonly number[] = [],
  syndromes: Uint8Array = syndromesOf(block, checks),
): Uint8Array | null {
  if (syndromes.every((value) => value === 0)) return block.slice();
  const locator = findLocator(syndromes, erasures, block.length);
  if (locator === null) return null;
  const places = rootsOf(locator, block.length);
  if (places === null) return null;
  const corrected = block.slice();
  const evaluator = multiplyPolynomials(syndromes, locator, checks);
  const slope = derivativeOf(locator);
  for (const place of places) {
    const root = power(-exponentOf(place, block.length));
    const steepness = evaluate(slope, root);
    if (steepness === 0) return null;
    const size = divide(evaluate(evaluator, root), steepness);
    corrected[place] = (corrected[place] ?? 0) ^ multiply(size, power(exponentOf(place, block.length)));
  }
  return syndromesOf(corrected, checks).every((value) => value === 0) ? corrected : null;
}

/** The first codeword stands for the highest power. */
function exponentOf(place: number, length: number): number {
  return length - 1 - place;
}

/** What is left of the block at each root of the code; all 0 for a whole one. */
export function syndromesOf(block: Uint8Array, checks: number): Uint8Array {
  return Uint8Array.from({ length: checks }, (_, i) => {
    const root = power(i);
    let value = 0;
    for (const codeword of block) value = multiply(value, root) ^ codeword;
    return value;
  });
}

/**
 * The polynomial whose roots tell the wrong places, those of the erasures included; null when there are too many. In place: a hard
 * picture is corrected many thousand times.
 */
function findLocator(
  syndromes: Uint8Array,
  erasures: readonly number[],
  blockLength: number,
): Uint8Array | null {
  const checks = syndromes.length;
  const locator = new Uint8Array(checks + 1);
  let degree = 0;
  locator[0] = 1;
  for (const place of erasures) {
    const root = power(exponentOf(place, blockLength));
    degree++;
    for (let i = degree; i > 0; i--) locator[i] = (locator[i] ?? 0) ^ multiply(locator[i - 1] ?? 0, root);
  }
  let previous = locator.slice();
  let shift = 0;
  for (let step = erasures.length; step < checks; step++) {
    shift++;
    const miss = discrepancy(syndromes, locator, degree, step);
    if (miss === 0) continue;
    const isLonger = 2 * degree <= step + erasures.length;
    // Divided, so that the next discrepancy can be taken away with it.
    const kept = isLonger ? locator.map((value) => divide(value, miss)) : previous;
    for (let i = shift; i < locator.length; i++)
      locator[i] = (locator[i] ?? 0) ^ multiply(previous[i - shift] ?? 0, miss);
    if (!isLonger) continue;
    previous = kept;
    shift = 0;
    degree = step + 1 + erasures.length - degree;
    // It only grows.
    if (2 * degree - erasures.length > checks) return null;
  }
  return trimZeros(locator);
}

function discrepancy(syndromes: Uint8Array, locator: Uint8Array, degree: number, step: number): number {
  let sum = 0;
  for (let i = 0; i <= degree && i <= step; i++) {
    sum ^= multiply(locator[i] ?? 0, syndromes[step - i] ?? 0);
  }
  return sum;
}

/** The places that the locator names; null unless there are as many as its degree. */
function rootsOf(locator: Uint8Array, blockLength: number): readonly number[] | null {
  const places: number[] = [];
  for (let place = 0; place < blockLength; place++) {
    if (evaluate(locator, power(-exponentOf(place, blockLength))) === 0) places.push(place);
  }
  return places.length === locator.length - 1 ? places : null;
}

/** Product of two polynomials, without the powers from `limit` up. */
function multiplyPolynomials(a: Uint8Array, b: Uint8Array, limit: number): Uint8Array {
  const product = new Uint8Array(Math.min(limit, a.length + b.length - 1));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length && i + j < product.length; j++) {
      product[i + j] = (product[i + j] ?? 0) ^ multiply(a[i] ?? 0, b[j] ?? 0);
    }
  }
  return product;
}

/** Formal: even powers vanish, odd ones step down. */
function derivativeOf(polynomial: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: Math.max(1, polynomial.length - 1) }, (_, i) =>
    i % 2 === 0 ? (polynomial[i + 1] ?? 0) : 0,
  );
}

function trimZeros(polynomial: Uint8Array): Uint8Array {
  let length = polynomial.length;
  while (length > 1 && polynomial[length - 1] === 0) length--;
  return polynomial.subarray(0, length);
}
