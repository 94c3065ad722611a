import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import type { Store } from '../ports/store.ts';
import { openSqliteStore, rescueDatabase } from './open-sqlite-store.ts';
import { withConnection } from './restore.ts';

/** Tables whose changes are not told, and why. */
const untold: Readonly<Record<string, string>> = {
  sequences: 'numbers that are given out',
  lane_counts: 'counts tickets, which are told',
  ticket_tags: 'tags of tickets, which are told',
  scan_crops: 'comes and goes with its scan or its ticket, which are told',
  attachment_parts: 'the content of attachments, which are told and never change',
  record_log: 'each entry has its details beside it, which are told',
  drafts: 'half-typed text of one window',
  desk_state: 'what this computer remembers by itself',
  handled_requests: 'which calls were carried out',
  done_commands: 'who has done something is told by an event of its own',
  playbooks: 'a version never changes, and is asked for by its number',
  search_docs: 'the index of records, which are told',
  search_keys: 'how far the index is',
  records_head: 'the head of all trails',
  changes: 'the feed itself',
  feed: 'the feed itself',
};

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

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openSqliteStore(folder.file, testKey);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const present = async () => (await desk.call('record.listChanges', { since: null })).cursor;
const since = async (cursor: string) => (await desk.call('record.listChanges', { since: cursor })).changes;
const note = async (text: string) => {
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  return (await desk.call('ticket.addNote', { ticketId: ticket.id, text })).ticket;
};

it('is fed by every table of which windows show something: a new one is told, or says here why it is not', async () => {
  await desk.close();
  await withConnection(folder.file, testKey, (connection) => {
    const tables = connection
      .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table'`)
      .pluck()
      .all()
      .map(String)
      .filter((name) => !/^(sqlite|kysely)_/.test(name));
    const triggers = connection
      .prepare(`select name from sqlite_master where type = 'trigger'`)
      .pluck()
      .all();
    const isTold = (table: string) =>
      ['new', 'changed', 'gone'].every((event) => triggers.includes(`feed_${table}_${event}`));
    expect(tables.filter((table) => !isTold(table)).sort()).toEqual(Object.keys(untold).sort());
    const fed = triggers.filter((name) => String(name).startsWith('feed_')).length / 3;
    expect(fed).toBe(tables.length - Object.keys(untold).length);
  });
});

it('looks at every column of a table that has some which nobody sees: a new one is looked at, or is one of them', async () => {
  // A ticket's `code_at` is of its events, and changes with its version only.
  const hidden = ['search_key', 'search_codes', 'notes_key', 'customer_order', 'code_at'];
  await desk.close();
  await withConnection(folder.file, testKey, (connection) => {
    for (const table of ['tickets', 'customers', 'devices']) {
      const trigger = connection
        .prepare('select sql from sqlite_master where name = ?')
        .pluck()
        .get([`feed_${table}_changed`]);
      const columns = connection.prepare('select name from pragma_table_info(?)').pluck().all([table]);
      const unseen = columns.filter((name) => !String(trigger).includes(`old.${name} is not new.${name}`));
      expect(unseen.filter((name) => !hidden.includes(String(name)))).toEqual([]);
    }
  });
});

describe('the feed', () => {
  it('names each changed record once, with the version that a ticket has now', async () => {
    const cursor = await present();
    const { id, version } = await note('Postbox');
    const changes = await since(cursor);
    expect(changes?.filter(({ kind }) => kind === 'ticket')).toEqual([
      { kind: 'ticket', id, isGone: false, version },
    ]);
    expect(await since(await present())).toEqual([]);
  });

  it('says of a record that it is gone, and that it is there again', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('customer.create', { ticketId: ticket.id, name: 'Anna', phones: [], emails: [] });
    const { customer } = (await desk.call('ticket.get', { ticketId: ticket.id })).ticket;
    const { site } = await desk.call('site.create', {
      customerId: customer?.id ?? '',
      name: 'Shop',
      address: '',
    });
    const change = { kind: 'site', id: site.id, version: null };
    const made = await present();
    await desk.call('desk.undo', { commandId: null });
    expect(await since(made)).toContainEqual({ ...change, isGone: true });
    const undone = await present();
    await desk.call('desk.redo', { commandId: null });
    expect(await since(undone)).toContainEqual({ ...change, isGone: false });
  });

  it('goes on behind the same place when the database was closed and opened again', async () => {
    const cursor = await present();
    const { id } = await note('Before');
    await desk.close();
    desk = await openTestDesk(folder.file);
    await note('After');
    const tickets = (await since(cursor))?.filter(({ kind }) => kind === 'ticket') ?? [];
    expect(tickets).toHaveLength(2);
    expect(tickets[0]?.id).toBe(id);
  });

  it('has nothing of a transaction that failed, and nobody is told of it', async () => {
    await desk.close();
    await withStore(async (store) => {
      const { cursor } = await store.changesSince(null);
      let told = 0;
      store.subscribe(() => {
        told += 1;
      });
      const failing = store.transact(async ({ savedViews }) => {
        await savedViews.replaceAll([]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect((await store.changesSince(cursor)).changes).toEqual([]);
      await store.transact(({ desk: own }) => own.setLastTicket(null));
      expect(told).toBe(0);
    });
    desk = await openTestDesk(folder.file);
  });

  it.each([
    ['no place at all', 'anything'],
    ['a place of other records', '0123456789abcdef-3'],
    ['a place that is not reached yet', 'PRESENT0'],
  ])('says that all may have changed to a reader that comes with %s', async (_, cursor) => {
    await note('Postbox');
    expect(await since(cursor.replace('PRESENT', await present()))).toBeNull();
  });

  it('says so too when there is too much to name, and when the place is older than what is kept', async () => {
    const cursor = await present();
    await note('Postbox');
    await desk.close();
    await withConnection(folder.file, testKey, (connection) =>
      connection.exec(`with recursive series (n) as (select 1 union all select n + 1 from series where n < 501)
        insert into changes (kind, id, gone) select 'device', n, 0 from series`),
    );
    desk = await openTestDesk(folder.file);
    expect(await since(cursor)).toBeNull();
    const near = await present();
    await desk.close();
    await withConnection(folder.file, testKey, (connection) =>
      connection.exec(`with recursive series (n) as (select 1 union all select n + 1 from series where n < 50001)
        insert into changes (kind, id, gone) select 'device', 'one', 0 from series`),
    );
    await withStore(async (store) => store.tidy());
    desk = await openTestDesk(folder.file);
    expect(await since(near)).toBeNull();
    expect(await since(await present())).toEqual([]);
  });

  it('takes out what is too old a part at a time, until no more than what is kept is left', async () => {
    await desk.close();
    await withConnection(folder.file, testKey, (connection) =>
      connection.exec(`delete from changes;
        with recursive series (n) as (select 1 union all select n + 1 from series where n < 75000)
        insert into changes (kind, id, gone) select 'device', 'one', 0 from series`),
    );
    const left: unknown[] = [];
    for (let look = 0; look < 4; look += 1) {
      await withStore(async (store) => store.tidy());
      await withConnection(folder.file, testKey, (connection) =>
        left.push(connection.prepare('select count(*) from changes').pluck().get()),
      );
    }
    expect(left).toEqual([65_000, 55_000, 50_000, 50_000]);
    desk = await openTestDesk(folder.file);
  });

  it('begins a new line of places when other records were put in place', async () => {
    const cursor = await present();
    await note('Postbox');
    await desk.close();
    await rescueDatabase(folder.file, testKey, { at: Date.UTC(2026, 0, 1), actor: 'Ada' });
    desk = await openTestDesk(folder.file);
    expect(await since(cursor)).toBeNull();
  });
});
