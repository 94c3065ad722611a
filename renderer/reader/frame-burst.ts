import type { Picture, ScanOutcome } from '../../core/scan/types.ts';

/** What the reader can read as one; more frames did not read more. Source: scanner note, ladder step 4. */
const FRAMES = 4;
/** Reading a burst takes several frames' time, so single frames get a second to succeed first, and between bursts. */
const EVERY_MS = 1000;

export interface FrameBurst {
  /** Hands over a camera frame and what was read in it. Frames of another size, and a success, start again. */
  add(frame: Picture, outcome: ScanOutcome): void;
  /** The last frames, oldest first, when they are worth reading as one: a code is in view and was not read for a second. */
  take(): readonly Picture[] | null;
}

/** Collects camera frames of a code that no single frame could be read from. `now` is in milliseconds. */
export function createFrameBurst(now: () => number): FrameBurst {
  let frames: readonly Picture[] = [];
  let startedAt = now();

  function restart(): void {
    frames = [];
    startedAt = now();
  }

  return {
    add(frame, { codes, glimpses }) {
      const [first] = frames;
      const isOther = first !== undefined && (first.width !== frame.width || first.height !== frame.height);
      if (codes.length > 0 || isOther) restart();
      if (codes.length > 0 || glimpses.length === 0) return;
      frames = [...frames, frame].slice(-FRAMES);
    },
    take() {
      if (frames.length < FRAMES || now() - startedAt < EVERY_MS) return null;
      const burst = frames;
      restart();
      return burst;
    },
  };
}
