const rangeOf32Bits = 2 ** 32;

/**
 * A whole number from 0 to `exclusiveMax - 1`, each equally likely, from the browser's cryptographic source.
 * A draw beyond the last whole multiple of `exclusiveMax` is thrown away: it would favour small numbers.
 */
export function randomInt(exclusiveMax: number): number {
  const end = rangeOf32Bits - (rangeOf32Bits % exclusiveMax);
  for (;;) {
    const [drawn = rangeOf32Bits] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < end) return drawn % exclusiveMax;
  }
}
