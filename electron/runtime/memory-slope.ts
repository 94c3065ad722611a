/** Memory in use at a time. */
export interface Sample {
  readonly hours: number;
  readonly megabytes: number;
}

/** The first samples belong to the start: code is compiled, caches fill. As a share of all. */
const WARM_UP_SHARE = 0.2;

/** Fewer samples show the noise of the garbage collector and no trend. */
const LEAST_SAMPLES = 8;

/** Megabytes an hour by linear regression over what comes after the warm-up; null where those are too few. */
export function memorySlope(samples: readonly Sample[]): number | null {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  if (settled.length < LEAST_SAMPLES) return null;
  const meanHours = mean(settled.map(({ hours }) => hours));
  const meanMegabytes = mean(settled.map(({ megabytes }) => megabytes));
  const spread = settled.reduce((sum, { hours }) => sum + (hours - meanHours) ** 2, 0);
  const shared = settled.reduce(
    (sum, { hours, megabytes }) => sum + (hours - meanHours) * (megabytes - meanMegabytes),
    0,
  );
  return spread === 0 ? null : shared / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
