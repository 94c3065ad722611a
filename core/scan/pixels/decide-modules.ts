import type { KnownModules } from '../function-patterns.ts';
import { blurModules, giveBack, placeInPlane, sideOfPlane, squareWeights } from './mixture.ts';
import { measureSight, type Sight, type View } from './sight.ts';

/**
 * Pixels err together, since the picture was compressed and no lens is quite a bell: so many of them count as one. With fewer, wrong modules are as
 * certain as right ones, and error correction does not know where to look.
 */
const SHARED_NOISE = 8;
/** Steps of the linear solution; more of them bring back the noise that it leaves out. */
const LINEAR_STEPS = 12;
const SWEEPS = 12;
/** Of the way that a module moves in one sweep; its neighbours move at the same time. */
const PACE = 0.35;

/**
 * Decides all modules of a symbol together: those that are known, those as they were decided before, and votes on each from elsewhere.
 *
 * @param soft modules, -1 (light) to 1 (dark)
 * @param votes half a log-likelihood ratio for each module, positive is dark
 * @returns modules, -1 (light) to 1 (dark); the inverse hyperbolic tangent of each is half its log-likelihood ratio
 */
export type DecideModules = (
  known: KnownModules,
  soft: Float32Array,
  votes: Float32Array | null,
) => Float32Array;

/**
 * Decides from the pixels themselves: measures how the lens spread the modules and how the light falls, finds the modules that would make these
 * pixels, as a linear problem first, then as modules that are either light or dark. Several pictures of a symbol are one problem.
 * Worth: on webcam pictures of level 6 6 to 8 % of the modules stay wrong, where an equaliser for sampled modules leaves 14 %.
 */
export function decideByPixels(views: readonly View[], size: number): DecideModules {
  let sights: readonly (Sight | null)[] = views.map(() => null);
  return (known, soft, votes) => {
    const { plane, isFree } = toPlane(known, soft, size);
    const measured = views.map((view, i) => measureSight(view, size, plane, sights[i] ?? null));
    sights = measured;
    const start = solveLinearly(measured, plane, isFree);
    const decided = settle(measured, start, isFree, votes === null ? null : votesInPlane(votes, size));
    return soft.map((_, i) => decided[placeInPlane(i, size)] ?? 0);
  };
}

interface Plane {
  readonly plane: Float32Array;
  /** 1 for modules that are to be decided. */
  readonly isFree: Uint8Array;
}

function toPlane(known: KnownModules, soft: Float32Array, size: number): Plane {
  const side = sideOfPlane(size);
  const plane = new Float32Array(side * side).fill(-1);
  const isFree = new Uint8Array(side * side);
  soft.forEach((value, i) => {
    plane[placeInPlane(i, size)] = value;
    isFree[placeInPlane(i, size)] = 1;
  });
  known.sign.forEach((sign, i) => {
    const at = placeInPlane(Math.floor(known.v[i] ?? 0) * size + Math.floor(known.u[i] ?? 0), size);
    plane[at] = sign;
    isFree[at] = 0;
  });
  return { plane, isFree };
}

function votesInPlane(votes: Float32Array, size: number): Float32Array {
  const plane = new Float32Array(sideOfPlane(size) ** 2);
  votes.forEach((vote, i) => {
    plane[placeInPlane(i, size)] = vote;
  });
  return plane;
}

/** For each module, what the misses of the pixels around say of it: positive is darker. */
function pullOf(sights: readonly Sight[], plane: Float32Array): Float32Array {
  const pull = new Float32Array(plane.length);
  for (const { pixels, mixture, light, noise, room } of sights) {
    const { brightness } = pixels;
    const { middle, depth } = light;
    blurModules(mixture, plane, room);
    for (let i = 0; i < room.length; i++) {
      const miss = (brightness[i] ?? 0) - (middle[i] ?? 0) - (depth[i] ?? 0) * (room[i] ?? 0);
      room[i] = (miss * (depth[i] ?? 0)) / noise;
    }
    giveBack(mixture, room, pull);
  }
  return pull;
}

/** How much the pull on each module changes when modules change by `plane`. */
function stiffnessOf(sights: readonly Sight[], plane: Float32Array): Float32Array {
  const force = new Float32Array(plane.length);
  for (const { mixture, light, noise, room } of sights) {
    blurModules(mixture, plane, room);
    for (let i = 0; i < room.length; i++) room[i] = ((room[i] ?? 0) * (light.depth[i] ?? 0) ** 2) / noise;
    giveBack(mixture, room, force);
  }
  return force;
}

/** The modules, of any value around 0, that explain the pixels with the smallest squares: conjugate gradients, a few steps of them. */
function solveLinearly(sights: readonly Sight[], known: Float32Array, isFree: Uint8Array): Float32Array {
  const solution = known.map((value, at) => (isFree[at] === 1 ? 0 : value));
  const rest = pullOf(sights, solution).map((pull, at) => (isFree[at] === 1 ? pull : 0));
  const direction = rest.slice();
  let length = dot(rest, rest);
  for (let step = 0; step < LINEAR_STEPS && length > 0; step++) {
    // A module is as likely light as dark: it is held to 0 with the strength of one.
    const force = stiffnessOf(sights, direction).map((value, at) =>
      isFree[at] === 1 ? value + (direction[at] ?? 0) : 0,
    );
    const pace = length / dot(direction, force);
    addTimes(solution, direction, pace);
    addTimes(rest, force, -pace);
    const before = length;
    length = dot(rest, rest);
    for (let at = 0; at < direction.length; at++)
      direction[at] = (rest[at] ?? 0) + (length / before) * (direction[at] ?? 0);
  }
  return solution;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTimes(to: Float32Array, values: Float32Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (values[i] ?? 0);
}

/** Lets each module become light or dark, as far as the pixels say so while its neighbours are as they are believed to be. */
function settle(
  sights: readonly Sight[],
  start: Float32Array,
  isFree: Uint8Array,
  votes: Float32Array | null,
): Float32Array {
  const belief = start.map((value) => Math.max(-1, Math.min(1, value)));
  const loudness = loudnessOf(sights);
  let said = belief;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    said = pullOf(sights, belief).map((pull, at) =>
      isFree[at] === 1
        ? Math.tanh((pull + (loudness[at] ?? 0) * (belief[at] ?? 0)) / SHARED_NOISE + (votes?.[at] ?? 0))
        : (belief[at] ?? 0),
    );
    for (let at = 0; at < belief.length; at++)
      belief[at] = (1 - PACE) * (belief[at] ?? 0) + PACE * (said[at] ?? 0);
  }
  return said;
}

/** How much the pixels say of each module when all others are known. */
function loudnessOf(sights: readonly Sight[]): Float32Array {
  const loudness = new Float32Array(sights[0] === undefined ? 0 : sights[0].mixture.side ** 2);
  for (const { mixture, light, noise } of sights)
    giveBack(
      squareWeights(mixture),
      light.depth.map((depth) => depth ** 2 / noise),
      loudness,
    );
  return loudness;
}
