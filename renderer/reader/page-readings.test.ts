import { describe, expect, it } from 'vitest';
import type { PageStill } from '../../core/reset-page/page-still.ts';
import type { PageReading } from '../../core/reset-page/read-page.ts';
import { createPageReadings } from './page-readings.ts';

const STILL: PageStill = {
  image: { data: new Uint8Array(1), width: 1, height: 1 },
  code: { x: 0, y: 0, width: 1, height: 1 },
};
const SOME: PageReading = { values: {}, place: null, generation: 'older', hasQuestions: false };
const NOTHING: PageReading = { values: {}, place: null, generation: null, hasQuestions: false };

function createBench() {
  const jobs: {
    signal: AbortSignal;
    finish: (reading: PageReading) => void;
    fail: (error: Error) => void;
  }[] = [];
  const readings = createPageReadings(
    (_, signal) => new Promise((finish, fail) => jobs.push({ signal, finish, fail })),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { readings, jobs, settle };
}

describe('createPageReadings', () => {
  it('shows that it reads, then what was read', async () => {
    const { readings, jobs, settle } = createBench();
    readings.start('t1', STILL);
    expect(readings.current()).toMatchObject({ ticketId: 't1', reading: null });
    jobs[0]?.finish(SOME);
    await settle();
    expect(readings.current()).toMatchObject({ ticketId: 't1', reading: SOME });
  });

  it('says nothing where nothing was read, or reading failed', async () => {
    const { readings, jobs, settle } = createBench();
    readings.start('t1', STILL);
    jobs[0]?.finish(NOTHING);
    await settle();
    expect(readings.current()).toBeNull();
    readings.start('t1', STILL);
    jobs[1]?.fail(new Error('No worker.'));
    await settle();
    expect(readings.current()).toBeNull();
  });

  it('is stopped and forgotten with its ticket, and no other', async () => {
    const { readings, jobs, settle } = createBench();
    readings.start('t1', STILL);
    readings.drop('t2');
    expect(readings.current()).not.toBeNull();
    readings.drop('t1');
    expect(jobs[0]?.signal.aborted).toBe(true);
    expect(readings.current()).toBeNull();
    jobs[0]?.finish(SOME);
    await settle();
    expect(readings.current()).toBeNull();
  });

  it('stops an earlier page for a newer one', async () => {
    const { readings, jobs, settle } = createBench();
    readings.start('t1', STILL);
    readings.start('t2', STILL);
    expect(jobs[0]?.signal.aborted).toBe(true);
    jobs[0]?.finish(SOME);
    await settle();
    expect(readings.current()).toMatchObject({ ticketId: 't2', reading: null });
  });
});
