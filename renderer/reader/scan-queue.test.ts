import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScanJob, ScanResult } from './scan-messages.ts';
import { createScanQueue, type ScanPortEvents, type ScanTask } from './scan-queue.ts';

const task: ScanTask = {
  input: { kind: 'file', file: new Blob() },
  effort: 'still',
  thumbnailWidth: null,
  wantsCrops: false,
};
const broken: ScanResult = { kind: 'broken' };
const PATIENCE_MS = 1000;

/** Workers that answer only when told to. */
function createBench() {
  const workers: { events: ScanPortEvents; jobs: ScanJob[]; isStopped: boolean }[] = [];
  const queue = createScanQueue((events) => {
    const worker = { events, jobs: [] as ScanJob[], isStopped: false };
    workers.push(worker);
    return {
      post: (job) => worker.jobs.push(job),
      stop: () => {
        worker.isStopped = true;
      },
    };
  }, PATIENCE_MS);
  const answer = (workerIndex: number, jobIndex: number) => {
    const worker = workers[workerIndex];
    const jobId = worker?.jobs[jobIndex]?.jobId ?? -1;
    worker?.events.onAnswer({ jobId, result: broken });
  };
  return { queue, workers, answer };
}

describe('createScanQueue', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts no worker before the first task', () => {
    expect(createBench().workers).toHaveLength(0);
  });

  it('gives the one worker one task at a time, in order', async () => {
    const { queue, workers, answer } = createBench();
    const first = queue.add(task);
    const second = queue.add(task);
    expect(workers[0]?.jobs).toHaveLength(1);
    expect(queue.size()).toBe(2);
    answer(0, 0);
    expect(await first).toEqual(broken);
    expect(workers[0]?.jobs).toHaveLength(2);
    answer(0, 1);
    expect(await second).toEqual(broken);
    expect(workers).toHaveLength(1);
    expect(queue.size()).toBe(0);
  });

  it('gives a hung task up, stops its worker and serves the next task by a new one', async () => {
    const { queue, workers, answer } = createBench();
    const hung = queue.add(task);
    const next = queue.add(task);
    vi.advanceTimersByTime(PATIENCE_MS);
    expect(await hung).toEqual({ kind: 'gaveUp' });
    expect(workers[0]?.isStopped).toBe(true);
    answer(1, 0);
    expect(await next).toEqual(broken);
  });

  it('gives up the task of a worker that died', async () => {
    const { queue, workers } = createBench();
    const lost = queue.add(task);
    workers[0]?.events.onDeath();
    expect(await lost).toEqual({ kind: 'gaveUp' });
    void queue.add(task);
    expect(workers).toHaveLength(2);
  });

  it('gives up a task that can not be sent, and goes on', async () => {
    const sent: ScanJob[] = [];
    const queue = createScanQueue(
      () => ({
        post: (job) => {
          if (job.jobId === 1) throw new Error('detached');
          sent.push(job);
        },
        stop: () => undefined,
      }),
      PATIENCE_MS,
    );
    expect(await queue.add(task)).toEqual({ kind: 'gaveUp' });
    void queue.add(task);
    expect(sent).toHaveLength(1);
  });

  it('does not take a late answer of a worker that was given up for the next task', async () => {
    const { queue, workers, answer } = createBench();
    const hung = queue.add(task);
    const next = queue.add(task);
    vi.advanceTimersByTime(PATIENCE_MS);
    await hung;
    const settled = vi.fn();
    void next.then(settled);
    workers[0]?.events.onAnswer({ jobId: workers[1]?.jobs[0]?.jobId ?? -1, result: broken });
    workers[0]?.events.onDeath();
    await Promise.resolve();
    expect(settled).not.toHaveBeenCalled();
    answer(1, 0);
    expect(await next).toEqual(broken);
  });

  it('waits with a task, not with its patience: a task in line is not given up early', async () => {
    const { queue, answer } = createBench();
    const first = queue.add(task);
    const second = queue.add(task);
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    answer(0, 0);
    await first;
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    answer(0, 1);
    expect(await second).toEqual(broken);
  });
});
