import { expect, it, vi } from 'vitest';
import { DeskLock } from './desk-lock.ts';

it('closes the records even where something can not be taken away', async () => {
  const renewBackend = vi.fn(async () => undefined);
  const log = { error: vi.fn() };
  const lock = new DeskLock({
    vault: { getState: vi.fn(), lock: vi.fn() },
    hasWindow: () => false,
    workEnds: async () => undefined,
    renewBackend,
    forget: () => {
      throw new Error('A mail program holds the file.');
    },
    log,
  });
  await lock.release();
  expect(renewBackend).toHaveBeenCalledOnce();
  expect(log.error).toHaveBeenCalledOnce();
});
