import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const recorder = { serial: '4G0A1B2PAZ', deviceKind: 'recorder' as const, model: 'XVR5116' };

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

async function ticketOf(name: string, phone: string, serial: string): Promise<string> {
  const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder, serial });
  await desk.call('customer.create', { ticketId: ticket.id, name, phone, email: '' });
  return ticket.id;
}

const list = (search: string, limit = 50, after: { updatedAt: number; id: string } | null = null) =>
  desk.call('ticket.list', { lane: 'now', search, limit, after });

describe('finding tickets', () => {
  it('looks for name without marks, digits of phone and serial, model and number, all terms together', async () => {
    const anna = await ticketOf('Anna Müller-Groß', '+49 (171) 555-1234', '4G0A1B2PAZ');
    const ole = await ticketOf('Ole Sørensen', '0045 601 222', '9K11C3DPAQ');
    const found = async (search: string) => (await list(search)).rows.map((row) => row.id);
    expect(await found('muller')).toEqual([anna]);
    expect(await found('GROSS anna')).toEqual([anna]);
    expect(await found('5551234')).toEqual([anna]);
    expect(await found('sorensen')).toEqual([ole]);
    expect(await found('c3dpa')).toEqual([ole]);
    expect(await found('2')).toContain(ole);
    expect(await found('xvr')).toEqual([ole, anna]);
    expect(await found('anna sorensen')).toEqual([]);
    expect(await found('%')).toEqual([ole, anna]);
  });

  it('lists the last changed first, page after page, each ticket once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.unshift((await desk.call('ticket.open', { by: 'hand' })).ticket.id);
    const seen: string[] = [];
    let after: { updatedAt: number; id: string } | null = null;
    for (let hasMore = true; hasMore; ) {
      const page: Awaited<ReturnType<typeof list>> = await list('', 2, after);
      seen.push(...page.rows.map((row) => row.id));
      const last = page.rows.at(-1);
      after = last === undefined ? null : { updatedAt: last.updatedAt, id: last.id };
      hasMore = page.hasMore;
    }
    expect(seen).toEqual(ids);
  });
});

describe('customers', () => {
  it('are found as they are typed, last changed first', async () => {
    await ticketOf('Anna Müller', '0171 555', '4G0A1B2PAZ');
    await ticketOf('Annabel', '0172', '9K11C3DPAQ');
    const search = async (text: string, limit = 10) =>
      (await desk.call('customer.search', { text, limit })).customers.map((customer) => customer.name);
    expect(await search('ann')).toEqual(['Annabel', 'Anna Müller']);
    expect(await search('ann', 1)).toEqual(['Annabel']);
    expect(await search('0171555')).toEqual(['Anna Müller']);
    expect(await search('bob')).toEqual([]);
  });

  it('are changed from the version that was read, and searched by the new name', async () => {
    const ticketId = await ticketOf('Ana', '', '4G0A1B2PAZ');
    const { customer } = (await desk.call('ticket.get', { ticketId })).ticket;
    const customerId = customer?.id ?? '';
    const change = { name: 'Anna' };
    const updated = await desk.call('customer.update', { customerId, version: 1, change });
    expect(updated.customer).toEqual({ ...customer, name: 'Anna', version: 2 });
    expect((await list('anna')).rows).toHaveLength(1);
    await expect(
      desk.call('customer.update', { customerId, version: 1, change: { name: 'Hannah' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect((await list('hannah')).rows).toHaveLength(0);
  });

  it('need something to be known by', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await expect(
      desk.call('customer.create', { ticketId: ticket.id, name: ' ', phone: '', email: '' }),
    ).rejects.toMatchObject({ code: 'refused' });
  });

  it('are not left behind when their ticket refuses them', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    await expect(
      desk.call('customer.create', { ticketId: ticket.id, name: 'Anna', phone: '', email: '' }),
    ).rejects.toMatchObject({ code: 'refused' });
    expect((await desk.call('customer.search', { text: '', limit: 10 })).customers).toEqual([]);
  });
});

describe('devices', () => {
  it('are changed from the version that was read', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'serial', ...recorder });
    const deviceId = ticket.device?.id ?? '';
    const change = { kind: 'camera' as const };
    const updated = await desk.call('device.update', { deviceId, version: 1, change });
    expect(updated.device).toEqual({ ...ticket.device, kind: 'camera', version: 2 });
    await expect(desk.call('device.update', { deviceId, version: 1, change })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('the desk', () => {
  it('keeps half-typed text and the last ticket over a restart', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('draft.put', { scope: ticket.id, field: 'note', text: 'Cust' });
    await desk.call('draft.put', { scope: ticket.id, field: 'note', text: 'Customer calls' });
    await desk.call('draft.put', { scope: ticket.id, field: 'serial', text: '4G0' });
    await desk.call('draft.put', { scope: ticket.id, field: 'serial', text: '' });
    await desk.call('draft.put', { scope: 'desk', field: 'queueSearch', text: 'anna' });
    await desk.call('desk.setLastTicket', { ticketId: ticket.id });
    await desk.close();
    desk = await openTestDesk(folder.file);
    expect(await desk.call('draft.list', { scope: ticket.id })).toEqual({
      drafts: [{ field: 'note', text: 'Customer calls' }],
    });
    expect(await desk.call('desk.getLastTicket', {})).toEqual({ ticketId: ticket.id });
    await desk.call('desk.setLastTicket', { ticketId: null });
    expect(await desk.call('desk.getLastTicket', {})).toEqual({ ticketId: null });
  });
});

describe('a request that is sent again', () => {
  it('changes nothing twice and is answered as the first time', async () => {
    const requestId = randomUUID();
    const open = () => desk.again(requestId).call('ticket.open', { by: 'resetQr', scan: resetScan() });
    const first = await open();
    expect(await open()).toEqual(first);
    const note = desk.again(randomUUID());
    const input = { ticketId: first.ticket.id, text: 'Called back.' };
    await note.call('ticket.addNote', input);
    const { ticket } = await note.call('ticket.addNote', input);
    expect(ticket.history.filter((record) => record.event.type === 'noteAdded')).toHaveLength(1);
    expect((await list('')).counts.now).toBe(1);
  });

  it('is remembered over a restart, and announced only once', async () => {
    const requestId = randomUUID();
    const first = await desk.again(requestId).call('ticket.open', { by: 'hand' });
    await desk.close();
    desk = await openTestDesk(folder.file);
    expect(await desk.again(requestId).call('ticket.open', { by: 'hand' })).toEqual(first);
    expect(desk.announced).toEqual([]);
  });

  it('is tried again when it was refused', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const requestId = randomUUID();
    const reopen = () => desk.again(requestId).call('ticket.reopen', { ticketId: ticket.id });
    await expect(reopen()).rejects.toMatchObject({ code: 'refused' });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    expect((await reopen()).ticket.lane).toBe('now');
  });
});

describe('announcements', () => {
  it('name the ticket and its version after a change, and say nothing after a refusal', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    expect(desk.announced).toEqual([
      { name: 'ticket.changed', payload: { ticketId: ticket.id, version: 1 } },
    ]);
    desk.announced.length = 0;
    await expect(desk.call('ticket.reopen', { ticketId: ticket.id })).rejects.toThrow();
    expect(desk.announced).toEqual([]);
    const named = await desk.call('customer.create', {
      ticketId: ticket.id,
      name: 'Anna',
      phone: '',
      email: '',
    });
    expect(desk.announced).toEqual([
      { name: 'customer.changed', payload: { customerId: named.ticket.customer?.id, version: 1 } },
      { name: 'ticket.changed', payload: { ticketId: ticket.id, version: 2 } },
    ]);
  });
});
