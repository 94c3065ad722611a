import type { DecodeEngine } from './engine.ts';
import { type FinderRing, findRings } from './finder-rings.ts';
import { findTriples } from './finder-triples.ts';
import { readTriple } from './read-triple.ts';
import type { Scene } from './scene.ts';
import type { Corners, Point } from './types.ts';

/** So many triples in a row that are no symbol, and there is hardly one among the others; beside a symbol that was read, still less. */
const MAX_MISSES = 36;
const MAX_MISSES_BESIDE = 16;
/** Triples whose timing patterns do not count come last, and each is tried in many sizes. */
const MAX_UNSURE = 24;
/** What a program drew has clean patterns. */
const MOST_UNEVEN_DRAWN = 0.15;
/** Beside a symbol that was read, one of the timing patterns must count. */
const MAX_COST_BESIDE = 1.7;

/**
 * Symbols by their finder patterns, wherever they lie and however many there are: every three that may belong together are laid over the
 * picture, the likeliest first, and decided by the light around each module. What was read already is left out, and beside it, and in
 * what a program drew, only large patterns are searched. A symbol that is there and was not read is remembered for {@link readResampled}. Worth: sheets of 60 codes 23 to 120 of 120, damaged 7 to 8 of 8, without a quiet zone 5 to 8 of 8, with shadows
 * across 14 to 21 of 23; 40 to 90 ms where nothing was read, 8 ms beside what was.
 */
export function readPatterns(scene: Scene, engine: DecodeEngine): void {
  const rings = findOpenRings(scene);
  if (rings.length < 3) return;
  const used = new Set<FinderRing>();
  let [misses, unsure] = [0, 0];
  for (const triple of findTriples(scene.image, rings)) {
    const hasRead = scene.codes.length > 0;
    if (!scene.hasTime() || misses === (hasRead ? MAX_MISSES_BESIDE : MAX_MISSES)) return;
    if (hasRead && triple.cost > MAX_COST_BESIDE) return;
    const own = [triple.topLeft, triple.topRight, triple.bottomLeft];
    if (own.some((ring) => used.has(ring) || isInCode(scene, ring))) continue;
    if (!triple.isSure && unsure++ === MAX_UNSURE) return;
    const found = readTriple(scene.image, engine, triple);
    misses = found?.kind === 'read' ? 0 : misses + 1;
    if (found?.kind === 'placed')
      scene.glimpse({ kind: 'failed', version: (found.size - 17) / 4, corners: found.corners });
    if (found?.kind !== 'read') continue;
    scene.keep(found.symbol, 'patterns');
    for (const ring of own) used.add(ring);
  }
}

function findOpenRings(scene: Scene): readonly FinderRing[] {
  const isDrawn = scene.isDrawn();
  const most = isDrawn ? MOST_UNEVEN_DRAWN : Infinity;
  const isOpen = (place: Point) => !isInCode(scene, place);
  const rings = findRings(scene.image, isDrawn || scene.codes.length > 0, isOpen);
  return rings.filter((ring) => ring.unevenness < most && isOpen(ring));
}

function isInCode(scene: Scene, place: Point): boolean {
  return scene.codes.some(({ corners }) => isInside(corners, place));
}

/** On the same side of all four edges. */
function isInside(corners: Corners, { x, y }: Point): boolean {
  const sides = corners.map((corner, i) => {
    const next = corners[(i + 1) % 4] ?? corner;
    return (next.x - corner.x) * (y - corner.y) - (next.y - corner.y) * (x - corner.x) > 0;
  });
  return sides.every((side) => side === sides[0]);
}
