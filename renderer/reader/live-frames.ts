import type { Diagnosis } from '../../core/scan/diagnose.ts';
import type { ScanOutcome } from '../../core/scan/types.ts';
import type { CodeCrops, Frame } from './scan-messages.ts';
import type { QueueResult, ScanQueue } from './scan-queue.ts';

/** A frame is thorough-scanned at most this often: 2.5 a second. Source: scanner note, ladder step 3. */
const THOROUGH_EVERY_MS = 400;

export interface LiveFrame {
  readonly outcome: ScanOutcome;
  /** Pixels of the frame, which the outcome's corners refer to. */
  readonly width: number;
  readonly height: number;
  /** Why nothing was read; null for most frames, which are not explained. */
  readonly diagnosis: Diagnosis | null;
  readonly crops: CodeCrops;
}

export interface LiveScan {
  /** Hands a frame over; it is closed here. The newest frame wins: one that still waits is dropped for it. */
  push(frame: Frame): void;
  /** True while a frame waits, so that taking another would be wasted work. */
  readonly isBehind: () => boolean;
  /** Nothing is told any more, not even the frame under way. */
  stop(): void;
}

/** Keeps one frame in the queue and at most one waiting in front of it. Frames that were given up are skipped silently. */
export function createLiveFrames(
  queue: ScanQueue,
  onFrame: (frame: LiveFrame) => void,
  { now, wantsCrops }: { readonly now: () => number; readonly wantsCrops: () => boolean },
): LiveScan {
  let waiting: Frame | null = null;
  let isRunning = false;
  let isStopped = false;
  let lastThoroughAt = Number.NEGATIVE_INFINITY;

  async function run(frame: Frame): Promise<void> {
    isRunning = true;
    const isThorough = now() - lastThoroughAt >= THOROUGH_EVERY_MS;
    if (isThorough) lastThoroughAt = now();
    const result = await queue.add({
      input: { kind: 'frame', frame },
      effort: isThorough ? 'thorough' : 'live',
      thumbnailWidth: null,
      wantsCrops: wantsCrops(),
    });
    isRunning = false;
    tell(result);
    takeWaiting();
  }

  function tell(result: QueueResult): void {
    if (isStopped || result.kind !== 'scanned') return;
    const { outcome, width, height, diagnosis, crops } = result;
    onFrame({ outcome, width, height, diagnosis, crops });
  }

  function takeWaiting(): void {
    const next = waiting;
    waiting = null;
    if (next === null) return;
    if (isStopped) next.close();
    else void run(next);
  }

  return {
    push(frame) {
      if (isStopped) {
        frame.close();
        return;
      }
      if (!isRunning) {
        void run(frame);
        return;
      }
      waiting?.close();
      waiting = frame;
    },
    isBehind: () => waiting !== null,
    stop() {
      isStopped = true;
      waiting?.close();
      waiting = null;
    },
  };
}
