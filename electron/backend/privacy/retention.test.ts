import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthsBefore } from '../../../core/privacy/retention.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

const aDayMs = 24 * 60 * 60 * 1000;
const rule = { customers: { months: 6, nameInstead: 'Erased customer' }, attachments: null };

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

async function openTicketOf(name: string) {
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  const made = await desk.call('customer.create', {
    ticketId: ticket.id,
    name,
    phones: [],
    emails: [],
    language: null,
    notes: '',
  });
  return { ticketId: ticket.id, customerId: made.ticket.customer?.id ?? '' };
}

async function closeTicketOf(name: string) {
  const { ticketId, customerId } = await openTicketOf(name);
  await desk.call('ticket.close', { ticketId, outcome: 'abandoned' });
  return customerId;
}

async function look() {
  desk.backend.maintenance.startWhatIsDue();
  await desk.backend.maintenance.settle();
}

async function namesInNewestBackup(): Promise<unknown[]> {
  const backups = join(dirname(folder.file), 'backups');
  const newest = readdirSync(backups)
    .filter((name) => name.endsWith('.db'))
    .sort()
    .at(-1);
  const connection = await connect(join(backups, newest ?? ''), testKey, { mustExist: true });
  const names = connection.prepare('select name from customers').pluck().all();
  connection.close();
  return names;
}

const nameOf = async (customerId: string) =>
  (await desk.call('customer.getPage', { customerId })).customer.name;

describe('retention', () => {
  it('erases nothing unless the desk has made a rule', async () => {
    const customerId = await closeTicketOf('Anna');
    desk.wait(5 * 365 * aDayMs);
    await look();
    expect(await nameOf(customerId)).toBe('Anna');
  });

  it('erases customers whose last ticket has been closed for long enough, and nobody else', async () => {
    const old = await closeTicketOf('Old');
    const open = (await openTicketOf('Open')).customerId;
    desk.wait(200 * aDayMs);
    const recent = await closeTicketOf('Recent');
    const { version } = await desk.call('desk.getSettings', {});
    await desk.call('desk.updateSettings', { version, change: { retention: rule } });
    expect(await desk.call('retention.preview', rule)).toEqual({ customers: 1, attachments: 0 });
    expect(await nameOf(old)).toBe('Old');
    await look();
    expect(await Promise.all([old, open, recent].map(nameOf))).toEqual(['Erased customer', 'Open', 'Recent']);
    expect((await desk.call('desk.getLog', { limit: 50 })).entries).toMatchObject([
      { actor: 'ResetDesk', entry: { type: 'customerErased', customerId: old, by: 'retention' } },
    ]);
    expect(await desk.call('retention.preview', rule)).toEqual({ customers: 0, attachments: 0 });
  });

  it('removes attachments so long after their ticket was closed, and those of no open one', async () => {
    const ids: string[] = [];
    for (const isClosed of [true, false]) {
      const { ticketId } = await openTicketOf('Anna');
      await desk.call('attachment.add', { ticketId, name: 'a.jpg', content: Uint8Array.of(1) });
      if (isClosed) await desk.call('ticket.close', { ticketId, outcome: 'abandoned' });
      ids.push(ticketId);
    }
    const { version } = await desk.call('desk.getSettings', {});
    const retention = { customers: null, attachments: { days: 30 } };
    await desk.call('desk.updateSettings', { version, change: { retention } });
    desk.wait(29 * aDayMs);
    await look();
    const count = async () =>
      Promise.all(
        ids.map(async (ticketId) => (await desk.call('attachment.list', { ticketId })).attachments.length),
      );
    expect(await count()).toEqual([1, 1]);
    desk.wait(2 * aDayMs);
    expect(await desk.call('retention.preview', retention)).toEqual({ customers: 0, attachments: 1 });
    await look();
    expect(await count()).toEqual([0, 1]);
  });

  it('runs once a day, before the backup of that day', async () => {
    const { version } = await desk.call('desk.getSettings', {});
    await desk.call('desk.updateSettings', { version, change: { retention: rule } });
    await look();
    const customerId = await closeTicketOf('Anna');
    desk.wait(200 * aDayMs);
    await look();
    expect(await nameOf(customerId)).toBe('Erased customer');
    expect(await namesInNewestBackup()).toEqual(['Erased customer']);
  });
});

describe('months before', () => {
  it('are calendar months, and the last day of a shorter one', () => {
    const at = (text: string) => new Date(text).getTime();
    expect(monthsBefore(at('2026-08-31T10:00:00'), 6)).toBe(at('2026-02-28T10:00:00'));
    expect(monthsBefore(at('2026-01-15T10:00:00'), 1)).toBe(at('2025-12-15T10:00:00'));
  });
});
