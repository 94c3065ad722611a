import { expect, it } from 'vitest';
import type { Change } from '../../core/contract/change-calls.ts';
import { createQueryClient } from './query-client.ts';
import { takeChanges } from './take-changes.ts';

const kept = [
  'queue.counts',
  'customer.getPage',
  'device.list',
  'audit.getRecord',
  'view.list',
  'playbook.find',
];

/** Names of the kept answers that changes of these kinds make old; null for changes without names. */
function oldAfter(kinds: readonly Change['kind'][] | null): string[] {
  const queryClient = createQueryClient();
  for (const name of kept) queryClient.setQueryData([name, {}], {});
  const changes = kinds?.map((kind) => ({ kind, id: 'one', isGone: false, version: null })) ?? null;
  takeChanges(queryClient, changes);
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
