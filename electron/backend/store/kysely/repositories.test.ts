import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankDevice } from '../../../../core/records/device-fields.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import type { Store } from '../ports/store.ts';
import { connect } from '../sqlite/connection.ts';
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts';

const nobody = { name: '', phones: [], emails: [], language: null, notes: '' };

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
});

/** The store by itself, which nobody else may have open. */
async function openStore(): Promise<Store> {
  await desk.close();
  return openSqliteStore(folder.file, testKey);
}

async function ticketWithNotes(): Promise<string> {
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  for (const text of ['One.', 'Two.']) await desk.call('ticket.addNote', { ticketId: ticket.id, text });
  return ticket.id;
}

async function findBroken(ticketId: string): Promise<number | null> {
  const store = await openStore();
  const broken = await store.transact(({ events }) => events.findBroken(ticketId));
  await store.close();
  return broken;
}

describe('ticket events', () => {
  it('can be neither changed nor removed', async () => {
    const ticketId = await ticketWithNotes();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    expect(() => connection.exec(`update ticket_events set actor = 'Someone'`)).toThrow('append-only');
    expect(() => connection.exec('delete from ticket_events')).toThrow('append-only');
    connection.close();
    expect(await findBroken(ticketId)).toBeNull();
  });

  it.each([
    ['an entry', `update ticket_events set event = replace(event, 'noteAdded', 'codeArrived')`],
    ['a text', `update event_texts set content = replace(content, 'One.', 'Won.')`],
  ])('show where somebody changed %s behind the app', async (_, change) => {
    const ticketId = await ticketWithNotes();
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.exec('drop trigger ticket_events_never_change');
    connection.exec(change);
    connection.close();
    expect(await findBroken(ticketId)).toBe(3);
  });
});

describe('the store', () => {
  it('rolls a failed transaction back whole and tells its cause', async () => {
    const store = await openStore();
    const id = '0190a0a0-0000-7000-8000-000000000001';
    const failing = store.transact(async ({ customers }) => {
      await customers.insert({ ...nobody, id, name: 'Anna' }, 1);
      throw new Error('The cause.');
    });
    await expect(failing).rejects.toThrow('The cause.');
    expect(await store.transact(({ customers }) => customers.find(id))).toBeNull();
    await store.close();
  });

  it('refuses a device or customer that is not there', async () => {
    const store = await openStore();
    const device = {
      ...blankDevice,
      id: '0190a0a0-0000-7000-8000-000000000001',
      serial: '4G0A1B2PAZ',
      kind: 'recorder' as const,
      model: '',
      customerId: '0190a0a0-0000-7000-8000-000000000002',
    };
    await expect(store.transact(({ devices }) => devices.insert(device, 1))).rejects.toThrow('FOREIGN KEY');
    await store.close();
  });
});

describe('an update from an older version', () => {
  it('changes nothing and answers null', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Newer.' });
    const store = await openStore();
    const { id, number, version, openedAt, state } = ticket;
    const projection = { state, lane: 'closed' as const, nextEvent: null, workOrder: 0 };
    const updated = await store.transact(({ tickets }) =>
      tickets.update({ id, number, version, openedAt, state }, projection, 5),
    );
    expect(updated).toBeNull();
    await store.close();
    desk = await openTestDesk(folder.file);
    expect((await desk.call('ticket.get', { ticketId: id })).ticket.version).toBe(2);
  });
});
