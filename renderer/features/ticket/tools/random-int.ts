const RANGE = 2 ** 32;

/**
 * A uniform whole number from 0 to `exclusiveMax - 1` from the browser's cryptographic source.
 * Values above the last whole multiple are drawn again, so that no number comes up more often.
 */
export function randomInt(exclusiveMax: number): number {
  const limit = RANGE - (RANGE % exclusiveMax);
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value < limit ? value % exclusiveMax : randomInt(exclusiveMax);
}
