import { MutationObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from './query-client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the query client', () => {
  it('forgets what a command was given soon after its form has gone, because it can be a passphrase', async () => {
    const client = createQueryClient();
    const form = new MutationObserver<object, Error, { passphrase: string }>(client, {
      mutationFn: async () => ({}),
    });
    const leave = form.subscribe(() => undefined);
    await form.mutate({ passphrase: 'correct horse' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.getMutationCache().getAll()).toHaveLength(1);
    leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.getMutationCache().getAll()).toEqual([]);
  });
});
