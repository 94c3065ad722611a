import { describe, expect, it } from 'vitest';
import { createLiveFrames, type LiveFrame } from './live-frames.ts';
import type { QueueResult, ScanQueue, ScanTask } from './scan-queue.ts';

/** Only what the code under test uses of a bitmap. */
function createFrame() {
  const frame = {
    width: 4,
    height: 3,
    isClosed: false,
    close: () => {
      frame.isClosed = true;
    },
  };
  return frame;
}

const scanned: QueueResult = {
  kind: 'scanned',
  outcome: { codes: [], glimpses: [], elapsedMs: 1 },
  width: 4,
  height: 3,
  thumbnail: null,
  diagnosis: null,
  crops: [],
  page: null,
};

function createBench() {
  const tasks: ScanTask[] = [];
  const settles: ((result: QueueResult) => void)[] = [];
  const told: LiveFrame[] = [];
  const clock = { ms: 0, areCropsKept: false };
  const queue: ScanQueue = {
    add: (task) => {
      tasks.push(task);
      return new Promise((settle) => settles.push(settle));
    },
    size: () => 0,
  };
  const live = createLiveFrames(queue, (frame) => told.push(frame), {
    now: () => clock.ms,
    wantsCrops: () => clock.areCropsKept,
  });
  const answer = async (index: number, result: QueueResult = scanned) => {
    settles[index]?.(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { live, tasks, told, clock, answer };
}

describe('createLiveFrames', () => {
  it('keeps one frame under way and lets a newer frame replace a waiting one', async () => {
    const { live, tasks, told, answer } = createBench();
    const [first, second, third] = [createFrame(), createFrame(), createFrame()];
    live.push(first);
    live.push(second);
    live.push(third);
    expect(tasks).toHaveLength(1);
    expect(live.isBehind()).toBe(true);
    expect([first.isClosed, second.isClosed, third.isClosed]).toEqual([false, true, false]);
    await answer(0);
    expect(tasks[1]?.input).toEqual({ kind: 'frame', frame: third });
    expect(told).toEqual([{ outcome: scanned.outcome, width: 4, height: 3, diagnosis: null, crops: [] }]);
  });

  it('is thorough with the first frame and then 2.5 times a second', async () => {
    const { live, tasks, clock, answer } = createBench();
    for (const [index, ms] of [0, 399, 400, 500, 800].entries()) {
      clock.ms = ms;
      live.push(createFrame());
      await answer(index);
    }
    expect(tasks.map((task) => task.effort)).toEqual(['thorough', 'live', 'thorough', 'live', 'thorough']);
  });

  it('asks for pictures of the codes only while they are kept', async () => {
    const { live, tasks, clock, answer } = createBench();
    live.push(createFrame());
    await answer(0);
    clock.areCropsKept = true;
    live.push(createFrame());
    await answer(1);
    expect(tasks.map((task) => task.wantsCrops)).toEqual([false, true]);
  });

  it('goes on after a frame was given up, telling nothing of it', async () => {
    const { live, tasks, told, answer } = createBench();
    live.push(createFrame());
    await answer(0, { kind: 'gaveUp' });
    live.push(createFrame());
    await answer(1);
    expect(tasks).toHaveLength(2);
    expect(told).toHaveLength(1);
  });

  it('tells nothing and takes nothing after it was stopped', async () => {
    const { live, tasks, told, answer } = createBench();
    const [running, waiting, late] = [createFrame(), createFrame(), createFrame()];
    live.push(running);
    live.push(waiting);
    live.stop();
    live.push(late);
    await answer(0);
    expect(told).toHaveLength(0);
    expect(tasks).toHaveLength(1);
    expect([waiting.isClosed, late.isClosed]).toEqual([true, true]);
  });
});
