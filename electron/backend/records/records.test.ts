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
  await desk.call('customer.create', { ticketId: ticket.id, name, phones: [phone], emails: [] });
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
      desk.call('customer.create', { ticketId: ticket.id, name: ' ', phones: [' '], emails: [] }),
    ).rejects.toMatchObject({ code: 'refused' });
  });

  it('are not left behind when their ticket refuses them', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'abandoned' });
    await expect(
      desk.call('customer.create', { ticketId: ticket.id, name: 'Anna', phones: [], emails: [] }),
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

describe('what a customer is reached by', () => {
  const fields = {
    name: 'Anna',
    phones: ['0171 555-1234', '', '+34 900 555 014'],
    emails: [' a@b.example '],
  };
  const create = async (input = fields) => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    return (await desk.call('customer.create', { ticketId: ticket.id, ...input })).ticket.customer;
  };

  it('is E.164 where it parses, with the country of the desk, and as typed where not', async () => {
    expect((await create())?.phones).toEqual(['0171 555-1234', '+34900555014']);
    await desk.call('desk.updateSettings', { change: { country: 'DE' }, version: 0 });
    expect(await create()).toMatchObject({
      phones: ['+491715551234', '+34900555014'],
      emails: ['a@b.example'],
      language: null,
      notes: '',
    });
    expect((await create({ ...fields, phones: ['ask Bo', 'ask Bo'] }))?.phones).toEqual(['ask Bo']);
  });

  it('changes field by field, and is found by any of them', async () => {
    const customer = await create();
    const customerId = customer?.id ?? '';
    const change = { emails: ['a@b.example', 'shop@c.example'], language: 'en' as const, notes: 'Mornings.' };
    const updated = await desk.call('customer.update', { customerId, version: 1, change });
    expect(updated.customer).toEqual({ ...customer, ...change, version: 2 });
    const { customers } = await desk.call('customer.search', { text: 'shop c.example', limit: 5 });
    expect(customers).toEqual([updated.customer]);
    expect((await list('900555014')).rows[0]).toMatchObject({ customerPhone: '0171 555-1234' });
  });
});

describe('sites', () => {
  it('belong to a customer and are where devices are, until the device has another owner', async () => {
    const ticketId = await ticketOf('Anna', '', '4G0A1B2PAZ');
    const { customer, device } = (await desk.call('ticket.get', { ticketId })).ticket;
    const customerId = customer?.id ?? '';
    const { site } = await desk.call('site.create', { customerId, name: 'Shop', address: '1 High Street' });
    const moved = await desk.call('device.update', {
      deviceId: device?.id ?? '',
      version: device?.version ?? 0,
      change: { siteId: site.id, generation: 'ui40', vendorFamily: 'dahua' },
    });
    expect(moved.device).toMatchObject({ siteId: site.id, generation: 'ui40', vendorFamily: 'dahua' });
    const renamed = { name: 'Old shop' };
    const updated = await desk.call('site.update', { siteId: site.id, version: 1, change: renamed });
    expect((await desk.call('ticket.get', { ticketId })).ticket.site).toEqual(updated.site);
    expect(await desk.call('site.listOfCustomer', { customerId })).toEqual({
      sites: [{ ...site, ...renamed, version: 2 }],
    });
    const { customer: next } = (
      await desk.call('customer.create', { ticketId, name: 'Bo', phones: [], emails: [] })
    ).ticket;
    expect((await desk.call('ticket.get', { ticketId })).ticket.site).toEqual(updated.site);
    const owner = { deviceId: device?.id ?? '', customerId: next?.id ?? '', reason: 'sold' } as const;
    await desk.call('device.setOwner', owner);
    expect((await desk.call('ticket.get', { ticketId })).ticket).toMatchObject({
      site: null,
      device: { siteId: null },
    });
  });

  it('are refused without name and address, for nobody, and for the device of somebody else', async () => {
    const ticketId = await ticketOf('Anna', '', '4G0A1B2PAZ');
    const otherId = await ticketOf('Bo', '', '9K11C3DPAQ');
    const { customer } = (await desk.call('ticket.get', { ticketId })).ticket;
    const { device } = (await desk.call('ticket.get', { ticketId: otherId })).ticket;
    const customerId = customer?.id ?? '';
    const create = (input: object) =>
      desk.call('site.create', { customerId, name: 'Shop', address: '', ...input });
    await expect(create({ name: ' ' })).rejects.toMatchObject({ code: 'refused' });
    await expect(create({ customerId: randomUUID() })).rejects.toMatchObject({ code: 'not_found' });
    const { site } = await create({});
    const change = { siteId: site.id };
    await expect(
      desk.call('device.update', { deviceId: device?.id ?? '', version: device?.version ?? 0, change }),
    ).rejects.toMatchObject({ code: 'refused' });
    await expect(
      desk.call('site.update', { siteId: site.id, version: 9, change: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what tickets are sorted by', () => {
  it('stands in the row, counts as unassigned and is offered again', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const ticketId = ticket.id;
    const counts = async () => (await list('')).counts;
    expect(ticket.state.assignee).toBe('Test agent');
    expect(await counts()).toEqual({ now: 1, waiting: 0, closed: 0, unassigned: 0 });
    await desk.call('ticket.assign', { ticketId, assignee: null });
    expect(await counts()).toEqual({ now: 1, waiting: 0, closed: 0, unassigned: 1 });
    await desk.call('ticket.setPriority', { ticketId, priority: 'urgent' });
    await desk.call('ticket.setTags', { ticketId, tags: ['shop', 'call back'] });
    expect((await list('')).rows[0]).toMatchObject({
      assignee: null,
      priority: 'urgent',
      tags: ['shop', 'call back'],
      openedAt: ticket.openedAt,
    });
    await desk.call('ticket.setTags', { ticketId, tags: ['call back', 'VIP'] });
    const other = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.assign', { ticketId: other.ticket.id, assignee: 'Bo' });
    expect(await desk.call('ticket.listLabels', {})).toEqual({
      tags: ['VIP', 'call back'],
      assignees: ['Bo'],
    });
    await desk.call('ticket.close', { ticketId, outcome: 'abandoned', failureReason: 'customerLeft' });
    expect(await counts()).toEqual({ now: 1, waiting: 0, closed: 1, unassigned: 0 });
    await desk.call('ticket.recordFailureReason', { ticketId, reason: 'codeRefused' });
    const closed = await desk.call('ticket.list', { lane: 'closed', search: '', limit: 5, after: null });
    expect(closed.rows[0]).toMatchObject({ failureReason: 'codeRefused' });
    await desk.call('ticket.reopen', { ticketId });
    expect(await counts()).toEqual({ now: 2, waiting: 0, closed: 0, unassigned: 1 });
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
  it('name what has changed after a change, each record once, and say nothing after a refusal', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    expect(desk.announced).toEqual([
      changed(expect.arrayContaining([{ kind: 'ticket', id: ticket.id, isGone: false, version: 1 }])),
      { name: 'desk.commandRecorded', payload: expect.objectContaining({ name: 'ticket.open' }) },
    ]);
    desk.announced.length = 0;
    await expect(desk.call('ticket.reopen', { ticketId: ticket.id })).rejects.toThrow();
    expect(desk.announced).toEqual([]);
    const named = await desk.call('customer.create', {
      ticketId: ticket.id,
      name: 'Anna',
      phones: [],
      emails: [],
    });
    const customerId = named.ticket.customer?.id;
    expect(desk.announced).toEqual([
      changed([
        { kind: 'customer', id: customerId, isGone: false, version: null },
        { kind: 'ticket', id: ticket.id, isGone: false, version: 2 },
      ]),
      { name: 'desk.commandRecorded', payload: expect.objectContaining({ name: 'customer.create' }) },
    ]);
  });
});

const changed = (changes: unknown) => ({
  name: 'record.changed',
  payload: expect.objectContaining({ changes }),
});
