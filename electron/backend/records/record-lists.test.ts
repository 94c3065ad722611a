import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { likenessOf } from '../../../core/records/look-alikes.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

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

async function add(name: string, serial: string, phones: string[] = []): Promise<string> {
  const { ticket } = await desk.call('ticket.open', {
    by: 'serial',
    serial,
    deviceKind: 'recorder',
    model: 'XVR5116',
  });
  const { ticket: named } = await desk.call('customer.create', {
    ticketId: ticket.id,
    name,
    phones,
    emails: [],
  });
  return named.customer?.id ?? '';
}

type Part = { readonly names: readonly string[]; readonly next: string | null };

const parts = {
  async customer(text: string, after: string | null): Promise<Part> {
    const { customers, next } = await desk.call('customer.list', { text, limit: 2, after });
    return { names: customers.map(({ customer }) => customer.name), next };
  },
  async device(text: string, after: string | null): Promise<Part> {
    const { devices, next } = await desk.call('device.list', { text, limit: 2, after });
    return { names: devices.map(({ device }) => device.serial), next };
  },
};

async function readAll(kind: keyof typeof parts, text: string): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const part: Part = await parts[kind](text, after);
    found.push(...part.names);
    after = part.next;
  } while (after !== null);
  return found;
}

describe('a list of records', () => {
  it('is read on from place to place to its end, each record once', async () => {
    for (const number of [1, 2, 3, 4, 5]) await add(`Anna ${number}`, `SERIAL000${number}`);
    const newestFirst = [5, 4, 3, 2, 1];
    for (const text of ['', 'anna'])
      expect(await readAll('customer', text)).toEqual(newestFirst.map((number) => `Anna ${number}`));
    for (const text of ['', 'xvr51', 'RIAL0'])
      expect(await readAll('device', text)).toEqual(newestFirst.map((number) => `SERIAL000${number}`));
    expect(await readAll('customer', 'nobody')).toEqual([]);
  });

  it('tells namesakes apart by how many devices they have', async () => {
    const customerId = await add('Anna', 'SERIAL0001');
    const { ticket } = await desk.call('ticket.open', {
      by: 'serial',
      serial: 'SERIAL0002',
      deviceKind: 'camera',
      model: '',
    });
    await desk.call('ticket.attachCustomer', { ticketId: ticket.id, customerId });
    const { customers } = await desk.call('customer.list', { text: 'anna', limit: 5, after: null });
    expect(customers).toMatchObject([{ customer: { id: customerId }, deviceCount: 2 }]);
  });
});

describe('while one types', () => {
  it('a known customer is named, with what both have in common', async () => {
    await desk.call('desk.updateSettings', { change: { country: 'DE' }, version: 0 });
    await add('Anna Kowalska', 'SERIAL0001', ['030 123456']);
    const suggest = async (typed: { name?: string; phones?: string[] }) =>
      (await desk.call('customer.suggest', { name: '', phones: [], emails: [], ...typed })).doubles.map(
        ({ shared }) => shared,
      );
    expect(await suggest({ name: 'Somebody', phones: ['+49 30 / 123456'] })).toEqual(['phone']);
    expect(await suggest({ name: 'anna kowalská' })).toEqual(['name']);
    expect(await suggest({ name: 'Anna' })).toEqual([]);
  });

  it('a known device is named as soon as its serial begins like what was typed', async () => {
    await add('Anna', '4G0A1B2PAZ');
    const suggest = async (typed: string) =>
      (await desk.call('device.suggest', { typed })).devices.map(({ device }) => device.serial);
    expect(await suggest('4G0A')).toEqual([]);
    expect(await suggest('46OA1')).toEqual(['4G0A1B2PAZ']);
    expect(await suggest('4G0A1B2PAZ')).toEqual(['4G0A1B2PAZ']);
    expect(await suggest('4G0A1C')).toEqual([]);
  });

  it('the database groups characters as the program does', async () => {
    const serial = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    await add('Anna', serial);
    const connection = await connect(folder.file, testKey, { mustExist: true });
    const likeness = connection.prepare('select likeness from devices').pluck().get([]);
    connection.close();
    expect(likeness).toBe(likenessOf(serial));
  });
});
