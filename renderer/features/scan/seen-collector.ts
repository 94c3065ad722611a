import { rankReadings } from '../../../core/qr/rank.ts';
import type { Found } from './found.ts';

/** Codes that are in view together are rarely all read in the same frame; a few frames are waited for. */
const SETTLE_MS = 200;

export interface SeenCollector {
  /** Adds a frame's codes; answers all that were seen once they have settled, else null. */
  add(found: readonly Found[], nowMs: number): readonly Found[] | null;
}

/** Gathers what the camera sees over a few frames, so that two codes in view are offered as two. */
export function createSeenCollector(): SeenCollector {
  let seen = new Map<string, Found>();
  let settledAt = 0;
  return {
    add(found, nowMs) {
      if (seen.size === 0) settledAt = nowMs + SETTLE_MS;
      for (const item of found) seen.set(item.fingerprint, item);
      if (seen.size === 0 || nowMs < settledAt) return null;
      const settled = rankReadings([...seen.values()]);
      seen = new Map();
      return settled;
    },
  };
}
