import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../../core/contract/errors.ts';
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

  it.each([
    ['not_found', undefined],
    ['backend_unavailable', 'read before'],
  ] as const)('after a failure of code %s shows: %s', async (code, shown) => {
    const client = createQueryClient();
    const queryFn = vi.fn().mockResolvedValueOnce('read before').mockRejectedValue(new CallError(code, ''));
    const page = new QueryObserver(client, { queryKey: ['ticket.get'], queryFn });
    const leave = page.subscribe(() => undefined);
    await vi.waitFor(() => expect(page.getCurrentResult().data).toBe('read before'));
    await client.invalidateQueries();
    expect(page.getCurrentResult()).toMatchObject({ data: shown, error: { code } });
    leave();
  });
});
