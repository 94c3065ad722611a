import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laneView, NO_FILTER } from '../../../core/queue/view.ts';
import { appPlaybooks } from '../app-playbooks.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file, appPlaybooks());
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const counts = async () => (await desk.call('queue.counts', {})).counts;
const add = () => desk.call('demo.add', { language: 'en' });

/** Rows of every table, without the tables that count and remember for ever. */
async function rowsByTable(): Promise<Record<string, unknown[]>> {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const tables = connection
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all()
    .map(String)
    .filter(
      (name) =>
        !/^(sequences|desk_log|desk_state|records_head|handled_requests|playbooks|search_|changes)/.test(
          name,
        ),
    );
  const rows = tables.map((table) => [table, connection.prepare(`select * from "${table}"`).all()] as const);
  const docs = connection.prepare('select record_id from search_docs order by record_id').all();
  connection.close();
  return { ...Object.fromEntries(rows), docs };
}

describe('demo data', () => {
  it('fills every lane with tickets whose chains are whole', async () => {
    expect(await add()).toEqual({ tickets: 40 });
    const { mine, others, unassigned, open, closed } = await counts();
    expect([mine, others, unassigned, closed].every((count) => count >= 3)).toBe(true);
    expect([mine + others + unassigned, open + closed]).toEqual([open, 40]);
    const waiting = { ...laneView('open'), filter: { ...NO_FILTER, stages: ['waiting' as const] } };
    const part = { from: null, direction: 'forward', skip: 0, limit: 50 } as const;
    expect((await desk.call('queue.page', { view: waiting, ...part })).rows.length).toBeGreaterThan(3);
    await desk.call('safety.check', {});
    await desk.backend.maintenance.settle();
    expect((await desk.call('safety.getState', {})).lastCheck).toMatchObject({ finding: 'whole' });
    const closedRows = await desk.call('ticket.list', { lane: 'closed', search: '', limit: 50, after: null });
    expect(closedRows.rows.filter(({ outcome }) => outcome === 'resolved').length).toBeGreaterThan(5);
  });

  it('raises no alarm at once', async () => {
    await add();
    await desk.backend.tick();
    expect((await desk.call('alarm.list', {})).unseen).toEqual([]);
  });

  it('goes as it came, and leaves real records as they are', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    await desk.call('customer.create', { ticketId: ticket.id, name: 'Real', phones: [], emails: [] });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Stays' });
    const before = await rowsByTable();
    await add();
    expect(await desk.call('demo.remove', {})).toEqual({ kept: 0 });
    expect(await rowsByTable()).toEqual(before);
    expect(await desk.call('demo.getState', {})).toEqual({ tickets: 0 });
    expect((await desk.call('desk.getLog', { limit: 50 })).entries.map(({ entry }) => entry?.type)).toEqual([
      'demoRemoved',
      'demoAdded',
    ]);
  });

  it('goes also when it was worked with', async () => {
    await add();
    const { rows } = await desk.call('ticket.list', { lane: 'now', search: '', limit: 5, after: null });
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('There is no demo ticket.');
    await desk.call('ticket.addNote', { ticketId: first.id, text: 'A note of mine' });
    await desk.call('ticket.close', { ticketId: second.id, outcome: 'abandoned' });
    await desk.call('desk.setLastTicket', { ticketId: first.id });
    await desk.call('demo.remove', {});
    expect(Object.values(await counts()).every((count) => count === 0)).toBe(true);
    expect(await desk.call('desk.getLastTicket', {})).toEqual({ ticketId: null });
    expect(await desk.call('desk.getUndoable', {})).toEqual({ undo: null, redo: null });
    const found = await desk.call('desk.search', {
      text: 'mine',
      groups: ['notes', 'tickets', 'customers'],
      limit: 5,
    });
    expect(found.groups.flatMap(({ hits }) => hits)).toEqual([]);
  });

  it('stays as far as something real hangs on it', async () => {
    await add();
    const [owner] = (await desk.call('customer.search', { text: 'Oakwood', limit: 1 })).customers;
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.attachCustomer', { ticketId: ticket.id, customerId: owner?.id ?? '' });
    expect(await desk.call('demo.remove', {})).toEqual({ kept: 1 });
    expect((await desk.call('ticket.get', { ticketId: ticket.id })).ticket.customer?.name).toBe(
      'Oakwood Bakery',
    );
    expect((await desk.call('customer.search', { text: '', limit: 50 })).customers).toHaveLength(1);
  });

  it('is not added twice', async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'refused' });
  });
});
