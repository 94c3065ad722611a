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

  describe('of what changes while it is being read', () => {
    /** A query whose first answer comes when it is said to; the next ones at once. */
    function slowQuery() {
      const client = createQueryClient();
      let answerFirst: (answer: string) => void = () => undefined;
      const first = new Promise<string>((resolve) => {
        answerFirst = resolve;
      });
      const queryFn = vi.fn().mockReturnValueOnce(first).mockResolvedValue('after');
      const page = new QueryObserver(client, { queryKey: ['queue.counts', {}], queryFn });
      const leave = page.subscribe(() => undefined);
      return { client, queryFn, page, leave, answerFirst };
    }

    it('reads once more after a first read, however much has changed', async () => {
      const { client, queryFn, page, leave, answerFirst } = slowQuery();
      const changes = [client.invalidateQueries(), client.invalidateQueries({ queryKey: ['queue.counts'] })];
      answerFirst('before');
      await Promise.all(changes);
      await vi.waitFor(() => expect(page.getCurrentResult().data).toBe('after'));
      expect(queryFn).toHaveBeenCalledTimes(2);
      leave();
    });

    it('reads it when it comes up again, where nobody waits any more', async () => {
      const { client, queryFn, leave, answerFirst } = slowQuery();
      leave();
      const change = client.invalidateQueries();
      answerFirst('before');
      await change;
      expect(queryFn).toHaveBeenCalledTimes(1);
      expect(client.getQueryState(['queue.counts', {}])).toMatchObject({
        data: 'before',
        isInvalidated: true,
      });
    });

    it('reads nothing again that was answered before the change', async () => {
      const { client, queryFn, page, leave, answerFirst } = slowQuery();
      answerFirst('before');
      await vi.waitFor(() => expect(page.getCurrentResult().data).toBe('before'));
      await client.invalidateQueries({ queryKey: ['customer.list'] });
      expect(queryFn).toHaveBeenCalledTimes(1);
      leave();
    });
  });
});
