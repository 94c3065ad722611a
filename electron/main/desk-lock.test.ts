import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Protection, VaultState } from '../../core/contract/shell-records.ts';
import { DeskLock, type DeskLockParts } from './desk-lock.ts';

const OPEN = { state: 'open' } as VaultState;
const LOCKED = { state: 'locked' } as VaultState;

/** A desk whose vault releases what it has when it is locked. */
function desk(parts: Partial<DeskLockParts> = {}) {
  let state = OPEN;
  let protection: Protection | null = 'passphrase';
  let released: Promise<void> = Promise.resolve();
  let opening: () => void = () => undefined;
  const happened: string[] = [];
  const log = { error: vi.fn() };
  const lock: DeskLock = new DeskLock({
    vault: {
      getState: () => state,
      keptBy: () => protection,
      settle: async () => opening(),
      lock: async () => {
        state = LOCKED;
        protection = null;
        released = lock.release();
        return state;
      },
    },
    hasWindow: () => true,
    workEnds: async () => void happened.push('work ended'),
    renewBackend: async () => void happened.push('backend renewed'),
    forget: () => void happened.push('forgotten'),
    log,
    ...parts,
  });
  return {
    lock,
    log,
    happened,
    released: () => released,
    /** Somebody is opening it; that ends before anything else is done with the key. */
    endsOpeningFirst: () => {
      opening = () => {
        state = OPEN;
        protection = 'passphrase';
      };
    },
    reopen: () => {
      state = OPEN;
      protection = 'passphrase';
    },
    is: (next: VaultState['state'], kept: Protection | null) => {
      state = { state: next } as VaultState;
      protection = kept;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a lock', () => {
  it('forgets at once, then lets the window store, work end, and the backend go', async () => {
    const { lock, happened, released } = desk();
    await lock.lock('agent');
    expect(happened).toEqual(['forgotten']);
    expect(lock.isOpen).toBe(true);
    lock.hasLeft();
    await released();
    expect(lock.isOpen).toBe(false);
    expect(happened).toEqual(['forgotten', 'work ended', 'backend renewed']);
  });

  it('waits for a window that hangs no longer than a moment', async () => {
    const { lock, happened, released } = desk();
    await lock.lock('idle');
    await vi.advanceTimersByTimeAsync(2000);
    await released();
    expect(happened.at(-1)).toBe('backend renewed');
    // What comes from it later changes nothing.
    lock.hasLeft();
    expect(lock.isOpen).toBe(false);
  });

  it('closes nothing while work is under way', async () => {
    let endWork = () => {};
    const work = new Promise<void>((resolve) => {
      endWork = resolve;
    });
    const { lock, happened, released } = desk({ hasWindow: () => false, workEnds: () => work });
    await lock.lock('agent');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toEqual(['forgotten']);
    endWork();
    await released();
    expect(happened).toEqual(['forgotten', 'backend renewed']);
  });

  it('closes the records even where something can not be taken away', async () => {
    const { lock, log, happened, released } = desk({
      hasWindow: () => false,
      forget: () => {
        throw new Error('A mail program holds the file.');
      },
    });
    await lock.lock('agent');
    await released();
    expect(happened).toEqual(['work ended', 'backend renewed']);
    expect(log.error).toHaveBeenCalledOnce();
  });
});

it('names each time from one lock to the next by another number, and locked time by none', async () => {
  const { lock, released, reopen } = desk({ hasWindow: () => false });
  const first = lock.opening;
  await lock.lock('agent');
  await released();
  expect(lock.opening).toBeNull();
  reopen();
  expect(first).not.toBeNull();
  expect(lock.opening).not.toBeNull();
  expect(lock.opening).not.toBe(first);
});

it.each([
  ['open', 'passphrase', true],
  ['failed', 'passphrase', true],
  ['failed', null, false],
  ['open', 'keyring', false],
  ['open', 'unprotected', false],
  ['new', null, false],
] as const)(
  'is locked with the computer wherever a passphrase keeps the key in memory: %s, %s',
  async (state, kept, isLocked) => {
    const { lock, is } = desk({ hasWindow: () => false });
    is(state, kept);
    await lock.lockWithComputer();
    expect(lock.opening === null).toBe(isLocked);
  },
);

it('is locked with the computer also while somebody is opening it', async () => {
  const { lock, is, happened, endsOpeningFirst } = desk({ hasWindow: () => false });
  is('locked', null);
  endsOpeningFirst();
  await lock.lockWithComputer();
  expect(lock.opening).toBeNull();
  expect(happened).toContain('forgotten');
});
