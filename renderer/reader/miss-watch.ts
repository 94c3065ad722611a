import { type Diagnosis, diagnose } from '../../core/scan/diagnose.ts';
import type { Picture, ScanOutcome } from '../../core/scan/types.ts';
import type { ScanEffort } from './scan-messages.ts';

/** A live picture is explained at most this often; each time costs about as long as a frame. */
const LIVE_EVERY_MS = 1000;

export interface MissWatch {
  /** Why nothing was read in a picture. Null where something was, and for most camera frames. */
  explain(picture: Picture, outcome: ScanOutcome, effort: ScanEffort): Diagnosis | null;
}

/** Explains every still, and now and then a camera frame, which it compares with the frame before. */
export function createMissWatch(now: () => number): MissWatch {
  let previous: Picture | null = null;
  let lastExplainedAt = Number.NEGATIVE_INFINITY;
  return {
    explain(picture, { codes, glimpses }, effort) {
      if (effort === 'still') return codes.length > 0 ? null : diagnose(picture, glimpses);
      const before = previous;
      previous = picture;
      if (codes.length > 0 || now() - lastExplainedAt < LIVE_EVERY_MS) return null;
      lastExplainedAt = now();
      return diagnose(picture, glimpses, before);
    },
  };
}
