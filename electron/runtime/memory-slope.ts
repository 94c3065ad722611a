/** Memory in use at a time. */
export interface Sample {
  readonly hours: number;
  readonly megabytes: number;
}

/** How memory grows once it has settled. */
export interface MemoryTrend {
  /** By linear regression. */
  readonly megabytesPerHour: number;
  /** The growth is within so many megabytes an hour of it, with 95 % confidence. */
  readonly margin: number;
  /** The most that was in use. */
  readonly mostMegabytes: number;
}

/** Code is compiled, caches fill. Of a shorter run it is the first half. */
const WARM_UP_HOURS = 8 / 60;

/** Fewer samples show the noise of the garbage collector and no trend. */
const LEAST_SAMPLES = 8;

/** Of what comes after the warm-up; null where those samples are too few. */
export function memoryTrend(samples: readonly Sample[]): MemoryTrend | null {
  const settledAt = Math.min(WARM_UP_HOURS, (samples.at(-1)?.hours ?? 0) / 2);
  const settled = samples.filter(({ hours }) => hours >= settledAt);
  if (settled.length < LEAST_SAMPLES) return null;
  const meanHours = mean(settled.map(({ hours }) => hours));
  const meanMegabytes = mean(settled.map(({ megabytes }) => megabytes));
  const spread = sum(settled.map(({ hours }) => (hours - meanHours) ** 2));
  if (spread === 0) return null;
  const shared = sum(
    settled.map(({ hours, megabytes }) => (hours - meanHours) * (megabytes - meanMegabytes)),
  );
  const slope = shared / spread;
  const missed = sum(
    settled.map(({ hours, megabytes }) => (megabytes - meanMegabytes - slope * (hours - meanHours)) ** 2),
  );
  const freedom = settled.length - 2;
  return {
    megabytesPerHour: slope,
    margin: studentsT(freedom) * Math.sqrt(missed / freedom / spread),
    mostMegabytes: Math.max(...settled.map(({ megabytes }) => megabytes)),
  };
}

/** For 95 %, both sides; within 1 % of the tables from six degrees of freedom on. */
function studentsT(freedom: number): number {
  return 1.96 + 2.8 / freedom;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
