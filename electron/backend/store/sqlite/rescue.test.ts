import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import { openTestDesk, resetScan, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import { openSqliteStore, rescueDatabase } from './open-sqlite-store.ts';
import { withConnection } from './restore.ts';

const act = { at: Date.UTC(2026, 10, 25, 22, 17, 6), actor: 'Ada' };
const tickets = 60;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  folder = temporaryFolder();
  const desk = await openTestDesk(folder.file);
  for (let index = 0; index < tickets; index += 1)
    await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
  await desk.close();
});
afterEach(() => folder.remove());

/** Flips a bit in the middle of these pages (1, 2, 3...). */
function damagePages(...pages: readonly number[]): void {
  const bytes = readFileSync(folder.file);
  for (const page of pages) {
    const position = (page - 1) * 4096 + 2000;
    bytes[position] = (bytes[position] ?? 0) ^ 0x10;
  }
  writeFileSync(folder.file, bytes);
}

/** The pages that hold the rows of these tables, and no others. */
function leafPages(...tables: readonly string[]): Promise<number[]> {
  return withConnection(folder.file, testKey, (connection) => {
    const pages = connection.prepare(
      `select pageno from dbstat where pagetype = 'leaf' and name in (${tables.map(() => '?').join()})`,
    );
    return pages.pluck().all(tables).map(Number);
  });
}

describe('rescueDatabase', () => {
  it('brings everything over from a database that is whole', async () => {
    const { report } = await rescueDatabase(folder.file, testKey, act);
    expect(report).toMatchObject({ tickets, lastTicketNumber: tickets, damagedTables: [] });
    const desk = await openTestDesk(folder.file);
    const { rows, counts } = await desk.call('ticket.list', {
      lane: 'now',
      search: '',
      limit: 100,
      after: null,
    });
    expect([rows.length, counts.now]).toEqual([tickets, tickets]);
    expect((await desk.call('ticket.open', { by: 'hand' })).ticket.number).toBe(tickets + 1);
    await desk.close();
  });

  it('tells no change of the rows that it copies, and of those after it', async () => {
    await rescueDatabase(folder.file, testKey, act);
    const changed = () =>
      withConnection(folder.file, testKey, (connection) =>
        connection.prepare('select kind from changes').pluck().all(),
      );
    expect(await changed()).toEqual([]);
    const desk = await openTestDesk(folder.file);
    await desk.call('ticket.open', { by: 'hand' });
    await desk.close();
    expect(await changed()).toContain('ticket');
  });

  it('steps over damaged pages, keeps whole histories whole and gives out no number twice', async () => {
    damagePages(
      ...(await leafPages('tickets', 'ticket_events', 'scans')).filter((_, index) => index % 3 === 1),
    );
    const { report, aside } = await rescueDatabase(folder.file, testKey, act);
    expect(aside).toContain('.aside-');
    expect(report.damagedTables.length).toBeGreaterThan(0);
    const store = await openSqliteStore(folder.file, testKey);
    const rest = await store.transact(async ({ tickets: all, events }) => {
      const page = await all.list({ lane: 'now', numbers: null, limit: 100, after: null });
      return Promise.all(page.map(async ({ id }) => events.findBroken(id)));
    });
    expect(rest.length).toBe(report.tickets);
    expect(rest.every((broken) => broken === null)).toBe(true);
    await store.close();
    const desk = await openTestDesk(folder.file);
    expect((await desk.call('ticket.open', { by: 'hand' })).ticket.number).toBe(tickets + 1);
    await desk.close();
  });

  it('leaves no details behind whose entry was lost, so that the records can go on', async () => {
    const desk = await openTestDesk(folder.file);
    for (let index = 0; index < 40; index += 1) {
      const { ticket } = await desk.call('ticket.open', { by: 'hand' });
      await desk.call('customer.create', {
        ticketId: ticket.id,
        name: `Anna ${index}`,
        phones: [],
        emails: [],
      });
      await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Calls back' });
    }
    await desk.close();
    damagePages(...(await leafPages('record_log', 'ticket_events')).slice(1));
    const { report } = await rescueDatabase(folder.file, testKey, act);
    expect(report.damagedTables).toContain('record_log');
    const rescued = await openTestDesk(folder.file);
    const { customers } = await rescued.call('customer.list', { text: '', limit: 50, after: null });
    expect(customers).toHaveLength(40);
    for (const { customer } of customers) {
      const { id: customerId, version } = customer;
      await rescued.call('customer.update', { customerId, version, change: { notes: 'Seen' } });
    }
    await rescued.close();
    expect(rescued.bugs).toEqual([]);
  });

  it('says so when the first page is gone, and leaves the file where it is', async () => {
    damagePages(1);
    const before = readFileSync(folder.file);
    const failure = await rescueDatabase(folder.file, testKey, act).catch((error: unknown) => error);
    expect(failure instanceof CallError && storeFailureOf(failure)).toBe('damaged');
    expect(readFileSync(folder.file).equals(before)).toBe(true);
  });
});
