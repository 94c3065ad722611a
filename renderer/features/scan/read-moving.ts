import { classifyPayload } from '../../../core/qr/classify.ts';
import { spread } from '../../../core/scan/spread.ts';
import type { MovingPicture } from '../../reader/moving-picture.ts';
import type { PictureOutcome } from '../../reader/scan-client.ts';
import { bestGlimpse } from './judge.ts';

/** Frames of a film that are looked at; of an animation all are, as each can show something else. */
const MOST_FILMED = 60;
const MOST_DRAWN = 600;
/** Places of a film that are looked at again with all means, the most promising first. */
const BEST_PLACES = 4;
/** Neighbouring frames that are read as one. */
const BURST_FRAMES = 4;

/** What looking through frames needs. Whoever is given frames closes them. */
export interface MovingHost {
  readonly glanceAt: (frame: VideoFrame) => Promise<PictureOutcome>;
  readonly scanFrames: (
    frames: readonly VideoFrame[],
    options: { readonly wantsExplanation: boolean },
  ) => Promise<PictureOutcome>;
  /** Both counted from 1. */
  readonly onFrame: (at: number, count: number) => void;
  readonly isCancelled: () => boolean;
}

/** What was seen in a frame; the index tells where. */
export interface SeenFrame {
  readonly index: number;
  readonly outcome: PictureOutcome;
}

/**
 * Looks through the frames of a film or an animation until one shows a reset code: first at frames from all over it, then
 * thoroughly at the best places, where four frames of a film are read as one. Answers the frames that showed any code, or, where none
 * did, the one that is worth explaining; nothing when cancelled before or when no frame can be had.
 */
export async function readMoving(moving: MovingPicture, host: MovingHost): Promise<readonly SeenFrame[]> {
  const indexes = spread(moving.frameCount, moving.isFilmed ? MOST_FILMED : MOST_DRAWN);
  const steps = indexes.length + Math.min(BEST_PLACES, indexes.length);
  const seen: SeenFrame[] = [];
  for (const [at, index] of indexes.entries()) {
    if (host.isCancelled()) return withCodes(seen);
    host.onFrame(at + 1, steps);
    const frame = await moving.frameAt(index);
    if (frame === null) continue;
    seen.push({ index, outcome: await host.glanceAt(frame) });
    if (hasReset(seen.at(-1))) return withCodes(seen);
  }
  if (withCodes(seen).length > 0) return withCodes(seen);
  return lookAgain(moving, host, bestPlaces(seen), indexes.length, steps);
}

async function lookAgain(
  moving: MovingPicture,
  host: MovingHost,
  places: readonly number[],
  done: number,
  steps: number,
): Promise<readonly SeenFrame[]> {
  let worthExplaining: SeenFrame | null = null;
  for (const [at, index] of places.entries()) {
    if (host.isCancelled()) return [];
    host.onFrame(done + at + 1, steps);
    const frames = await takeFrames(moving, index);
    if (frames.length === 0) continue;
    const outcome = await host.scanFrames(frames, { wantsExplanation: worthExplaining === null });
    if (outcome.codes.length > 0) return [{ index, outcome }];
    worthExplaining ??= { index, outcome };
  }
  return worthExplaining === null ? [] : [worthExplaining];
}

async function takeFrames(moving: MovingPicture, first: number): Promise<readonly VideoFrame[]> {
  const frames: VideoFrame[] = [];
  const end = Math.min(moving.frameCount, first + (moving.isFilmed ? BURST_FRAMES : 1));
  for (let index = first; index < end; index += 1) {
    const frame = await moving.frameAt(index);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

/** Where a code was seen with the most pixels for each module; places from all over it where that is nowhere. */
function bestPlaces(seen: readonly SeenFrame[]): readonly number[] {
  const glimpsed = seen
    .filter(({ outcome }) => outcome.glimpses.length > 0)
    .toSorted((left, right) => pixelsOf(right) - pixelsOf(left));
  const others = spread(seen.length, BEST_PLACES).flatMap((at) => seen[at] ?? []);
  return [...new Set([...glimpsed, ...others].map(({ index }) => index))].slice(0, BEST_PLACES);
}

function pixelsOf({ outcome }: SeenFrame): number {
  return bestGlimpse(outcome.glimpses)?.pixelsPerModule ?? 0;
}

function hasReset(frame: SeenFrame | undefined): boolean {
  return frame?.outcome.codes.some(({ text }) => classifyPayload(text).kind === 'dahuaReset') ?? false;
}

function withCodes(seen: readonly SeenFrame[]): readonly SeenFrame[] {
  return seen.filter(({ outcome }) => outcome.codes.length > 0);
}
