import { describe, expect, it, vi } from 'vitest';
import type { QueuePlace, QueueRow } from '../../../../core/contract/queue-calls.ts';
import { WALK_STRIDE } from '../../../../core/contract/queue-calls.ts';
import { type QueueCalls, QueueList } from './queue-list.ts';

/** A row of which only place and number matter here. */
function row(number: number): QueueRow {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    number,
    lane: 'now',
    stepId: 's',
    playbookId: 'p',
    customerName: '',
    customerPhone: '',
    serial: null,
    deviceModel: '',
    outcome: null,
    failureReason: null,
    assignee: null,
    priority: 'normal',
    tags: [],
    openedAt: 0,
    nextEventAt: null,
    nextEventKind: null,
    updatedAt: 0,
    place: { value: 0, number },
  };
}

/** A backend over the numbers of a list that can change; a filtered one has no counter and reads in small bites. */
function backend(numbers: number[], { isFiltered = false } = {}) {
  const beyond = (from: QueuePlace | null) =>
    numbers.filter((number) => from === null || number > from.number);
  const calls: QueueCalls = {
    page: vi.fn(async ({ from, direction, skip, limit }) => {
      const ahead =
        direction === 'forward'
          ? beyond(from)
          : numbers.filter((number) => from === null || number < from.number).reverse();
      const rows = ahead.slice(skip, skip + limit).map(row);
      const next = ahead.length > skip + limit ? (rows.at(-1)?.place ?? null) : null;
      if (direction === 'backward') rows.reverse();
      return { rows, next, total: isFiltered ? null : numbers.length };
    }),
    walk: vi.fn(async ({ from }) => {
      const part = beyond(from).slice(0, 5000);
      const places = part
        .filter((_, index) => (index + 1) % WALK_STRIDE === 0)
        .map((number) => row(number).place);
      const last = part.at(-1);
      const isEnd = last === undefined || last === numbers.at(-1);
      return { places, rows: part.length, next: isEnd ? null : { value: 0, number: last } };
    }),
  };
  return calls;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function shown(list: QueueList, first: number, last: number): Promise<(number | null)[]> {
  list.show(first, last);
  await vi.waitFor(() => {
    const { loaded, error } = list.state();
    expect(error).toBeNull();
    expect(loaded !== null && list.rowAt(first) !== null && list.rowAt(last) !== null).toBe(true);
  });
  return [list.rowAt(first)?.number ?? null, list.rowAt(last)?.number ?? null];
}

describe('QueueList', () => {
  it('knows the length of an unfiltered list from its first answer, and walks nothing for it', async () => {
    const calls = backend(upTo(1_000_000));
    const list = new QueueList(calls);
    expect(await shown(list, 0, 20)).toEqual([1, 21]);
    expect(list.state()).toMatchObject({ total: 1_000_000, isTotalKnown: true });
    expect(calls.walk).not.toHaveBeenCalled();
  });

  it('reads on in both directions without a gap or a doubled row', async () => {
    const list = new QueueList(backend(upTo(5000)));
    for (let first = 0; first < 3000; first += 90)
      expect(await shown(list, first, first + 20)).toEqual([first + 1, first + 21]);
    for (let first = 2900; first >= 0; first -= 90)
      expect(await shown(list, first, first + 20)).toEqual([first + 1, first + 21]);
    expect(list.state().shift).toBe(0);
  });

  it('goes straight to the last rows', async () => {
    const calls = backend(upTo(1_000_000));
    const list = new QueueList(calls);
    await shown(list, 0, 20);
    expect(await shown(list, 999_979, 999_999)).toEqual([999_980, 1_000_000]);
    expect(calls.walk).not.toHaveBeenCalled();
    expect(vi.mocked(calls.page).mock.calls.length).toBeLessThan(5);
  });

  it('finds the exact rows of a jump to the middle by walking there once', async () => {
    const calls = backend(upTo(100_000));
    const list = new QueueList(calls);
    await shown(list, 0, 20);
    expect(await shown(list, 50_123, 50_143)).toEqual([50_124, 50_144]);
    const walks = vi.mocked(calls.walk).mock.calls.length;
    expect(await shown(list, 20_123, 20_143)).toEqual([20_124, 20_144]);
    expect(vi.mocked(calls.walk).mock.calls.length).toBe(walks);
  });

  it('counts a filtered list bit by bit', async () => {
    const list = new QueueList(backend(upTo(23_456), { isFiltered: true }));
    list.show(0, 20);
    await vi.waitFor(() => expect(list.state().isTotalKnown).toBe(true));
    expect(list.state().total).toBe(23_456);
  });

  it('keeps the row at the top where it is when rows came and went above it', async () => {
    const numbers = upTo(3000).map((number) => number * 10);
    const list = new QueueList(backend(numbers));
    await shown(list, 1000, 1020);
    const top = list.rowAt(1000)?.number;
    numbers.splice(5, 3);
    list.refresh();
    await vi.waitFor(() => expect(list.state().total).toBe(2997));
    expect(list.rowAt(1000)?.number).toBe(top);
  });

  it('corrects indexes at the first row, and says by how much', async () => {
    const numbers = upTo(3000).map((number) => number * 10);
    const list = new QueueList(backend(numbers));
    await shown(list, 1000, 1020);
    numbers.splice(5, 3);
    list.refresh();
    await vi.waitFor(() => expect(list.state().total).toBe(2997));
    for (let first = 1000; first >= 0; first -= 50) {
      list.show(first, first + 20);
      await vi.waitFor(() => expect(list.rowAt(Math.max(first + list.state().shift, 0))).not.toBeNull());
    }
    await vi.waitFor(() => expect(list.state().loaded?.before).toBeNull());
    expect(list.state().shift).toBe(-3);
    expect(list.rowAt(0)?.number).toBe(10);
  });

  it('stays at the end of a list that became shorter than the screen', async () => {
    const numbers = upTo(500);
    const list = new QueueList(backend(numbers));
    await shown(list, 450, 470);
    numbers.splice(100);
    list.refresh();
    await vi.waitFor(() => expect(list.state().total).toBe(100));
    await vi.waitFor(() => expect(list.rowAt(99)?.number).toBe(100));
  });

  it('tells a failure and goes on when it is asked again', async () => {
    const calls = backend(upTo(50));
    vi.mocked(calls.page).mockRejectedValueOnce(new Error('The disk is full.'));
    const list = new QueueList(calls);
    list.show(0, 20);
    await vi.waitFor(() => expect(list.state().error?.message).toBe('The disk is full.'));
    expect(await shown(list, 0, 20)).toEqual([1, 21]);
  });
});
