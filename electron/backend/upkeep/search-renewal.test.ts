import { expect, it } from 'vitest';
import type { KeyProgress } from '../store/ports/search.ts';
import type { Store } from '../store/ports/store.ts';
import { SearchRenewal } from './search-renewal.ts';

const half: KeyProgress = { done: 1, total: 2 };

/** A store of which each step comes out as told; one without a word fails. */
function storeOf(outcomes: (KeyProgress | null | undefined)[]) {
  let asked = 0;
  const transact = async () => {
    const outcome = outcomes[asked];
    asked += 1;
    if (outcome === undefined) throw new Error('The disk is full.');
    return outcome;
  };
  return { store: { transact } as unknown as Store, asked: () => asked };
}

it('goes on after a step that failed', async () => {
  const { store } = storeOf([half, undefined, null]);
  const told: (KeyProgress | null)[] = [];
  const renewal = new SearchRenewal(() => told.push(renewal.progress));
  renewal.attach(store);
  expect(await renewal.step()).toBe(true);
  await expect(renewal.step()).rejects.toThrow('full');
  expect(renewal.progress).toEqual(half);
  expect(await renewal.step()).toBe(false);
  expect(told).toEqual([half, null]);
});

it('tries less and less often what fails every time', async () => {
  const { store, asked } = storeOf([]);
  const renewal = new SearchRenewal(() => undefined);
  renewal.attach(store);
  for (let look = 0; look < 60; look += 1) await renewal.step().catch(() => undefined);
  expect(asked()).toBe(6);
});

it('leaves alone what was closed during a step', async () => {
  const renewal = new SearchRenewal(() => undefined);
  const transact = async () => {
    renewal.detach();
    return half;
  };
  renewal.attach({ transact } as unknown as Store);
  expect(await renewal.step()).toBe(false);
  expect(renewal.progress).toBeNull();
});
