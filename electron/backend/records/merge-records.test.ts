import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

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

const serial = (text: string) => ({ by: 'serial', serial: text, deviceKind: 'recorder', model: '' }) as const;

/** A customer with a device and two tickets, one of them closed. */
async function customerWith(name: string, device: string) {
  const { ticket: first } = await desk.call('ticket.open', serial(device));
  const { ticket } = await desk.call('customer.create', {
    ticketId: first.id,
    name,
    phones: ['0171 55512'],
    emails: [],
  });
  await desk.call('ticket.close', { ticketId: first.id, outcome: 'referred' });
  const { ticket: second } = await desk.call('ticket.open', serial(device));
  const { customer } = ticket;
  if (customer === null || second.device === null) throw new Error('The customer is missing.');
  return { customerId: customer.id, deviceId: second.device.id, ticketIds: [first.id, second.id] };
}

/** Everything about a customer but the counts of changes. */
async function pageOf(customerId: string) {
  const page = await desk.call('customer.getPage', { customerId });
  const devices = page.devices.map((device) => ({ ...device, version: 0 }));
  return { customer: { ...page.customer, version: 0 }, devices, tickets: page.tickets };
}

const stateOf = async (ticketId: string) => (await desk.call('ticket.get', { ticketId })).ticket.state;

describe('merging customers', () => {
  it('moves devices and tickets, takes the chosen fields, and undo brings both back as they were', async () => {
    const kept = await customerWith('Anna Kowalska', 'SERIAL0001');
    const other = await customerWith('A. Kowalska', 'SERIAL0002');
    const before = [await pageOf(kept.customerId), await pageOf(other.customerId)];
    const states = await Promise.all(other.ticketIds.map(stateOf));
    const pair = { keptId: kept.customerId, otherId: other.customerId };
    expect(await desk.call('customer.previewMerge', pair)).toMatchObject({ deviceCount: 1, ticketCount: 2 });

    const { customer } = await desk.call('customer.merge', { ...pair, choices: { name: 'other' } });
    expect(customer.name).toBe('A. Kowalska');
    const merged = await pageOf(kept.customerId);
    expect(merged.devices).toHaveLength(2);
    expect(merged.tickets).toHaveLength(4);
    await expect(pageOf(other.customerId)).rejects.toMatchObject({ code: 'not_found' });

    await desk.call('desk.undo', { commandId: null });
    expect([await pageOf(kept.customerId), await pageOf(other.customerId)]).toEqual(before);
    expect(await Promise.all(other.ticketIds.map(stateOf))).toEqual(states);

    await desk.call('desk.redo', { commandId: null });
    expect(await pageOf(kept.customerId)).toEqual(merged);
  });

  it('can be undone although work went on in the tickets', async () => {
    const kept = await customerWith('Anna', 'SERIAL0001');
    const other = await customerWith('Ana', 'SERIAL0002');
    await desk.call('customer.merge', { keptId: kept.customerId, otherId: other.customerId, choices: {} });
    const merge = desk.lastCommand();
    const ticketId = other.ticketIds[1] ?? '';
    await desk.call('ticket.addNote', { ticketId, text: 'Called back.' });
    desk.wait(20 * 24 * 3_600_000);
    await desk.call('desk.undo', { commandId: merge });
    const { ticket } = await desk.call('ticket.get', { ticketId });
    expect(ticket.customer?.id).toBe(other.customerId);
    expect(ticket.history.some(({ event }) => event.type === 'noteAdded')).toBe(true);
  });

  it('finds the double while there is one, and never itself', async () => {
    const kept = await customerWith('Anna Kowalska', 'SERIAL0001');
    const other = await customerWith('Someone else', 'SERIAL0002');
    const { doubles } = await desk.call('customer.findDoubles', { customerId: kept.customerId });
    expect(doubles).toMatchObject([{ customer: { id: other.customerId }, shared: 'phone' }]);
  });

  it('is refused while both together have more than can be kept', async () => {
    const kept = await customerWith('Anna', 'SERIAL0001');
    const other = await customerWith('Bo', 'SERIAL0002');
    for (const { customerId } of [kept, other]) {
      const { customer } = await desk.call('customer.getPage', { customerId });
      const change = { notes: 'x'.repeat(2500) + customerId };
      await desk.call('customer.update', { customerId, version: customer.version, change });
    }
    const pair = { keptId: kept.customerId, otherId: other.customerId };
    await expect(desk.call('customer.merge', { ...pair, choices: { notes: 'both' } })).rejects.toMatchObject({
      code: 'refused',
    });
    await desk.call('customer.merge', { ...pair, choices: { notes: 'other' } });
  });

  it('is not undone from under a place that a device was put into since', async () => {
    const kept = await customerWith('Anna Kowalska', 'SERIAL0001');
    const other = await customerWith('A. Kowalska', 'SERIAL0002');
    await desk.call('customer.merge', { keptId: kept.customerId, otherId: other.customerId, choices: {} });
    const { undo } = await desk.call('desk.getUndoable', {});
    const { site } = await desk.call('site.create', {
      customerId: kept.customerId,
      name: 'Shop',
      address: '',
    });
    const { devices } = await desk.call('customer.getPage', { customerId: kept.customerId });
    const moved = devices.find(({ id }) => id === other.deviceId);
    const change = { siteId: site.id };
    await desk.call('device.update', { deviceId: other.deviceId, version: moved?.version ?? 0, change });
    await expect(desk.call('desk.undo', { commandId: undo?.id ?? '' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('merging devices', () => {
  it('moves the tickets of a serial that was typed wrong, and undo gives both back', async () => {
    const { ticket: right } = await desk.call('ticket.open', serial('SERIAL0O01'));
    await desk.call('ticket.close', { ticketId: right.id, outcome: 'referred' });
    const { ticket: wrong } = await desk.call('ticket.open', serial('SERIAL0001'));
    const keptId = right.device?.id ?? '';
    const otherId = wrong.device?.id ?? '';
    const { devices } = await desk.call('device.findLookAlikes', { serial: 'SERIAL0001' });
    expect(devices.map(({ device }) => device.id)).toEqual([keptId]);

    await desk.call('device.merge', { keptId, otherId, choices: {} });
    const page = await desk.call('device.getPage', { deviceId: keptId });
    expect(page.tickets.map(({ id }) => id)).toEqual([wrong.id, right.id]);
    expect((await desk.call('device.list', { text: 'SERIAL', limit: 10, after: null })).devices).toHaveLength(
      1,
    );

    await desk.call('desk.undo', { commandId: null });
    expect(await stateOf(wrong.id)).toEqual(wrong.state);
    expect((await desk.call('device.list', { text: 'SERIAL', limit: 10, after: null })).devices).toHaveLength(
      2,
    );
  });

  it('is refused while both have an open ticket', async () => {
    const { ticket: one } = await desk.call('ticket.open', serial('SERIAL0001'));
    const { ticket: other } = await desk.call('ticket.open', serial('SERIAL0002'));
    const pair = { keptId: one.device?.id ?? '', otherId: other.device?.id ?? '', choices: {} };
    await expect(desk.call('device.merge', pair)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the log of a record', () => {
  it('says what was changed, and of what was taken back only that it was, and its chain is whole', async () => {
    const { customerId } = await customerWith('Anna', 'SERIAL0001');
    await desk.call('customer.update', { customerId, version: 1, change: { name: 'Anna K.' } });
    await desk.call('desk.undo', { commandId: null });
    const { entries, brokenAt } = await desk.call('audit.getRecord', { kind: 'customer', id: customerId });
    expect(brokenAt).toBeNull();
    expect(entries.map(({ action, cause, changes }) => [action, cause, changes?.[0]])).toEqual([
      ['created', 'command', { name: 'name', before: '', after: 'Anna' }],
      ['changed', 'command', undefined],
      ['changed', 'undo', undefined],
    ]);
    await desk.call('desk.redo', { commandId: null });
    const redone = await desk.call('audit.getRecord', { kind: 'customer', id: customerId });
    expect(redone.entries[1]?.changes).toEqual([{ name: 'name', before: 'Anna', after: 'Anna K.' }]);
  });
});
