import { MutationObserver, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../core/contract/change-calls.ts';
import { createQueryClient } from './query-client.ts';
import { readChangedTickets } from './ticket-changes.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const keyOf = (ticketId: string) => ['ticket.get', { ticketId }];
const versionOf = (version: number) => ({
  ticket: {
    version,
    customer: { id: 'anna' },
    owner: { id: 'ole' },
    device: { id: 'nvr' },
    site: { id: 'shop' },
  },
});
const ticket = (version: number, id = 'one'): Change => ({ kind: 'ticket', id, isGone: false, version });
const other = (kind: Change['kind'], id: string): Change => ({ kind, id, isGone: false, version: null });

/** A ticket on screen at version 7; counts how often it is read again. */
function onScreen(queryClient: QueryClient, ticketId = 'one') {
  queryClient.setQueryData(keyOf(ticketId), versionOf(7));
  const read = vi.fn(async () => versionOf(8));
  const observer = new QueryObserver(queryClient, { queryKey: keyOf(ticketId), queryFn: read });
  stops.push(observer.subscribe(() => undefined));
  return read;
}

/** A command on the ticket that is under way; `answer` ends it as the feature that sent it would. */
function underWay(queryClient: QueryClient, version: number | null, ticketId = 'one') {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  const command = new MutationObserver<void, Error, { ticketId: string }>(queryClient, {
    mutationFn: () => promise,
  });
  stops.push(command.subscribe(() => undefined));
  const keep = () => {
    if (version !== null) queryClient.setQueryData(keyOf(ticketId), versionOf(version));
  };
  void command.mutate({ ticketId }, { onSuccess: keep });
  return () => resolve();
}

describe('readChangedTickets', () => {
  it('reads what somebody else changed at once', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    await readChangedTickets(queryClient, [ticket(8)]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not read again what the answer of the command brings', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    const answer = underWay(queryClient, 9);
    const changes = [8, 9].map((version) => readChangedTickets(queryClient, [ticket(version)]));
    answer();
    await Promise.all(changes);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads it after a command whose answer was not kept', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    const answer = underWay(queryClient, null);
    const change = readChangedTickets(queryClient, [ticket(8)]);
    expect(read).not.toHaveBeenCalled();
    answer();
    await change;
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('reads it for a change without a new version, such as of its device', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    await readChangedTickets(queryClient, [ticket(7)]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('waits for no command on another ticket', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    underWay(queryClient, 8, 'two');
    await readChangedTickets(queryClient, [ticket(8)]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('has tickets that are not on screen read when they come up again', async () => {
    const queryClient = createQueryClient();
    queryClient.setQueryData(keyOf('two'), versionOf(3));
    await readChangedTickets(queryClient, [ticket(8)]);
    expect(queryClient.getQueryState(keyOf('two'))?.isInvalidated).toBe(true);
  });

  it.each([
    ['customer', 'anna'],
    ['customer', 'ole'],
    ['device', 'nvr'],
    ['site', 'shop'],
  ] as const)('reads it for a change of a %s that it shows', async (kind, id) => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    await readChangedTickets(queryClient, [other(kind, 'another'), other('attachment', id)]);
    expect(read).not.toHaveBeenCalled();
    await readChangedTickets(queryClient, [other(kind, id)]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('takes what a command did to the records of its ticket from the answer', async () => {
    const queryClient = createQueryClient();
    const read = onScreen(queryClient);
    const answer = underWay(queryClient, 8);
    const change = readChangedTickets(queryClient, [ticket(8), other('device', 'nvr')]);
    answer();
    await change;
    expect(read).not.toHaveBeenCalled();
  });

  it('reads a ticket once more that was being read for the first time as a record changed', async () => {
    const queryClient = createQueryClient();
    let answer: (ticket: object) => void = () => undefined;
    const first = new Promise<object>((resolve) => {
      answer = resolve;
    });
    const read = vi.fn().mockReturnValueOnce(first).mockResolvedValue(versionOf(7));
    const observer = new QueryObserver(queryClient, { queryKey: keyOf('one'), queryFn: read });
    stops.push(observer.subscribe(() => undefined));
    const change = readChangedTickets(queryClient, [other('device', 'nvr')]);
    answer(versionOf(7));
    await change;
    expect(read).toHaveBeenCalledTimes(2);
  });
});
