import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

/** Writes into the file while the desk is closed, as a program of another version would have. */
async function rewrite(statement: string): Promise<void> {
  await desk.close();
  const connection = await connect(folder.file, testKey, { mustExist: true });
  connection.exec(statement);
  connection.close();
  desk = await openTestDesk(folder.file);
}

async function customerWith(name: string, serial: string) {
  const by = { by: 'serial', serial, deviceKind: 'recorder', model: '' } as const;
  const { ticket } = await desk.call('ticket.open', by);
  const fields = { name, phones: ['+34612345678'], emails: [] };
  const made = (await desk.call('customer.create', { ticketId: ticket.id, ...fields })).ticket;
  await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
  return { customerId: made.customer?.id ?? '', deviceId: made.device?.id ?? '' };
}

const strip = (...fields: string[]) => {
  const paths = fields.flatMap((field) => [`'$.before.${field}'`, `'$.after.${field}'`]).join(', ');
  return `update record_details set details = json_remove(details, ${paths})`;
};

describe('a log that a version with fewer fields has written', () => {
  it('lets a merge of devices be taken back', async () => {
    const kept = await customerWith('Anna', 'SERIAL0001');
    const other = await customerWith('Anna', 'SERIAL0002');
    await desk.call('device.merge', { keptId: kept.deviceId, otherId: other.deviceId, choices: {} });
    await rewrite(strip('generation', 'vendorFamily', 'model', 'siteId'));
    await desk.call('desk.undo', { commandId: null });
    const { devices } = await desk.call('device.list', { text: '', limit: 9, after: null });
    expect(devices.map(({ device }) => [device.serial, device.model, device.generation]).toSorted()).toEqual([
      ['SERIAL0001', '', null],
      ['SERIAL0002', '', null],
    ]);
  });

  it('lets a merge be taken back that was made before devices had a firmware version', async () => {
    const kept = await customerWith('Anna', 'SERIAL0001');
    const other = await customerWith('Anna', 'SERIAL0002');
    await desk.call('device.merge', { keptId: kept.deviceId, otherId: other.deviceId, choices: {} });
    await rewrite(strip('firmwareVersion'));
    await desk.call('desk.undo', { commandId: null });
    const { devices } = await desk.call('device.list', { text: '', limit: 9, after: null });
    expect(devices.map(({ device }) => device.firmwareVersion)).toEqual(['', '']);
  });

  it('lets a merge of customers be taken back', async () => {
    const kept = await customerWith('Anna', 'SERIAL0001');
    const other = await customerWith('Ana', 'SERIAL0002');
    await desk.call('customer.merge', { keptId: kept.customerId, otherId: other.customerId, choices: {} });
    await rewrite(strip('notes', 'language', 'emails'));
    await desk.call('desk.undo', { commandId: null });
    const { customers } = await desk.call('customer.search', { text: '', limit: 9 });
    expect(customers.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Anna']);
  });

  it('and one with fields or values that are not known here, too', async () => {
    const { customerId } = await customerWith('Anna', 'SERIAL0001');
    const { customer } = await desk.call('customer.getPage', { customerId });
    const change = { language: 'es' } as const;
    await desk.call('customer.update', { customerId, version: customer.version, change });
    await rewrite(
      "update record_details set details = json_set(details, '$.after.pronoun', 'x', '$.before.language', 'tlh') where kind = 'customer' and sequence = 2",
    );
    await desk.call('desk.undo', { commandId: null });
    expect((await desk.call('customer.getPage', { customerId })).customer.language).toBeNull();
  });
});

it('settings of the desk that lack fields, or have others, are read by defaults', async () => {
  await desk.call('desk.updateSettings', {
    change: { shop: { name: 'Corner Shop' }, country: 'DE' },
    version: 0,
  });
  await rewrite(
    "update settings_shared set value = json_set(json_remove(value, '$.shop.address', '$.checklist', '$.retention'), '$.later', 1, '$.shop.later', 1)",
  );
  expect((await desk.call('desk.getSettings', {})).settings).toMatchObject({
    shop: { name: 'Corner Shop', address: '' },
    country: 'DE',
    retention: { customers: null, attachments: null },
  });
});

it('what is known of the clock and the last check is read by defaults', async () => {
  await rewrite(
    "update desk_state set value = json_remove(value, '$.offsetMs') where name = 'clock'; insert or replace into desk_state (name, value) values ('safety.lastCheck', '{\"result\": {}}')",
  );
  expect(await desk.call('safety.getState', {})).toMatchObject({});
});
