import type { MissReason } from '../../../core/scan/diagnose.ts';

/** Advice stays at least this long, so that it can be read, also by a screen reader; the first is given this long after the start. */
const HELD_MS = 1500;

/** Also the key of its text under `camera.advice`. */
export type CameraAdvice = 'hint' | 'found' | Exclude<MissReason, 'nothingThere'>;

export interface Adviser {
  /** Hears of every frame. `reason` is null where the frame was not explained. Answers what to show now. */
  hear(frame: { readonly isRead: boolean; readonly reason: MissReason | null }, nowMs: number): CameraAdvice;
}

/** Turns what is wrong with single frames into calm advice. A code that was read is told at once. */
export function createAdviser(): Adviser {
  let shown: CameraAdvice = 'hint';
  let shownAt: number | null = null;
  return {
    hear({ isRead, reason }, nowMs) {
      shownAt ??= nowMs;
      const next = isRead ? 'found' : adviceFor(reason);
      if (next === null || next === shown) return shown;
      if (next !== 'found' && nowMs - shownAt < HELD_MS) return shown;
      shown = next;
      shownAt = nowMs;
      return shown;
    },
  };
}

function adviceFor(reason: MissReason | null): CameraAdvice | null {
  return reason === 'nothingThere' ? 'hint' : reason;
}
