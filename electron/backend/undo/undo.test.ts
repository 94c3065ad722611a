import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { offeredAnswers } from '../../../core/playbook/engine.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { createRandom } from '../../../core/testkit/random.ts';
import { replay } from '../../../core/ticket/replay.ts';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const recorder = { serial: '4G0A1B2PAZ', deviceKind: 'recorder' as const, model: '' };

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

const open = async () => (await desk.call('ticket.open', { by: 'hand' })).ticket;
const reread = async ({ id }: { id: string }) => (await desk.call('ticket.get', { ticketId: id })).ticket;
const undo = (commandId: string | null = null) => desk.call('desk.undo', { commandId });
const redo = (commandId: string | null = null) => desk.call('desk.redo', { commandId });
const attach = (ticketId: string, serial = recorder.serial) =>
  desk.call('ticket.attachDevice', { ...recorder, ticketId, serial });
const nameCustomer = async ({ id: ticketId }: TicketDetails, name = 'Zoë Łoś') =>
  (await desk.call('customer.create', { ticketId, name, phones: [], emails: [] })).ticket;
const answer = async ({ id, state }: TicketDetails, answerId: string) => {
  const input = { ticketId: id, stepId: state.stepId, answerId, evidence: [], mailAddress: null };
  return (await desk.call('ticket.answerStep', input)).ticket;
};
const close = async ({ id }: { id: string }) =>
  (await desk.call('ticket.close', { ticketId: id, outcome: 'abandoned' })).ticket;
const note = (ticketId: string, text = 'Calls back.') => desk.call('ticket.addNote', { ticketId, text });
const scan = async ({ id }: { id: string }) =>
  (await desk.call('ticket.recordScan', { ticketId: id, scan: resetScan() })).ticket;

/** What a ticket is, without the count of its changes and the trail that led there. */
function essence({ state, customer, device, scans, lane }: TicketDetails) {
  const withoutVersion = (record: { version: number } | null) =>
    record === null ? null : { ...record, version: 0 };
  return { state, lane, customer: withoutVersion(customer), device: withoutVersion(device), scans };
}

describe('undo', () => {
  it('takes back a misclick and keeps it in the trail, with who took it back', async () => {
    const before = await open();
    await answer(before, 'notShown');
    const { command } = await undo();
    expect(command).toMatchObject({
      name: 'ticket.answerStep',
      ticket: { id: before.id, number: 1 },
      isBeyondRecall: false,
    });
    const after = await reread(before);
    expect(essence(after)).toEqual(essence(before));
    const opening = before.history.length;
    expect(after.history.slice(opening).map(({ event }) => event.type)).toEqual([
      'stepAnswered',
      'ownershipRecorded',
      'ticketClosed',
      'commandUndone',
    ]);
    expect(after.history.at(-1)).toMatchObject({
      actor: 'Test agent',
      event: { fromSequence: opening + 1, toSequence: opening + 3 },
    });
  });

  it('goes back one command after the other, and forth again', async () => {
    const opened = await open();
    const shown = await answer(opened, 'shown');
    const named = await nameCustomer(shown);
    await undo();
    expect(essence(await reread(opened))).toEqual(essence(shown));
    await undo();
    expect(essence(await reread(opened))).toEqual(essence(opened));
    await redo();
    await redo();
    expect(essence(await reread(opened))).toEqual(essence(named));
    await expect(redo()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has nothing to put back once something new was done', async () => {
    const ticket = await open();
    await note(ticket.id);
    await undo();
    await note(ticket.id, 'Another.');
    await expect(redo()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes back an older command that nothing rests on, and refuses one that something does', async () => {
    const ticket = await open();
    await note(ticket.id);
    const noted = desk.lastCommand();
    await answer(ticket, 'shown');
    const shown = desk.lastCommand();
    await scan(ticket);
    await expect(undo(shown)).rejects.toMatchObject({ code: 'conflict' });
    await undo(noted);
    expect((await reread(ticket)).state).toMatchObject({ isOwnershipConfirmed: true, stepId: 'submit' });
    await expect(undo(noted)).rejects.toMatchObject({ code: 'refused' });
  });

  it('takes an opening back although a file was attached, which stays to be removed where it is', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    const attached = { ticketId: ticket.id, name: 'a.jpg', content: Uint8Array.of(1) };
    await desk.call('attachment.add', attached);
    await desk.call('desk.undo', { commandId: null });
    expect((await desk.call('ticket.get', { ticketId: ticket.id })).ticket.state.outcome).toBe('mistaken');
    const { attachments } = await desk.call('attachment.list', { ticketId: ticket.id });
    expect(attachments.map(({ name }) => name)).toEqual(['a.jpg']);
  });

  it('keeps a ticket whose opening was undone as one that was opened by mistake', async () => {
    const ticket = await open();
    await undo();
    expect((await reread(ticket)).state).toMatchObject({ status: 'closed', outcome: 'mistaken' });
    await expect(desk.call('ticket.reopen', { ticketId: ticket.id })).rejects.toMatchObject({
      code: 'refused',
    });
    await redo();
    expect(essence(await reread(ticket))).toEqual(essence(ticket));
  });

  it('removes the device that a command made, and gives it back on redo', async () => {
    const ticket = await open();
    const { ticket: attached } = await attach(ticket.id);
    await undo();
    expect((await reread(ticket)).device).toBeNull();
    const other = await desk.call('ticket.open', { by: 'serial', ...recorder, model: 'XVR' });
    expect(other.isExisting).toBe(false);
    await undo();
    await expect(redo()).resolves.toBeDefined();
    await undo();
    await attach(ticket.id);
    expect((await reread(ticket)).device).toMatchObject({ serial: attached.device?.serial });
  });

  it('takes apart two tickets that were joined by their serial, with the QR where it was', async () => {
    const first = (await attach((await open()).id)).ticket;
    const second = await scan(await open());
    const joined = await attach(second.id);
    expect(joined).toMatchObject({ isOther: true, ticket: { id: first.id } });
    await undo();
    expect(essence(await reread(second))).toEqual(essence(second));
    expect(essence(await reread(first))).toEqual(essence(first));
    await redo();
    expect((await reread(first)).scans).toEqual(joined.ticket.scans);
  });

  it('asks to scan again after a close was undone, because the code was forgotten', async () => {
    const ticket = await scan(await open());
    await close(ticket);
    await undo();
    const { state, scans } = await reread(ticket);
    expect(state).toEqual({ ...ticket.state, currentFingerprint: null });
    expect(scans).toMatchObject([{ payload: null }]);
  });

  it('puts back an opening by QR, and asks to scan again, because the code was forgotten', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    await undo();
    await redo();
    expect((await reread(ticket)).state).toEqual({ ...ticket.state, currentFingerprint: null });
  });

  it('refuses to undo a close when the device has another open ticket by now', async () => {
    const ticket = await open();
    await attach(ticket.id);
    await close(ticket);
    const closed = desk.lastCommand();
    await desk.call('ticket.open', { by: 'serial', ...recorder });
    await expect(undo(closed)).rejects.toMatchObject({
      code: 'refused',
      message: '#2 This one is open by now for the same device. Close it first.',
    });
    expect((await reread(ticket)).state.status).toBe('closed');
  });

  it('frees the QR of a scan that was taken back', async () => {
    const reading = resetScan();
    const wrong = await open();
    await desk.call('ticket.recordScan', { ticketId: wrong.id, scan: reading });
    await undo();
    expect((await reread(wrong)).scans).toEqual([]);
    const { ticket, isExisting } = await desk.call('ticket.open', { by: 'resetQr', scan: reading });
    expect(isExisting).toBe(false);
    expect(ticket.id).not.toBe(wrong.id);
  });

  it('says that a request may have left the desk', async () => {
    const ticket = await scan(await answer(await open(), 'shown'));
    await answer(ticket, 'byDmss');
    expect((await undo()).command.isBeyondRecall).toBe(true);
    expect(essence(await reread(ticket))).toEqual(essence(ticket));
  });

  it('refuses to take a close from under the reason that was recorded for it', async () => {
    const ticket = await open();
    await close(ticket);
    const closed = desk.lastCommand();
    await desk.call('ticket.recordFailureReason', { ticketId: ticket.id, reason: 'customerLeft' });
    await expect(undo(closed)).rejects.toMatchObject({ code: 'conflict' });
    await undo();
    await undo(closed);
    expect((await reread(ticket)).state).toEqual(ticket.state);
  });

  it('tells no time again that was told, and sets the ones to come', async () => {
    const ticket = await scan(await answer(await open(), 'shown'));
    await answer(ticket, 'byDmss');
    await desk.call('ticket.remind', { ticketId: ticket.id, minutes: 5 });
    desk.wait(6 * 60_000);
    await desk.backend.tick();
    await undo();
    const { nextAt, unseen } = await desk.call('alarm.list', {});
    const { request } = (await reread(ticket)).state;
    expect(nextAt).toBe((request?.submittedAt ?? 0) + 10 * 60_000);
    expect(unseen).toEqual([]);
    await redo();
    await desk.backend.tick();
    expect((await desk.call('alarm.list', {})).unseen).toEqual([]);
    const { rows } = await desk.call('ticket.list', { lane: 'waiting', search: '', limit: 5, after: null });
    expect(rows).toMatchObject([{ id: ticket.id, nextEventKind: 'reminder' }]);
  });

  it('is carried out once, however often its request is sent', async () => {
    const ticket = await open();
    await note(ticket.id);
    await note(ticket.id, 'Second.');
    const again = desk.again('6a0a3ad5-6d56-4f6f-8d4e-111111111111');
    const first = await again.call('desk.undo', { commandId: null });
    expect(await again.call('desk.undo', { commandId: null })).toEqual(first);
    const events = (await reread(ticket)).history.map(({ event }) => event.type);
    expect(events.filter((type) => type === 'commandUndone')).toHaveLength(1);
  });

  it('reaches back a working day', async () => {
    const ticket = await open();
    desk.wait(13 * 3_600_000);
    await expect(undo()).rejects.toMatchObject({ code: 'not_found' });
    expect((await reread(ticket)).state.status).toBe('open');
  });
});

describe('undo of a change of many tickets', () => {
  const tag = (tickets: readonly TicketDetails[], runId: string | null) =>
    desk.call('ticket.changeMany', {
      ticketIds: tickets.map(({ id }) => id),
      change: { kind: 'addTag', tag: 'shop' },
      runId,
    });
  const tagsOf = async (tickets: readonly TicketDetails[]) =>
    (await Promise.all(tickets.map(reread))).map(({ state }) => state.tags.length);

  it('takes back all of one command, or nothing, and names the ticket that is in the way', async () => {
    const tickets = [await open(), await open()];
    await tag(tickets, null);
    const tagged = desk.lastCommand();
    await desk.call('ticket.setTags', { ticketId: tickets[1]?.id ?? '', tags: [] });
    await expect(undo(tagged)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^#2 /),
    });
    expect(await tagsOf(tickets)).toEqual([1, 0]);
    await undo();
    expect((await undo()).command).toMatchObject({ name: 'ticket.setTags', ticketCount: 2 });
    expect(await tagsOf(tickets)).toEqual([0, 0]);
  });

  it('leads from the last command of a run to its first, and forth again', async () => {
    const tickets = [await open(), await open(), await open()];
    const runId = '6a0a3ad5-6d56-4f6f-8d4e-222222222222';
    await tag(tickets.slice(0, 2), runId);
    await tag(tickets.slice(2), runId);
    const last = await undo();
    expect(last).toMatchObject({ command: { ticketCount: 1, runTicketCount: 3 } });
    expect(await tagsOf(tickets)).toEqual([1, 1, 0]);
    const first = await undo(last.nextId);
    expect(first).toMatchObject({ command: { ticketCount: 2 }, nextId: null });
    expect(await tagsOf(tickets)).toEqual([0, 0, 0]);
    const again = await redo();
    expect(again).toMatchObject({ command: { id: first.command.id }, nextId: last.command.id });
    expect((await redo(again.nextId)).nextId).toBeNull();
    expect(await tagsOf(tickets)).toEqual([1, 1, 1]);
  });
});

describe('undo of typing', () => {
  const change = async (ticket: TicketDetails, fields: { name?: string; phones?: string[] }) => {
    const { customer } = await reread(ticket);
    if (customer === null) throw new Error('The ticket has no customer.');
    const { id: customerId, version } = customer;
    await desk.call('customer.update', { customerId, version, change: fields });
  };

  it('takes back what was typed in one field at once, and another field apart', async () => {
    const ticket = await nameCustomer(await open(), 'An');
    await change(ticket, { name: 'Ann' });
    await change(ticket, { name: 'Anna' });
    await change(ticket, { phones: ['1234'] });
    desk.wait(11_000);
    await change(ticket, { phones: ['123456'] });
    await undo();
    expect((await reread(ticket)).customer).toMatchObject({ name: 'Anna', phones: ['1234'] });
    await undo();
    expect((await reread(ticket)).customer).toMatchObject({ name: 'Anna', phones: [] });
    await undo();
    expect((await reread(ticket)).customer).toMatchObject({ name: 'An', phones: [] });
    await redo();
    expect((await reread(ticket)).customer).toMatchObject({ name: 'Anna', phones: [] });
  });

  it('is refused when the same field was changed since, and not when another was', async () => {
    const ticket = await nameCustomer(await open(), 'An');
    await change(ticket, { name: 'Anna' });
    const named = desk.lastCommand();
    await change(ticket, { phones: ['1234'] });
    await undo(named);
    expect((await reread(ticket)).customer).toMatchObject({ name: 'An', phones: ['1234'] });
    await redo(named);
    await change(ticket, { name: 'Annabel' });
    await expect(undo(named)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('random walks', () => {
  it('undone command by command lead back to where they began, and put back to where they ended', async () => {
    for (let seed = 1; seed <= 12; seed += 1) await walkThereAndBack(seed);
  });
});

async function walkThereAndBack(seed: number): Promise<void> {
  const random = createRandom(seed).next;
  const tickets = [await scan(await open()), (await attach((await open()).id, `SERIAL${seed}`)).ticket];
  const start = await snapshot(tickets);
  let done = 0;
  for (let step = 0; step < 12; step += 1) {
    const before = desk.lastCommand();
    await randomCommand(tickets, random, seed).catch(() => undefined);
    if (desk.lastCommand() !== before) done += 1;
  }
  const end = await snapshot(tickets);
  for (let step = 0; step < done; step += 1) await undo();
  expect(await snapshot(tickets), `seed ${seed}`).toEqual(start);
  for (let step = 0; step < done; step += 1) await redo();
  expect(await snapshot(tickets), `seed ${seed}`).toEqual(end);
}

/** Without the QR and its payload, which a close forgets. */
async function snapshot(tickets: readonly TicketDetails[]) {
  const details = await Promise.all(tickets.map(reread));
  for (const { history, state } of details) expect(replay(history, () => smallPlaybook)).toEqual(state);
  return details.map((ticket) => {
    const { state, scans, ...rest } = essence(ticket);
    return { ...rest, scans: scans.map(({ id }) => id), state: { ...state, currentFingerprint: null } };
  });
}

const changes = [
  { kind: 'assign', assignee: null },
  { kind: 'setPriority', priority: 'high' },
  { kind: 'addTag', tag: 'call back' },
  { kind: 'close', outcome: 'referred' },
  { kind: 'reopen' },
] as const;

async function randomCommand(
  tickets: readonly TicketDetails[],
  random: () => number,
  seed: number,
): Promise<void> {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const ticket = await reread(pick(tickets));
  const answers = offeredAnswers(smallPlaybook, ticket.state, Date.now()).map((offer) => offer.answer.id);
  desk.wait(60_000);
  await pick<() => Promise<unknown>>([
    () => answer(ticket, pick(answers)),
    () => answer(ticket, pick(answers)),
    () => answer(ticket, pick(answers)),
    () => scan(ticket),
    () => note(ticket.id),
    () => nameCustomer(ticket, `Customer ${random()}`),
    () => attach(ticket.id, pick([`SERIAL${seed}`, `OTHER${seed}`])),
    () => close(ticket),
    () => desk.call('ticket.reopen', { ticketId: ticket.id }),
    () => desk.call('ticket.reopenStep', { ticketId: ticket.id, stepId: pick(smallPlaybook.steps).id }),
    () => desk.call('ticket.remind', { ticketId: ticket.id, minutes: pick([1, 30]) }),
    () => desk.call('ticket.clearReminder', { ticketId: ticket.id }),
    () => desk.call('ticket.learn', { ticketId: ticket.id, learned: { mailbox: pick(['lost', 'never']) } }),
    () => desk.call('ticket.setTags', { ticketId: ticket.id, tags: pick([[], ['shop']]) }),
    () => desk.call('ticket.recordFailureReason', { ticketId: ticket.id, reason: pick(['other', null]) }),
    () => desk.call('ticket.changeMany', { ticketIds: tickets.map(({ id }) => id), change: pick(changes) }),
  ])();
}
