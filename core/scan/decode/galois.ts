/**
 * Arithmetic in the field of 256 elements that QR symbols use: bytes as polynomials modulo x^8 + x^4 + x^3 + x^2 + 1.
 * Source: ISO/IEC 18004, error correction coding.
 */
const FIELD_POLYNOMIAL = 0x11d;
/** Every element but 0 is a power of 2, and the powers come round after so many. */
const ORDER = 255;

/** Twice round, so that a sum of two logarithms needs no remainder. */
const powers = new Uint8Array(2 * ORDER);
const logarithms = new Uint8Array(ORDER + 1);
for (let exponent = 0, value = 1; exponent < ORDER; exponent++) {
  powers[exponent] = value;
  powers[exponent + ORDER] = value;
  logarithms[value] = exponent;
  value <<= 1;
  if (value > ORDER) value ^= FIELD_POLYNOMIAL;
}

/** 2 to the power of `exponent`, which may be negative or large. */
export function power(exponent: number): number {
  return powers[((exponent % ORDER) + ORDER) % ORDER] ?? 0;
}

export function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return powers[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0;
}

/** @param b not 0 */
export function divide(a: number, b: number): number {
  if (a === 0) return 0;
  return powers[(logarithms[a] ?? 0) + ORDER - (logarithms[b] ?? 0)] ?? 0;
}

/** A polynomial at a place; coefficients from the constant upward. */
export function evaluate(polynomial: Uint8Array, at: number): number {
  let value = 0;
  for (let i = polynomial.length - 1; i >= 0; i--) value = multiply(value, at) ^ (polynomial[i] ?? 0);
  return value;
}
