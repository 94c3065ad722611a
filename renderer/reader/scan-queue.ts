import type { ScanAnswer, ScanEffort, ScanInput, ScanJob, ScanResult } from './scan-messages.ts';

/** The worker as the queue sees it, so that the queue can be tested without one. */
export interface ScanPort {
  post(job: ScanJob): void;
  /** Ends the worker at once, also in the middle of a decode. */
  stop(): void;
}

export interface ScanPortEvents {
  readonly onAnswer: (answer: ScanAnswer) => void;
  /** The worker failed to load or threw: it answers nothing more. */
  readonly onDeath: () => void;
}

export type QueueResult = ScanResult | { readonly kind: 'gaveUp' };

export interface ScanTask {
  readonly input: ScanInput;
  readonly effort: ScanEffort;
  readonly thumbnailWidth: number | null;
  readonly wantsCrops: boolean;
}

export interface ScanQueue {
  /** Every task gets exactly one result, in order; never rejects. */
  add(task: ScanTask): Promise<QueueResult>;
  /** How many tasks wait or run. */
  readonly size: () => number;
}

interface Entry {
  readonly job: ScanJob;
  readonly settle: (result: QueueResult) => void;
}

/**
 * Feeds one worker one task at a time. The worker is started with the first task; one that dies or does not answer within
 * `patienceMs` for each of
 * its pictures is stopped, its task ends as `gaveUp`, and the next task gets a new worker.
 */
export function createScanQueue(
  startWorker: (events: ScanPortEvents) => ScanPort,
  patienceMs: number,
): ScanQueue {
  const waiting: Entry[] = [];
  let running: Entry | null = null;
  let worker: ScanPort | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastJobId = 0;

  function startNext(): void {
    if (running !== null) return;
    const next = waiting.shift();
    if (next === undefined) return;
    running = next;
    timer = setTimeout(dropWorker, patienceMs * countPictures(next.job.input));
    try {
      worker ??= startWatchedWorker();
      worker.post(next.job);
    } catch {
      // Pixels that were handed over before can not be sent again.
      dropWorker();
    }
  }

  /** A worker that has been given up may still say something; only the current one is heard. */
  function startWatchedWorker(): ScanPort {
    const started: ScanPort = startWorker({
      onAnswer: ({ jobId, result }) => {
        if (started === worker && jobId === running?.job.jobId) finish(result);
      },
      onDeath: () => {
        if (started === worker) dropWorker();
      },
    });
    return started;
  }

  function dropWorker(): void {
    worker?.stop();
    worker = null;
    finish({ kind: 'gaveUp' });
  }

  function finish(result: QueueResult): void {
    clearTimeout(timer);
    const done = running;
    running = null;
    done?.settle(result);
    startNext();
  }

  return {
    add: (task) =>
      new Promise((settle) => {
        lastJobId += 1;
        waiting.push({ job: { jobId: lastJobId, ...task }, settle });
        startNext();
      }),
    size: () => waiting.length + (running === null ? 0 : 1),
  };
}

function countPictures(input: ScanInput): number {
  if (input.kind === 'burst') return Math.max(1, input.frames.length);
  return input.kind === 'together' ? Math.max(1, input.pictures.length) : 1;
}
