import { expect, it } from 'vitest';
import type { TransferState } from '../../core/transfer/transfer.ts';
import { RunningWork } from './running-work.ts';

const transfer = (running: TransferState['running']): TransferState => ({ running, lastExport: null });
const IMPORTING = transfer({ task: 'import', done: 1, total: 9 });

/** Whether a promise has resolved by now. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  return await Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);
}

it('is under way from its first word to its last, and lets all who wait go on then', async () => {
  const work = new RunningWork();
  expect(await isSettled(work.ended())).toBe(true);
  work.hear('transfer.stateChanged', IMPORTING);
  expect(work.isRunning).toBe(true);
  const waiting = [work.ended(), work.ended()];
  work.hear('transfer.stateChanged', IMPORTING);
  work.hear('record.changed', { anything: true });
  for (const one of waiting) expect(await isSettled(one)).toBe(false);
  work.hear('transfer.stateChanged', transfer(null));
  expect(work.isRunning).toBe(false);
  await Promise.all(waiting);
});

it('ends with the backend that it ran in', async () => {
  const work = new RunningWork();
  work.hear('transfer.stateChanged', IMPORTING);
  const waiting = work.ended();
  work.stopped();
  await waiting;
  expect(work.isRunning).toBe(false);
});
