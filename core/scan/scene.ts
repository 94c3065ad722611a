import { isDrawn } from './drawn.ts';
import type { DecodeEngine, Pass, SymbolFailed, SymbolRead } from './engine.ts';
import { type GrayImage, mapCorners, overlap, type Rect, rectAround, shareOf } from './gray.ts';
import { locateTexture } from './locate.ts';
import type { CodeGlimpsed, CodeRead, Corners, Point, Rung, ScanOutcome } from './types.ts';

/** A region is done with when a code that was read covers this much of it; the rest may hold another code beside it. */
const COVERED = 0.5;
/** Two symbols that share this much of the smaller one lie at the same place. */
const SAME_PLACE = 0.5;

/** One picture on its way down the ladder: what was read so far, what was only seen, and the time that is left. */
export interface Scene {
  readonly image: GrayImage;
  readonly codes: readonly CodeRead[];
  readonly failures: readonly SymbolFailed[];
  hasTime(): boolean;
  /** Runs one decoder pass on an image made from this picture, and keeps what it saw. */
  look(
    engine: DecodeEngine,
    image: GrayImage,
    pass: Pass,
    rung: Rung,
    toPicture?: (point: Point) => Point,
  ): void;
  /** Keeps a code that was read without a pass over the picture; corners are already in its pixels. */
  keep(symbol: SymbolRead, rung: Rung): void;
  /** Symbols that were seen and not read since this was asked last. */
  takeFailures(): readonly SymbolFailed[];
  /** Remembers a symbol whose place was found. */
  glimpse(symbol: SymbolFailed): void;
  /** Remembers that a place was sampled, whatever came of it. */
  markSampled(corners: Corners): void;
  isSampled(rect: Rect): boolean;
  hasSampled(): boolean;
  /** Takes over what another rendering of the same picture showed; `toPicture` maps its pixels to this one's. */
  adopt(view: Scene, toPicture: (point: Point) => Point): void;
  /** Textured regions that no read code covers, most promising first. */
  openRegions(limit: number): readonly Rect[];
  /** Every textured region (without any, the whole picture) is as a program drew it; see {@link isDrawn}. */
  isDrawn(): boolean;
}

/** Regions asked of the locator at most; screens full of windows have many. */
const MAX_REGIONS = 8;

/** `hasTime` is told how many codes were read already. Regions are found by texture unless the caller knows them. */
export function createScene(
  image: GrayImage,
  hasTime: (codesRead: number) => boolean,
  knownRegions?: readonly Rect[],
): Scene {
  const codes: CodeRead[] = [];
  const failures: SymbolFailed[] = [];
  let taken = 0;
  const sampled: Rect[] = [];
  let regions: readonly Rect[] | null = knownRegions ?? null;
  const allRegions = () => {
    regions ??= locateTexture(image, MAX_REGIONS);
    return regions;
  };

  return {
    image,
    codes,
    failures,
    hasTime: () => hasTime(codes.length),
    look(engine, part, pass, rung, toPicture = (point) => point) {
      for (const symbol of engine.decode(part, pass)) {
        const corners = mapCorners(symbol.corners, toPicture);
        if (symbol.kind === 'failed') failures.push({ ...symbol, corners });
        else addCode(codes, { ...symbol, corners }, rung);
      }
    },
    keep: (symbol, rung) => addCode(codes, symbol, rung),
    takeFailures() {
      const fresh = failures.slice(taken);
      taken = failures.length;
      return fresh;
    },
    glimpse: (symbol) => {
      failures.push(symbol);
    },
    adopt(view, toPicture) {
      const mapped = <Symbol extends { readonly corners: Corners }>(symbol: Symbol) => ({
        ...symbol,
        corners: mapCorners(symbol.corners, toPicture),
      });
      for (const code of view.codes) addCode(codes, mapped({ kind: 'read', ...code }), code.rung);
      failures.push(...view.failures.map(mapped));
    },
    markSampled: (corners) => {
      sampled.push(rectAround(corners, 0));
    },
    isSampled: (rect) => sampled.some((other) => overlap(rect, other) > SAME_PLACE),
    hasSampled: () => sampled.length > 0,
    openRegions(limit) {
      return allRegions()
        .filter((rect) => !isCovered(rect, codes))
        .slice(0, limit);
    },
    isDrawn() {
      const found = allRegions();
      const looked = found.length > 0 ? found : [{ x: 0, y: 0, width: image.width, height: image.height }];
      return looked.every((rect) => isDrawn(image, rect));
    },
  };
}

/** True when a code that was read fills most of the place. */
export function isCovered(rect: Rect, codes: readonly CodeRead[]): boolean {
  return codes.some((code) => shareOf(rect, rectAround(code.corners, 0)) > COVERED);
}

/** The same bytes at the same place are the same code, however often they were read; a sheet may hold one code many times. */
function addCode(codes: CodeRead[], symbol: SymbolRead, rung: Rung): void {
  const place = rectAround(symbol.corners, 0);
  const isKnown = codes.some(
    (code) =>
      haveSameBytes(code.bytes, symbol.bytes) && overlap(rectAround(code.corners, 0), place) > SAME_PLACE,
  );
  if (symbol.bytes.length === 0 || isKnown) return;
  const { bytes, text, version, ecLevel, maskPattern, corners, grid } = symbol;
  codes.push({ bytes, text, version, ecLevel, maskPattern, corners, grid, rung });
}

function haveSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Glimpses only matter where nothing was read. */
export function toOutcome(scene: Scene): Omit<ScanOutcome, 'elapsedMs'> {
  return { codes: scene.codes, glimpses: scene.codes.length > 0 ? [] : toGlimpses(scene.failures) };
}

/** What was seen without being read, the largest first, each place once. */
function toGlimpses(failures: readonly SymbolFailed[]): readonly CodeGlimpsed[] {
  const sized = failures
    .map((symbol) => ({ symbol, rect: rectAround(symbol.corners, 0) }))
    .sort((a, b) => b.rect.width * b.rect.height - a.rect.width * a.rect.height);
  return sized
    .filter(({ rect }, index) =>
      sized.slice(0, index).every((other) => overlap(rect, other.rect) < SAME_PLACE),
    )
    .map(({ symbol: { corners, version } }) => ({
      corners,
      version,
      pixelsPerModule: version === null ? null : meanSide(corners) / (17 + 4 * version),
    }));
}

function meanSide(corners: Corners): number {
  const sides = corners.map((corner, i) => {
    const next = corners[(i + 1) % 4] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  return sides.reduce((sum, side) => sum + side, 0) / 4;
}
