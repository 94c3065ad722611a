import { expect, it, vi } from 'vitest';
import type { BackendListeners } from './backend-process.ts';
import { launchAhead } from './launch-ahead.ts';

function launcher() {
  const launched: BackendListeners[] = [];
  const launch = launchAhead((listeners) => {
    launched.push(listeners);
    return { send: vi.fn(), kill: vi.fn() };
  });
  return { launch, launched };
}

const hearing = () => ({ onMessage: vi.fn(), onExit: vi.fn() });

it('starts at once, and tells the first who launches what was said meanwhile and what comes then', async () => {
  const { launch, launched } = launcher();
  expect(launched).toHaveLength(1);
  launched[0]?.onMessage('ready');
  const first = hearing();
  launch(first);
  expect(first.onMessage).not.toHaveBeenCalled();
  await Promise.resolve();
  launched[0]?.onMessage('answer');
  expect(first.onMessage.mock.calls).toEqual([['ready'], ['answer']]);
  expect(launched).toHaveLength(1);
});

it('tells of a backend that ended before anybody launched, and launches a new one then', async () => {
  const { launch, launched } = launcher();
  launched[0]?.onExit(1, new Error('crashed'));
  const first = hearing();
  launch(first);
  await Promise.resolve();
  expect(first.onExit).toHaveBeenCalledOnce();
  launch(hearing());
  expect(launched).toHaveLength(2);
});
