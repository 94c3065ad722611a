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

const kept = ['queue.counts', 'vault.listBackups', 'playbook.list'];

it('makes old what reads what an event has changed, and nothing else', () => {
  expect(oldAfter('safety.changed', kept)).toEqual(['vault.listBackups']);
  expect(oldAfter('playbook.changed', kept)).toEqual(['playbook.list']);
  expect(oldAfter('hotkey.stateChanged', kept)).toEqual([]);
});

it('takes a payload that is the new answer as it is', () => {
  const queryClient = createQueryClient();
  takeEvent(queryClient, contract['clock.changed'], { offsetMs: 5 });
  expect(queryClient.getQueryData(['clock.getState', {}])).toEqual({ offsetMs: 5 });
});
