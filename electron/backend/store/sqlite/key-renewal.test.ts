import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../../testing/test-desk.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { withConnection } from './restore.ts';

const phone = '0171 555123';
const names = ['Anna Berg', 'Bruno Costa', 'Chiara Deen'];
const groups = ['customers', 'devices', 'tickets', 'notes'] as const;

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
  for (const [index, name] of names.entries()) {
    const { ticket } = await desk.call('ticket.open', {
      by: 'serial',
      serial: `4G0A1B2PAZ${index}`,
      deviceKind: 'recorder',
      model: 'XVR5116',
    });
    await desk.call('customer.create', { ticketId: ticket.id, name, phones: [phone], emails: [] });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: `Postbox of ${name}` });
  }
});
afterEach(async () => {
  await desk.close();
  folder.remove();
});

/** As a former version of the rule has left it: nothing is found. */
async function reopenWithFormerKeys(): Promise<void> {
  await desk.close();
  await withConnection(folder.file, testKey, (connection) => {
    connection.exec(`update customers set search_key = '', search_codes = '', notes_key = ''`);
    connection.exec(`update devices set search_key = '', search_codes = ''`);
    connection.exec(`update search_docs set words = '', codes = '' where record_id like '%:%'`);
    connection.exec('update search_keys set version = 0, kind = null, done = 0, total = 0');
  });
  desk = await openTestDesk(folder.file);
}

async function found(text: string): Promise<number[]> {
  const answer = await desk.call('desk.search', { text, groups: [...groups], limit: 9 });
  return groups.map((asked) => answer.groups.find(({ group }) => group === asked)?.hits.length ?? -1);
}

it('makes the keys anew after the rule has changed, and says how far it is', async () => {
  await reopenWithFormerKeys();
  expect(await found('chiara')).toEqual([0, 0, 0, 0]);
  while (await desk.backend.maintenance.renewSearch()) expect(desk.bugs).toEqual([]);
  expect(await found('chiara')).toEqual([1, 0, 1, 1]);
  expect(await found('4g0a1b2paz1')).toEqual([0, 1, 1, 0]);
  expect(await found('postbox')).toEqual([0, 0, 0, 3]);
  expect(await desk.backend.maintenance.renewSearch()).toBe(false);
});

it('goes on where it stopped', async () => {
  await reopenWithFormerKeys();
  await desk.close();
  const steps: (number | undefined)[] = [];
  for (let step = 0; step < 4; step += 1) {
    const store = await openSqliteStore(folder.file, testKey);
    const progress = await store.transact(({ search }) => search.renewKeys(2));
    steps.push(progress?.done);
    if (progress !== null) expect(progress.total).toBe(9);
    await store.close();
  }
  expect(steps).toEqual([2, 4, 6, 8]);
  desk = await openTestDesk(folder.file);
  expect(await found('bruno')).toEqual([1, 0, 1, 1]);
  expect((await desk.call('safety.getState', {})).searchRenewal).toBeNull();
  expect(await desk.backend.maintenance.renewSearch()).toBe(false);
  expect(await found('postbox')).toEqual([0, 0, 0, 3]);
});

it('changes no version of a record, and leaves the trails as they are', async () => {
  const before = await desk.call('customer.search', { text: 'anna', limit: 1 });
  await reopenWithFormerKeys();
  await desk.backend.maintenance.renewSearch();
  expect(await desk.call('customer.search', { text: 'anna', limit: 1 })).toEqual(before);
});

it('has nothing to do in a new database', async () => {
  expect(await desk.backend.maintenance.renewSearch()).toBe(false);
});

/** As a version has left it that noted no rule, though its keys are right. */
async function reopenWithoutNote(): Promise<void> {
  await desk.close();
  await withConnection(folder.file, testKey, (connection) =>
    connection.exec('update search_keys set version = 0, kind = null, done = 0, total = 0'),
  );
  desk = await openTestDesk(folder.file);
}

it.each([
  ['are right already', reopenWithoutNote],
  ['were others', reopenWithFormerKeys],
])('tells no change to anybody where the keys %s', async (_, reopen) => {
  await reopen();
  const { cursor } = await desk.call('record.listChanges', { since: null });
  await desk.backend.maintenance.renewSearch();
  expect(await desk.call('record.listChanges', { since: cursor })).toEqual({ cursor, changes: [] });
});

it('keeps what was changed last before what was changed earlier', async () => {
  const order = async () => {
    const input = { text: '0171555', groups: ['customers' as const], limit: 9 };
    return (await desk.call('desk.search', input)).groups[0]?.hits.map((hit) => JSON.stringify(hit));
  };
  const { customers } = await desk.call('customer.search', { text: 'anna', limit: 1 });
  const { id: customerId = '', version = 0 } = customers[0] ?? {};
  await desk.call('customer.update', { customerId, version, change: { notes: 'Rings twice.' } });
  const before = await order();
  expect(before).toEqual(
    ['Anna Berg', 'Chiara Deen', 'Bruno Costa'].map((name) => expect.stringContaining(name)),
  );
  await reopenWithFormerKeys();
  await desk.backend.maintenance.renewSearch();
  expect(await order()).toEqual(before);
});
