import { divide, evaluate, multiply, power } from './galois.ts';

/**
 * Corrects one block of a QR symbol: codewords that are known to be unsure (erasures) cost one check symbol each, wrong ones that nobody
 * suspected two. Berlekamp-Massey with erasures, Chien search, Forney; source: ISO/IEC 18004 and any textbook on coding.
 *
 * @param block data, then check symbols, as read
 * @param checks how many of them are check symbols
 * @param erasures places in the block, each once, at most `checks`
 * @returns the corrected block, or null where no codeword is near enough
 */
export function correctBlock(
  block: Uint8Array,
  checks: number,
  erasures: readonly number[] = [],
): Uint8Array | null {
  const syndromes = syndromesOf(block, checks);
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

function syndromesOf(block: Uint8Array, checks: number): Uint8Array {
  return Uint8Array.from({ length: checks }, (_, i) => {
    const root = power(i);
    let value = 0;
    for (const codeword of block) value = multiply(value, root) ^ codeword;
    return value;
  });
}

/** The polynomial whose roots tell the wrong places, those of the erasures included; null when there are too many. */
function findLocator(
  syndromes: Uint8Array,
  erasures: readonly number[],
  blockLength: number,
): Uint8Array | null {
  const checks = syndromes.length;
  let locator: Uint8Array = Uint8Array.of(1);
  for (const place of erasures) {
    const factor = Uint8Array.of(1, power(exponentOf(place, blockLength)));
    locator = multiplyPolynomials(locator, factor, checks + 1);
  }
  let previous = locator;
  let degree = erasures.length;
  for (let step = erasures.length; step < checks; step++) {
    previous = shiftUp(previous);
    const miss = discrepancy(syndromes, locator, step);
    if (miss === 0) continue;
    const adjusted = addScaled(locator, previous, miss);
    if (2 * degree <= step + erasures.length) {
      previous = scale(locator, miss);
      degree = step + 1 + erasures.length - degree;
    }
    locator = adjusted;
  }
  return 2 * degree - erasures.length <= checks ? trimZeros(locator) : null;
}

function discrepancy(syndromes: Uint8Array, locator: Uint8Array, step: number): number {
  let sum = 0;
  for (let i = 0; i < locator.length && i <= step; i++) {
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

function shiftUp(polynomial: Uint8Array): Uint8Array {
  const shifted = new Uint8Array(polynomial.length + 1);
  shifted.set(polynomial, 1);
  return shifted;
}

function addScaled(a: Uint8Array, b: Uint8Array, factor: number): Uint8Array {
  return Uint8Array.from(
    { length: Math.max(a.length, b.length) },
    (_, i) => (a[i] ?? 0) ^ multiply(b[i] ?? 0, factor),
  );
}

/** Divided by `divisor`, so that the next discrepancy can be taken away with it. */
function scale(polynomial: Uint8Array, divisor: number): Uint8Array {
  return polynomial.map((value) => divide(value, divisor));
}

function trimZeros(polynomial: Uint8Array): Uint8Array {
  let length = polynomial.length;
  while (length > 1 && polynomial[length - 1] === 0) length--;
  return polynomial.subarray(0, length);
}
