import { afterEach, beforeEach, expect, it } from 'vitest';
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

it('hands out everything that is kept of a customer, and neither the content of a code nor anybody else', async () => {
  const scan = resetScan();
  const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan });
  const serial = '7K0A1C9PAZ00042';
  await desk.call('ticket.attachDevice', { ticketId: ticket.id, serial, deviceKind: 'recorder', model: '' });
  const made = await desk.call('customer.create', {
    ticketId: ticket.id,
    name: 'Anna',
    phones: ['+491715551234'],
    emails: [],
  });
  const customerId = made.ticket.customer?.id ?? '';
  await desk.call('site.create', { customerId, name: 'Shop', address: 'Street 1' });
  await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Calls back' });
  const other = await desk.call('ticket.open', { by: 'hand' });
  await desk.call('customer.create', { ticketId: other.ticket.id, name: 'Bruno', phones: [], emails: [] });

  const data = await desk.call('store.readCustomerData', { customerId });
  expect(data).toMatchObject({
    customer: { name: 'Anna', phones: ['+491715551234'] },
    sites: [{ name: 'Shop', address: 'Street 1' }],
    devices: [{ serial }],
    tickets: [{ number: 1, outcome: null, scans: [{ source: 'screen' }] }],
  });
  expect(data.tickets[0]?.history.at(-1)).toMatchObject({
    agent: 'Test agent',
    event: { text: 'Calls back' },
  });
  expect(JSON.stringify(data)).not.toContain(scan.payload);
  expect(JSON.stringify(data)).not.toContain('Bruno');

  await desk.call('store.noteCustomerData', { customerId, actor: 'Ada' });
  expect((await desk.call('desk.getLog', { limit: 50 })).entries).toMatchObject([
    { actor: 'Ada', entry: { type: 'customerExported', customerId } },
  ]);
});
