import { Worker } from 'node:worker_threads';
import type { BrokenResult } from './try-broken.ts';

/** Much longer than the slowest rung takes on a slow machine under load. */
const HANG_MS = 15_000;

export interface FuzzReport {
  readonly results: readonly BrokenResult[];
  /** Numbers of the pictures that were not answered in time. */
  readonly hangs: readonly number[];
  /** Numbers of the pictures that ended the thread. */
  readonly crashes: readonly number[];
}

/** Shows the reader `count` broken pictures. One that hangs or ends its thread is noted, and the next gets a new thread. */
export async function fuzzReader(
  count: number,
  onResult: (done: number) => void = () => undefined,
): Promise<FuzzReport> {
  const results: BrokenResult[] = [];
  const hangs: number[] = [];
  const crashes: number[] = [];
  let next = 1;
  while (next <= count) {
    const end = await runFrom(next, count, (result) => {
      results.push(result);
      next = result.number + 1;
      onResult(result.number);
    });
    if (end === 'finished') break;
    (end === 'hung' ? hangs : crashes).push(next);
    next += 1;
  }
  return { results, hangs, crashes };
}

function runFrom(
  first: number,
  last: number,
  onResult: (result: BrokenResult) => void,
): Promise<'finished' | 'hung' | 'crashed'> {
  return new Promise((settle) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: { first, last } });
    const onHang = () => {
      settle('hung');
      void worker.terminate();
    };
    let timer = setTimeout(onHang, HANG_MS);
    let reached = first - 1;
    worker.on('message', (result: BrokenResult) => {
      clearTimeout(timer);
      timer = setTimeout(onHang, HANG_MS);
      reached = result.number;
      onResult(result);
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      clearTimeout(timer);
      settle(reached === last ? 'finished' : 'crashed');
    });
  });
}
