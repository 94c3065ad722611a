import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallError } from '../../../core/contract/errors.ts';
import { createRandom, type Random } from '../../../core/testkit/random.ts';
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
});

const serial = (text: string) => ({ serial: text, deviceKind: 'recorder', model: '' }) as const;
const open = (text: string) => desk.call('ticket.open', { by: 'serial', ...serial(text) });
/** Made-up data is forty tickets each time. */
const longMs = 120_000;

const isTold = (error: unknown) => error instanceof CallError && error.code !== 'internal';

/** What is there now, to act upon. */
async function look() {
  const lane = { search: '', limit: 50, after: null };
  const tickets = [];
  for (const name of ['now', 'waiting', 'closed'] as const)
    tickets.push(...(await desk.call('ticket.list', { lane: name, ...lane })).rows);
  const { customers } = await desk.call('customer.search', { text: '', limit: 50 });
  const { devices } = await desk.call('device.list', { text: '', limit: 100, after: null });
  return { tickets, customers, devices: devices.map(({ device }) => device) };
}

type Seen = Awaited<ReturnType<typeof look>>;
type Step = (random: Random, seen: Seen) => Promise<unknown>;

const some = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[random.integer(0, items.length - 1)];
const idOf = (random: Random, items: readonly { readonly id: string }[]) =>
  some(random, items)?.id ?? '0190a0a0-0000-7000-8000-000000000001';

/** Weighted by how often they stand here. */
const steps: readonly [Step, ...Step[]] = [
  (random, { devices }) => open(some(random, devices)?.serial ?? 'SERIAL0001'),
  (random) => open(`SERIAL000${random.integer(1, 5)}`),
  () => desk.call('ticket.open', { by: 'resetQr', scan: resetScan() }),
  (random, { tickets }) =>
    desk.call('customer.create', {
      ticketId: idOf(random, tickets),
      name: `Anna ${random.integer(1, 9)}`,
      phones: [],
      emails: [],
    }),
  (random, { tickets, customers }) =>
    desk.call('ticket.attachCustomer', {
      ticketId: idOf(random, tickets),
      customerId: idOf(random, customers),
    }),
  (random, { tickets, devices }) =>
    desk.call('ticket.attachDevice', {
      ticketId: idOf(random, tickets),
      ...serial(some(random, devices)?.serial ?? 'SERIAL0001'),
    }),
  (random, { devices, customers }) =>
    desk.call('device.setOwner', { deviceId: idOf(random, devices), customerId: idOf(random, customers) }),
  (random, { customers }) =>
    desk.call('site.create', { customerId: idOf(random, customers), name: 'Shop', address: '' }),
  (random, { customers }) =>
    desk.call('customer.merge', {
      keptId: idOf(random, customers),
      otherId: idOf(random, customers),
      choices: {},
    }),
  (random, { devices }) =>
    desk.call('device.merge', { keptId: idOf(random, devices), otherId: idOf(random, devices), choices: {} }),
  (random, { tickets }) => desk.call('ticket.addNote', { ticketId: idOf(random, tickets), text: 'Rings.' }),
  (random, { tickets }) =>
    desk.call('ticket.close', { ticketId: idOf(random, tickets), outcome: 'abandoned' }),
  (random, { tickets }) => desk.call('ticket.reopen', { ticketId: idOf(random, tickets) }),
  () => desk.call('demo.add', { language: 'en' }),
  () => desk.call('demo.remove', {}),
  () => desk.call('desk.getUndoable', {}),
  ...Array.from({ length: 6 }, () => () => desk.call('desk.undo', { commandId: null })),
  ...Array.from({ length: 4 }, () => () => desk.call('desk.redo', { commandId: null })),
];

describe('undo, redo and demo data', () => {
  it.each([1, 2, 3])(
    'are carried out or refused with a reason, whatever came between (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      for (let turn = 0; turn < 100; turn += 1) {
        const step = random.pick(steps);
        const failed = await step(random, await look()).then(
          () => null,
          (error: unknown) => error,
        );
        expect(failed === null || isTold(failed), `turn ${turn}: ${step} ${failed} ${desk.bugs}`).toBe(true);
      }
      expect(desk.bugs).toEqual([]);
    },
    longMs,
  );

  it(
    'goes on after demo data was used in a real ticket, removed and added again',
    async () => {
      await desk.call('demo.add', { language: 'en' });
      const demo = (await look()).devices.find((device) => device.serial.startsWith('DEMO'));
      const { ticket } = await desk.call('ticket.open', { by: 'hand' });
      const closed = (await desk.call('device.getPage', { deviceId: demo?.id ?? '' })).tickets[0];
      if (closed?.outcome === null)
        await desk.call('ticket.close', { ticketId: closed.id, outcome: 'abandoned' });
      await desk.call('ticket.attachDevice', { ticketId: ticket.id, ...serial(demo?.serial ?? '') });
      expect((await desk.call('demo.remove', {})).kept).toBeGreaterThan(0);
      expect((await desk.call('demo.add', { language: 'en' })).tickets).toBe(40);
      expect((await desk.call('demo.remove', {})).kept).toBe(0);
    },
    longMs,
  );

  it('says so when what an undo goes back to went with the demo data', async () => {
    await desk.call('demo.add', { language: 'en' });
    const { ticket } = await open('SERIAL0001');
    const [madeUp] = (await look()).customers;
    const deviceId = ticket.device?.id ?? '';
    await desk.call('device.setOwner', { deviceId, customerId: madeUp?.id ?? '' });
    const caller = { ticketId: ticket.id, name: 'Real', phones: [], emails: [] };
    const { ticket: named } = await desk.call('customer.create', caller);
    const customerId = named.customer?.id ?? '';
    await desk.call('device.setOwner', { deviceId, customerId, reason: 'enteredWrong' });
    await desk.call('demo.remove', {});
    await expect(desk.call('desk.undo', { commandId: null })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/no longer there/),
    });
  });
});
