import { expect, it } from 'vitest';
import { contract, type EventName } from '../../core/contract/contract.ts';
import { createQueryClient } from './query-client.ts';
import { takeEvent } from './take-event.ts';

/** Names of the kept answers that an event makes old. */
function oldAfter(event: EventName, kept: readonly string[]): string[] {
  const queryClient = createQueryClient();
  for (const name of kept) queryClient.setQueryData([name, {}], {});
  takeEvent(queryClient, contract[event], {});
  return kept.filter((name) => queryClient.getQueryState([name, {}])?.isInvalidated === true);
}

const kept = [
  'queue.counts',
  'ticket.get',
  'customer.getPage',
  'device.list',
  'audit.getRecord',
  'view.list',
];

it('makes old what reads what an event has changed, and nothing else', () => {
  expect(oldAfter('customer.changed', kept)).toEqual([
    'ticket.get',
    'customer.getPage',
    'device.list',
    'audit.getRecord',
  ]);
  expect(oldAfter('desk.commandRecorded', kept)).toEqual([
    'customer.getPage',
    'device.list',
    'audit.getRecord',
  ]);
  expect(oldAfter('site.changed', kept)).toEqual(['ticket.get', 'customer.getPage']);
  expect(oldAfter('view.changed', kept)).toEqual(['view.list']);
  expect(oldAfter('hotkey.stateChanged', kept)).toEqual([]);
});

it('leaves a changed ticket to its version', () => {
  expect(oldAfter('ticket.changed', kept)).toEqual([
    'queue.counts',
    'customer.getPage',
    'device.list',
    'audit.getRecord',
  ]);
});

it('makes everything old when all records have become others', () => {
  expect(oldAfter('demo.changed', kept)).toEqual(kept);
});

it('takes a payload that is the new answer as it is', () => {
  const queryClient = createQueryClient();
  takeEvent(queryClient, contract['clock.changed'], { offsetMs: 5 });
  expect(queryClient.getQueryData(['clock.getState', {}])).toEqual({ offsetMs: 5 });
});
