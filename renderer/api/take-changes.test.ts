import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Change } from '../../core/contract/change-calls.ts';
import { createQueryClient } from './query-client.ts';
import { ChangeTaker } from './take-changes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kept = [
  'queue.counts',
  'customer.getPage',
  'device.list',
  'audit.getRecord',
  'view.list',
  'playbook.find',
];

const changeOf = (kind: Change['kind']): Change => ({ kind, id: 'one', isGone: false, version: null });

/** Names of the kept answers that changes of these kinds make old; null for changes without names. */
function oldAfter(kinds: readonly Change['kind'][] | null): string[] {
  const queryClient = createQueryClient();
  for (const name of kept) queryClient.setQueryData([name, {}], {});
  new ChangeTaker(queryClient).take(kinds?.map(changeOf) ?? null);
  vi.runAllTimers();
  return kept.filter((name) => queryClient.getQueryState([name, {}])?.isInvalidated === true);
}

it('makes old what reads what has changed, and nothing else', () => {
  expect(oldAfter(['customer'])).toEqual(['customer.getPage', 'device.list', 'audit.getRecord']);
  expect(oldAfter(['device'])).toEqual(['customer.getPage', 'device.list', 'audit.getRecord']);
  expect(oldAfter(['site'])).toEqual(['customer.getPage']);
  expect(oldAfter(['view'])).toEqual(['view.list']);
  expect(oldAfter(['ticket'])).toEqual([
    'queue.counts',
    'customer.getPage',
    'device.list',
    'audit.getRecord',
  ]);
  expect(oldAfter(['alarm', 'view'])).toEqual(['view.list']);
  expect(oldAfter([])).toEqual([]);
});

it('makes everything old when all records may have changed', () => {
  expect(oldAfter(null)).toEqual(kept);
});

it('reads a list once for all parts of a change of many records', async () => {
  const queryClient = createQueryClient();
  const read = vi.fn(async () => ({}));
  const key = ['queue.counts', {}];
  const stop = new QueryObserver(queryClient, { queryKey: key, queryFn: read }).subscribe(() => undefined);
  await vi.runAllTimersAsync();
  read.mockClear();
  const taker = new ChangeTaker(queryClient);
  for (let part = 0; part < 50; part += 1) taker.take([changeOf('ticket')]);
  await vi.runAllTimersAsync();
  expect(read).toHaveBeenCalledTimes(1);
  taker.take(null);
  taker.take([changeOf('view')]);
  await vi.runAllTimersAsync();
  expect(read).toHaveBeenCalledTimes(2);
  stop();
});

it('loses nothing when it ends before the time is up', () => {
  const queryClient = createQueryClient();
  queryClient.setQueryData(['view.list', {}], {});
  const taker = new ChangeTaker(queryClient);
  taker.take([changeOf('view')]);
  taker.flush();
  expect(queryClient.getQueryState(['view.list', {}])?.isInvalidated).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
