import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainStart, linkHash } from '../../../core/ticket/audit-chain.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

const PERSON = {
  name: 'Wilhelmina Overbeeke',
  phones: ['+31207940811'],
  emails: ['wilhelmina@overbeeke.example'],
  language: 'es',
  notes: 'Rings at Zonnewende',
} as const;
const FORMER = { ...PERSON, name: 'W. Overbeek', emails: ['former@overbeek.example'], notes: '' };
const TRACES = [
  /overbeek/i,
  /207940811/,
  /Zonnewende/i,
  /Vredestein/i,
  /sleutelbos/i,
  /verhuisd/i,
  /halfgetikt/i,
];
const OTHER = { ...PERSON, name: 'Ole Other', phones: ['+4915112345678'], emails: [], notes: '' };

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

const fields = (person: typeof PERSON | typeof FORMER | typeof OTHER) => ({
  ...person,
  phones: [...person.phones],
  emails: [...person.emails],
});

async function openTicketOf(person: Parameters<typeof fields>[0], serial: string) {
  const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
  await desk.call('ticket.attachDevice', {
    ticketId: ticket.id,
    serial,
    deviceKind: 'recorder',
    model: 'NVR',
  });
  const made = await desk.call('customer.create', { ticketId: ticket.id, ...fields(person) });
  return { ticketId: ticket.id, customerId: made.ticket.customer?.id ?? '' };
}

/** A customer with everything that can be known of one: also merged from another, in a closed ticket. */
async function makePerson() {
  const { ticketId, customerId } = await openTicketOf(PERSON, '7K0A1C9PAZ00042');
  const former = await openTicketOf(FORMER, '7K0A1C9PAZ00043');
  await desk.call('ticket.close', { ticketId: former.ticketId, outcome: 'abandoned' });
  await desk.call('site.create', { customerId, name: 'Hotel Vredestein', address: 'Vredestein 4' });
  await desk.call('ticket.addNote', { ticketId, text: 'The sleutelbos is with the neighbour' });
  await desk.call('draft.put', { scope: ticketId, field: 'note', text: 'halfgetikt' });
  await desk.call('customer.merge', { keptId: customerId, otherId: former.customerId, choices: {} });
  await desk.call('ticket.answerStep', {
    ticketId,
    stepId: 'ownership',
    answerId: 'notShown',
    evidence: [],
    mailAddress: null,
    refusalReason: 'Is verhuisd',
  });
  return { ticketId, customerId, formerTicketId: former.ticketId };
}

/** Every value of every table. */
async function databaseText(): Promise<string> {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const tables = connection.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  const text = tables
    .map((table) => JSON.stringify(connection.prepare(`select * from "${table}"`).all()))
    .join('\n');
  connection.close();
  return text;
}

const erase = (customerId: string) =>
  desk.call('customer.erase', { customerId, nameInstead: 'Erased customer' });

describe('erasing a customer', () => {
  it('also takes what was undone, and lets nothing of it be put back', async () => {
    const { ticketId, customerId } = await openTicketOf(PERSON, '7K0A1C9PAZ00042');
    await desk.call('ticket.close', { ticketId, outcome: 'abandoned' });
    const { ticket } = await desk.call('ticket.open', {
      by: 'serial',
      serial: '7K0A1C9PAZ00042',
      deviceKind: 'recorder',
      model: '',
    });
    expect(ticket.customer?.id).toBe(customerId);
    const { undo: opening } = await desk.call('desk.getUndoable', {});
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'The sleutelbos is with the neighbour' });
    await desk.call('desk.undo', { commandId: null });
    await desk.call('desk.undo', { commandId: opening?.id ?? '' });
    await desk.call('site.create', { customerId, name: 'Hotel Vredestein', address: 'Vredestein 4' });
    await desk.call('desk.undo', { commandId: null });
    const before = await databaseText();
    expect(before).not.toContain('sleutelbos');
    expect(before).not.toContain('Vredestein');

    await erase(customerId);
    const after = await databaseText();
    for (const trace of TRACES) expect(after).not.toMatch(trace);
    await expect(desk.call('desk.redo', { commandId: null })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves no trace of the person in any table, and every chain whole', async () => {
    const { ticketId, customerId, formerTicketId } = await makePerson();
    const before = await databaseText();
    for (const trace of TRACES) expect(before).toMatch(trace);
    expect(await desk.call('customer.previewErase', { customerId })).toMatchObject({
      phones: 1,
      emails: 1,
      hasNotes: true,
      sites: 1,
      // The other one was only registered in the ticket that was refused.
      devices: 1,
      tickets: 2,
      openTickets: [],
      texts: 2,
      formerRecords: 1,
      erasedAt: null,
    });
    expect(await erase(customerId)).toEqual({ tickets: 2 });
    const after = await databaseText();
    for (const trace of TRACES) expect(after).not.toMatch(trace);
    for (const id of [ticketId, formerTicketId])
      expect(await desk.call('audit.checkTicket', { ticketId: id })).toEqual({ brokenAt: null });
    expect(await desk.call('audit.getRecord', { kind: 'customer', id: customerId })).toMatchObject({
      brokenAt: null,
      entries: expect.arrayContaining([expect.objectContaining({ cause: 'erasure', changes: null })]),
    });
    await desk.call('safety.check', {});
    await desk.backend.maintenance.settle();
    expect((await desk.call('safety.getState', {})).lastCheck).toMatchObject({ finding: 'whole' });
  });

  it('keeps the tickets with what happened, under another name, where they were in the queue', async () => {
    const { ticketId, customerId } = await makePerson();
    const { ticket: before } = await desk.call('ticket.get', { ticketId });
    await erase(customerId);
    const { ticket } = await desk.call('ticket.get', { ticketId });
    expect(ticket.customer).toMatchObject({ name: 'Erased customer', phones: [], emails: [], notes: '' });
    expect(ticket.history.map(({ event }) => event.type)).toEqual([
      ...before.history.map(({ event }) => event.type),
      'personalDataErased',
    ]);
    expect([ticket.version, ticket.state]).toEqual([before.version, before.state]);
    expect((await desk.call('customer.search', { text: 'overbeeke', limit: 5 })).customers).toEqual([]);
    const found = await desk.call('desk.search', { text: 'sleutelbos', groups: ['notes'], limit: 5 });
    expect(found.groups[0]?.hits).toEqual([]);
    expect((await desk.call('desk.getLog', { limit: 50 })).entries[0]).toMatchObject({
      actor: 'Test agent',
      entry: { type: 'customerErased', customerId, tickets: 2, by: 'agent' },
    });
  });

  it('can not be undone, nor is anything of the person brought back by undoing what came before', async () => {
    const { customerId } = await makePerson();
    const renamed = desk.lastCommand();
    await erase(customerId);
    expect(desk.lastCommand()).toBe(renamed);
    for (let tries = 0; tries < 8; tries += 1)
      await desk.call('desk.undo', { commandId: null }).catch(() => undefined);
    const after = await databaseText();
    for (const trace of TRACES) expect(after).not.toMatch(trace);
  });

  it('is refused while a ticket is open, and then changes nothing', async () => {
    const { customerId } = await openTicketOf(PERSON, '7K0A1C9PAZ00042');
    expect((await desk.call('customer.previewErase', { customerId })).openTickets).toEqual([1]);
    const before = await databaseText();
    await expect(erase(customerId)).rejects.toMatchObject({ code: 'refused' });
    expect(await databaseText()).toBe(before);
  });

  it('leaves everybody else alone', async () => {
    const other = await openTicketOf(OTHER, '7K0A1C9PAZ00099');
    await desk.call('ticket.addNote', { ticketId: other.ticketId, text: 'Stays here' });
    const { customerId } = await makePerson();
    await erase(customerId);
    const { ticket } = await desk.call('ticket.get', { ticketId: other.ticketId });
    expect(ticket.customer?.name).toBe('Ole Other');
    expect(ticket.history.at(-1)?.event).toEqual({ type: 'noteAdded', text: 'Stays here' });
  });

  it('says which older files still hold what goes', async () => {
    const { customerId } = await makePerson();
    const holding = async () => (await desk.call('customer.previewErase', { customerId })).backups;
    expect(await holding()).toMatchObject({ count: 0, setAside: 0 });
    await desk.call('safety.backUp', {});
    await desk.backend.maintenance.settle();
    writeFileSync(`${folder.file}.aside-20250615-120000`, 'a former database');
    const { goneAt, ...counts } = await holding();
    expect(counts).toEqual({ count: 1, beforeUpdate: 0, setAside: 1 });
    expect(new Date(goneAt).getDate()).toBe(1);
  });

  it('tells when a customer was erased before, until something is entered anew', async () => {
    const { customerId } = await makePerson();
    await erase(customerId);
    expect((await desk.call('customer.previewErase', { customerId })).erasedAt).not.toBeNull();
    const { customer } = await desk.call('customer.getPage', { customerId });
    await desk.call('customer.update', { customerId, version: customer.version, change: { name: 'New' } });
    expect((await desk.call('customer.previewErase', { customerId })).erasedAt).toBeNull();
  });

  it('takes the text out of events of an early version too, and their chain stays whole', async () => {
    const { ticketId, customerId } = await makePerson();
    await desk.close();
    await writeAsEarlyVersion(ticketId);
    desk = await openTestDesk(folder.file);
    expect(await desk.call('audit.checkTicket', { ticketId })).toEqual({ brokenAt: null });
    await erase(customerId);
    expect(await databaseText()).not.toMatch(/sleutelbos|verhuisd/);
    expect(await desk.call('audit.checkTicket', { ticketId })).toEqual({ brokenAt: null });
  });
});

/** Puts the texts back into the hashed events, as they were before migration 0011. */
async function writeAsEarlyVersion(ticketId: string): Promise<void> {
  const connection = await connect(folder.file, testKey, { mustExist: true });
  const trigger = connection
    .prepare(`select sql from sqlite_master where name = 'ticket_events_never_change'`)
    .pluck()
    .get();
  connection.exec('drop trigger ticket_events_never_change');
  const rows = connection
    .prepare(
      `select e.sequence, e.at, e.actor, e.event, t.content from ticket_events e
       left join event_texts t on t.ticket_id = e.ticket_id and t.sequence = e.sequence
       where e.ticket_id = ? order by e.sequence`,
    )
    .all([ticketId]) as { sequence: number; at: number; actor: string; event: string; content: string }[];
  const update = connection.prepare(
    'update ticket_events set event = ?, hash = ? where ticket_id = ? and sequence = ?',
  );
  let hash = chainStart;
  for (const { sequence, at, actor, event, content } of rows) {
    const { textDigest, ...fields } = JSON.parse(event);
    const field = fields.type === 'noteAdded' ? 'text' : 'reason';
    const early = textDigest === undefined ? fields : { ...fields, [field]: JSON.parse(content).text };
    const eventJson = JSON.stringify(early);
    hash = linkHash(hash, { trailId: ticketId, sequence, at, actor, eventJson });
    update.run([eventJson, hash, ticketId, sequence]);
  }
  connection.prepare('delete from event_texts where ticket_id = ?').run([ticketId]);
  connection.exec(String(trigger));
  connection.close();
}
