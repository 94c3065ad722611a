/** Modules whose colour the standard fixes, for one version. Parallel arrays; places are module centres. */
export interface KnownModules {
  readonly size: number;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** 1 is dark, -1 is light. */
  readonly sign: Int8Array;
  /** How many are dark. */
  readonly darks: number;
}

const cache = new Map<number, KnownModules>();

/** Side of a symbol in modules. Source: ISO/IEC 18004, as everything in this file. */
export function sizeOfVersion(version: number): number {
  return 17 + 4 * version;
}

/** Finder patterns with their separators, timing patterns and alignment patterns of a version (1..40). */
export function knownModules(version: number): KnownModules {
  const known = cache.get(version) ?? collect(version);
  cache.set(version, known);
  return known;
}

function collect(version: number): KnownModules {
  const size = sizeOfVersion(version);
  const signs = new Map<number, number>();
  const put = (u: number, v: number, isDark: boolean) => {
    if (u >= 0 && v >= 0 && u < size && v < size) signs.set(v * size + u, isDark ? 1 : -1);
  };
  for (let i = 8; i < size - 8; i++) {
    put(i, 6, i % 2 === 0);
    put(6, i, i % 2 === 0);
  }
  for (const [u, v] of alignmentCentres(version)) putRings(put, u, v, 2);
  for (const [u, v] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    putFinder(put, u, v);
  const places = [...signs.keys()];
  return {
    size,
    u: Float64Array.from(places, (place) => (place % size) + 0.5),
    v: Float64Array.from(places, (place) => Math.floor(place / size) + 0.5),
    sign: Int8Array.from(signs.values()),
    darks: [...signs.values()].filter((sign) => sign > 0).length,
  };
}

type Put = (u: number, v: number, isDark: boolean) => void;

/** Rings around a dark middle: dark, light, dark. */
function putRings(put: Put, u: number, v: number, reach: number): void {
  for (let dv = -reach; dv <= reach; dv++) {
    for (let du = -reach; du <= reach; du++) {
      put(u + du, v + dv, Math.max(Math.abs(du), Math.abs(dv)) !== 1);
    }
  }
}

/** A dark 3x3 middle, a light ring, a dark ring, and the light separator. */
function putFinder(put: Put, u: number, v: number): void {
  for (let dv = -4; dv <= 4; dv++) {
    for (let du = -4; du <= 4; du++) {
      const ring = Math.max(Math.abs(du), Math.abs(dv));
      put(u + du, v + dv, ring !== 2 && ring !== 4);
    }
  }
}

/** Centres of the alignment patterns; none in version 1. */
export function alignmentCentres(version: number): readonly (readonly [u: number, v: number])[] {
  if (version < 2) return [];
  const size = sizeOfVersion(version);
  const count = Math.floor(version / 7) + 2;
  // Evenly spaced from the far end, in even steps; version 32 is the standard's own exception.
  const step = version === 32 ? 26 : Math.ceil((size - 13) / (2 * count - 2)) * 2;
  const places = Array.from({ length: count }, (_, i) => (i === 0 ? 6 : size - 7 - (count - 1 - i) * step));
  const last = size - 7;
  const isFinder = (u: number, v: number) =>
    (u === 6 && v === 6) || (u === 6 && v === last) || (u === last && v === 6);
  return places.flatMap((v) => places.filter((u) => !isFinder(u, v)).map((u) => [u, v] as const));
}

/** Modules as they were decided (positive is dark), to fit the symbol by all of them. */
export function decidedModules(soft: Float32Array, size: number): KnownModules {
  const places = Array.from(soft.keys());
  return {
    size,
    u: Float64Array.from(places, (place) => (place % size) + 0.5),
    v: Float64Array.from(places, (place) => Math.floor(place / size) + 0.5),
    sign: Int8Array.from(soft, (value) => (value > 0 ? 1 : -1)),
    darks: soft.reduce((count, value) => count + (value > 0 ? 1 : 0), 0),
  };
}
