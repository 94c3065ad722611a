import { expect, it, vi } from 'vitest';
import type { Change } from '../../core/contract/change-calls.ts';
import type { Client } from '../../core/contract/client.ts';
import { RecordFeed } from './record-feed.ts';

vi.mock('./client.ts', () => ({ client: fakeBackend().client }));

const change = (id: string): Change => ({ kind: 'ticket', id, isGone: false, version: 1 });

/** A backend whose feed has so many changes; its cursors are their number. */
function fakeBackend() {
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  let all: Change[] = [];
  let isShut = false;
  let isOther = false;
  const client: Client = {
    call: vi.fn(async (_name: string, { since }: { since: string | null }) => {
      if (isShut) throw new Error('shut');
      const changes = since === null ? [] : isOther ? null : all.slice(Number(since));
      return { cursor: String(all.length), changes };
    }) as unknown as Client['call'],
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as (payload: unknown) => void]);
      return () => undefined;
    },
  };
  const say = (name: string, payload: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
  return {
    client,
    say,
    shut: (value: boolean) => {
      isShut = value;
    },
    exchange: () => {
      isOther = true;
    },
    /** @param isHeard whether windows are told */
    change: (id: string, isHeard = true) => {
      const since = String(all.length);
      all = [...all, change(id)];
      if (isHeard) say('record.changed', { since, cursor: String(all.length), changes: [change(id)] });
    },
  };
}

async function follow(backend: ReturnType<typeof fakeBackend>) {
  const feed = new RecordFeed(backend.client);
  const heard: (string[] | 'all')[] = [];
  feed.subscribe((changes) => heard.push(changes?.map(({ id }) => id) ?? 'all'));
  await feed.catchUp();
  return { feed, heard };
}

it('passes on each part as it comes, and nothing of before it began', async () => {
  const backend = fakeBackend();
  backend.change('before');
  const { feed, heard } = await follow(backend);
  backend.change('a');
  backend.change('b');
  await feed.catchUp();
  expect(heard).toEqual([['a'], ['b']]);
});

it('asks for what was missed once the backend is back, from its own place', async () => {
  const backend = fakeBackend();
  const { feed, heard } = await follow(backend);
  backend.change('a');
  backend.change('b', false);
  backend.say('app.backendStateChanged', { state: 'restarting', restarts: 1 });
  backend.change('c', false);
  backend.say('app.backendStateChanged', { state: 'ready', restarts: 1 });
  await feed.catchUp();
  expect(heard).toEqual([['a'], ['b', 'c']]);
});

it('notices by the next part that one was missed, and takes each once', async () => {
  const backend = fakeBackend();
  const { feed, heard } = await follow(backend);
  backend.change('a', false);
  backend.change('b');
  backend.change('c');
  await feed.catchUp();
  expect(heard.flat()).toEqual(['a', 'b', 'c']);
});

it('passes on that all may have changed', async () => {
  const backend = fakeBackend();
  const { feed, heard } = await follow(backend);
  backend.exchange();
  backend.change('a', false);
  backend.say('vault.changed', { state: 'open' });
  await feed.catchUp();
  expect(heard).toEqual(['all']);
});

it('keeps its place while the records are shut', async () => {
  const backend = fakeBackend();
  const { feed, heard } = await follow(backend);
  backend.change('a', false);
  backend.shut(true);
  await feed.catchUp();
  expect(heard).toEqual([]);
  backend.shut(false);
  await feed.catchUp();
  expect(heard).toEqual([['a']]);
});

it('passes on what changes while its first place is asked for: the screen may have been read before', async () => {
  const backend = fakeBackend();
  const feed = new RecordFeed(backend.client);
  const heard: string[] = [];
  feed.subscribe((changes) => heard.push(...(changes?.map(({ id }) => id) ?? ['all'])));
  backend.change('a');
  await feed.catchUp();
  backend.change('b');
  await feed.catchUp();
  expect(heard).toEqual(['a', 'b']);
});
