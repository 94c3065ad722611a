import { afterEach, beforeEach, expect, it } from 'vitest';
import { everythingExported } from '../testing/exported.ts';
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
});

/** Whatever leaves the desk with what agents wrote. */
async function exported(customerId: string): Promise<string> {
  const data = await desk.call('store.readCustomerData', { customerId });
  return JSON.stringify([await everythingExported(folder.file, testKey), data]);
}

it('lets out no note that was taken back, and lets it out again once it was put back', async () => {
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  const ticketId = ticket.id;
  const named = await desk.call('customer.create', { ticketId, name: 'Anna', phones: [], emails: [] });
  const customerId = named.ticket.customer?.id ?? '';
  await desk.call('ticket.addNote', { ticketId, text: 'Rings at eight.' });
  await desk.call('ticket.addNote', { ticketId, text: 'Lives next door.' });
  await desk.call('desk.undo', { commandId: null });
  const taken = await exported(customerId);
  expect(taken).not.toContain('Lives next door.');
  expect(taken.split('Rings at eight.')).toHaveLength(4);
  await desk.call('desk.redo', { commandId: null });
  expect((await exported(customerId)).split('Lives next door.')).toHaveLength(4);
});
