import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueuePlace } from '../../../core/contract/queue-calls.ts';
import { laneView, NO_FILTER, type QueueFilter, type QueueView } from '../../../core/queue/view.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

async function openTickets(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push((await desk.call('ticket.open', { by: 'hand' })).ticket.id);
  return ids;
}

type Part = { from?: QueuePlace | null; direction?: 'forward' | 'backward'; skip?: number; limit?: number };

const page = (view: QueueView, { from = null, direction = 'forward', skip = 0, limit = 50 }: Part = {}) =>
  desk.call('queue.page', { view, from, direction, skip, limit });

const filtered = (lane: QueueView['lane'], filter: Partial<QueueFilter>): QueueView => ({
  ...laneView(lane),
  filter: { ...NO_FILTER, ...filter },
});

async function numbers(view: QueueView, part?: Part): Promise<number[]> {
  return (await page(view, part)).rows.map((row) => row.number);
}

describe('a page of the queue', () => {
  it('is read on from either edge to the other, each ticket once', async () => {
    await openTickets(7);
    const view = laneView('open');
    for (const direction of ['forward', 'backward'] as const) {
      const seen: number[][] = [];
      let from: QueuePlace | null = null;
      do {
        const answer: Awaited<ReturnType<typeof page>> = await page(view, { from, direction, limit: 3 });
        seen.push(answer.rows.map((row) => row.number));
        from = answer.next;
      } while (from !== null);
      const inOrder = direction === 'forward' ? seen : seen.reverse();
      expect(inOrder.flat()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });

  it('turns around when the order does, and leaves out what is skipped', async () => {
    await openTickets(4);
    expect(await numbers({ ...laneView('open'), sort: 'opened', isReversed: true })).toEqual([1, 2, 3, 4]);
    expect(await numbers(laneView('open'), { skip: 1, limit: 2 })).toEqual([2, 3]);
  });

  it('puts first what is due, then what is at hand, then what waits', async () => {
    const [atHand = ''] = await openTickets(1);
    const waiting: string[] = [];
    for (const _ of [1, 2]) {
      const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
      const answer = (stepId: string, answerId: string) =>
        desk.call('ticket.answerStep', {
          ticketId: ticket.id,
          stepId,
          answerId,
          evidence: [],
          mailAddress: null,
        });
      await answer('ownership', 'shown');
      await answer('submit', 'byDmss');
      waiting.push(ticket.id);
      desk.wait(60_000);
    }
    const view = laneView('mine');
    expect(await numbers(view)).toEqual([1, 2, 3]);
    desk.wait(8 * 60_000);
    await desk.backend.tick();
    expect(await numbers(view)).toEqual([2, 1, 3]);
    await desk.call('ticket.remind', { ticketId: waiting[0] ?? '', minutes: 60 });
    expect(await numbers(view)).toEqual([1, 3, 2]);
    await desk.call('ticket.remind', { ticketId: atHand, minutes: 5 });
    expect(await numbers(view)).toEqual([3, 1, 2]);
  });

  it("has what is the agent's own apart from what others have and from what nobody has", async () => {
    const [first = '', second = '', third = ''] = await openTickets(4);
    await desk.call('ticket.changeMany', {
      ticketIds: [first, third],
      change: { kind: 'assign', assignee: 'Ada' },
    });
    await desk.call('ticket.changeMany', { ticketIds: [second], change: { kind: 'assign', assignee: null } });
    expect(await numbers(laneView('mine'))).toEqual([4]);
    expect(await numbers(laneView('others'))).toEqual([1, 3]);
    expect(await numbers(laneView('unassigned'))).toEqual([2]);
    expect((await numbers(laneView('open'))).toSorted()).toEqual([1, 2, 3, 4]);
    const counts = { mine: 1, others: 2, unassigned: 1, open: 4, closed: 0 };
    expect((await desk.call('queue.counts', {})).counts).toEqual(counts);
    expect((await page(laneView('others'), { limit: 1 })).total).toBe(2);
    expect(await desk.call('queue.walk', { view: laneView('others'), from: null })).toMatchObject({
      rows: 2,
    });
  });

  it('tells how many there are from the counter, but not with a filter', async () => {
    await openTickets(3);
    expect((await page(laneView('open'), { limit: 1 })).total).toBe(3);
    expect((await page(filtered('open', { phases: ['wait'] }), { limit: 1 })).total).toBeNull();
    expect((await desk.call('queue.counts', {})).counts).toMatchObject({ mine: 3, open: 3, closed: 0 });
  });
});

describe('a filter of the queue', () => {
  it('looks for every word in names, phones, serials and ticket numbers', async () => {
    const { ticket } = await desk.call('ticket.open', {
      by: 'serial',
      serial: '4G0A1B2PAZ',
      deviceKind: 'camera',
      model: 'IPC',
    });
    await openTickets(1);
    const find = (text: string) => numbers(filtered('open', { text }));
    expect(await find('4g0a1')).toEqual([ticket.number]);
    expect(await find('2')).toContain(2);
    expect(await find('4g0a1 nobody')).toEqual([]);
    expect(await numbers(filtered('open', { kinds: ['camera'] }))).toEqual([ticket.number]);
  });

  it('lets steps and outcomes through', async () => {
    const [first, second] = await openTickets(2);
    await desk.call('ticket.close', { ticketId: first ?? '', outcome: 'referred' });
    expect(await numbers(filtered('open', { phases: ['ownership'] }))).toEqual([2]);
    expect(await numbers(filtered('open', { phases: ['wait'] }))).toEqual([]);
    await desk.call('ticket.close', { ticketId: second ?? '', outcome: 'abandoned' });
    expect(await numbers(filtered('closed', { outcomes: ['referred'] }))).toEqual([1]);
  });
});

describe('a walk along the queue', () => {
  it('counts what fits and says that it is at the end', async () => {
    await openTickets(5);
    const walk = (view: QueueView) => desk.call('queue.walk', { view, from: null });
    expect(await walk(laneView('open'))).toEqual({ places: [], rows: 5, next: null });
    expect(await walk(filtered('open', { text: '3' }))).toEqual({ places: [], rows: 1, next: null });
  });
});

describe('a change of many tickets', () => {
  const assigned = (ticketIds: string[], assignee: string | null) =>
    desk.call('ticket.changeMany', { ticketIds, change: { kind: 'assign', assignee } });

  it('changes each for itself and says which were refused and why', async () => {
    const [first = '', second = '', third = ''] = await openTickets(3);
    await desk.call('ticket.close', { ticketId: second, outcome: 'referred' });
    const gone = '0199aa00-0000-7000-8000-000000000001';
    const { results } = await assigned([first, second, third, gone], 'Ada');
    expect(results).toEqual([
      { ticketId: first, number: 1, refusal: null },
      { ticketId: second, number: 2, refusal: 'The ticket is closed.' },
      { ticketId: third, number: 3, refusal: null },
      { ticketId: gone, number: null, refusal: 'There is no such ticket.' },
    ]);
    expect(await numbers(filtered('open', { owners: ['agent:Ada'] }))).toEqual([1, 3]);
    expect(await numbers(filtered('open', { owners: ['me', 'nobody'] }))).toEqual([]);
  });

  it('moves tickets into the lane of those that nobody has, and out of it', async () => {
    const ids = await openTickets(2);
    await assigned(ids, null);
    expect((await desk.call('queue.counts', {})).counts.unassigned).toBe(2);
    expect(await numbers(laneView('unassigned'))).toEqual([1, 2]);
    await assigned(ids.slice(0, 1), 'Bo');
    expect(await numbers(laneView('unassigned'))).toEqual([2]);
  });

  it('puts the most urgent first, and of equals the one that was opened first', async () => {
    const [, second = '', third = ''] = await openTickets(4);
    const change = { kind: 'setPriority', priority: 'urgent' } as const;
    await desk.call('ticket.changeMany', { ticketIds: [third, second], change });
    expect(await numbers({ ...laneView('open'), sort: 'priority' })).toEqual([2, 3, 1, 4]);
    expect(await numbers(filtered('open', { priorities: ['urgent'] }))).toEqual([2, 3]);
  });

  it('tags, closes and opens again', async () => {
    const ticketIds = await openTickets(2);
    await desk.call('ticket.changeMany', { ticketIds, change: { kind: 'addTag', tag: 'VIP' } });
    expect(await numbers(filtered('open', { tags: ['VIP', 'none'] }))).toEqual([1, 2]);
    await desk.call('ticket.changeMany', { ticketIds, change: { kind: 'removeTag', tag: 'VIP' } });
    expect(await numbers(filtered('open', { tags: ['VIP'] }))).toEqual([]);
    await desk.call('ticket.changeMany', { ticketIds, change: { kind: 'close', outcome: 'abandoned' } });
    expect(await numbers(laneView('closed'))).toEqual([2, 1]);
    await desk.call('ticket.changeMany', { ticketIds, change: { kind: 'reopen' } });
    expect(await numbers(laneView('open'))).toEqual([1, 2]);
  });

  it('changes nothing twice when it comes again, and tells what each ticket is like now', async () => {
    const [ticketId = ''] = await openTickets(1);
    const requestId = '0199aa00-0000-7000-8000-0000000000aa';
    const give = (assignee: string) =>
      desk
        .again(requestId)
        .call('ticket.changeMany', { ticketIds: [ticketId], change: { kind: 'assign', assignee } });
    await give('Ada');
    await assigned([ticketId], 'Bo');
    expect((await give('Ada')).results).toEqual([
      { ticketId, number: 1, refusal: 'The ticket was not changed.' },
    ]);
    expect(await numbers(filtered('open', { owners: ['agent:Bo'] }))).toEqual([1]);
  });
});

describe('customers of the queue', () => {
  it('are ordered by name, also after a change of name, and those without one come last', async () => {
    const [first = '', second = ''] = await openTickets(3);
    const create = (ticketId: string, name: string) =>
      desk.call('customer.create', { ticketId, name, phones: [], emails: [] });
    const { ticket } = await create(first, 'Żaneta');
    await create(second, 'Øyvind');
    const view: QueueView = { ...laneView('open'), sort: 'customer' };
    expect(await numbers(view)).toEqual([2, 1, 3]);
    const customerId = ticket.customer?.id ?? '';
    await desk.call('customer.update', { customerId, version: 1, change: { name: 'Aneta' } });
    expect(await numbers(view)).toEqual([1, 2, 3]);
  });
});

describe('saved views', () => {
  it('keep the order that the desk gives them', async () => {
    const create = (name: string, index: number | null = null) =>
      desk.call('view.create', { name, view: laneView('closed'), index });
    await create('Late');
    await create('Mine');
    const { views } = await create('First', 0);
    expect(views.map(({ name }) => name)).toEqual(['First', 'Late', 'Mine']);
    const id = views[2]?.id ?? '';
    const moved = await desk.call('view.move', { viewId: id, index: 1 });
    expect(moved.views.map(({ name }) => name)).toEqual(['First', 'Mine', 'Late']);
    await desk.call('view.rename', { viewId: id, name: '  Ours ' });
    const removed = await desk.call('view.remove', { viewId: views[0]?.id ?? '' });
    expect(removed.views.map(({ name }) => name)).toEqual(['Ours', 'Late']);
    expect(await desk.call('view.list', {})).toEqual(removed);
  });

  it('refuse to change one that is gone', async () => {
    const viewId = '0199aa00-0000-7000-8000-000000000001';
    await expect(desk.call('view.remove', { viewId })).rejects.toMatchObject({ code: 'not_found' });
  });
});
