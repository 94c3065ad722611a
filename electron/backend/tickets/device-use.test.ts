import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { KyselyTicketEventRepository } from '../store/kysely/ticket-event-repository.ts';
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

const device = { serial: '4K002C6PAJA49A7', deviceKind: 'recorder', model: '' } as const;

async function answer({ id, state }: TicketDetails, answerId: string): Promise<TicketDetails> {
  const input = { ticketId: id, stepId: state.stepId, answerId, evidence: ['atDevice' as const] };
  return (await desk.call('ticket.answerStep', { ...input, mailAddress: null })).ticket;
}

async function answerAll(ticket: TicketDetails, answerIds: readonly string[]): Promise<TicketDetails> {
  let at = ticket;
  for (const answerId of answerIds) at = await answer(at, answerId);
  return at;
}

const eventsOf = ({ history }: TicketDetails) => history.map(({ event }) => event);
const openByHand = async () => (await desk.call('ticket.open', { by: 'hand' })).ticket;
const openByDevice = async () => (await desk.call('ticket.open', { by: 'serial', ...device })).ticket;
const scan = async ({ id }: TicketDetails, code = resetScan()) =>
  (await desk.call('ticket.recordScan', { ticketId: id, scan: code })).ticket;
const giveUp = ({ id }: TicketDetails) => desk.call('ticket.close', { ticketId: id, outcome: 'abandoned' });

describe('the limits of a device', () => {
  it('hold across its tickets: the codes of one QR are those of all', async () => {
    const code = resetScan();
    const first = await scan(await openByDevice(), code);
    await giveUp(await answerAll(first, ['shown', 'byDmss', 'nothing', 'byDmss']));
    const second = await answer(await scan(await openByDevice(), code), 'shown');
    expect(second.state.codesRequestedByFingerprint).toEqual({});
    expect(second.deviceUse?.others).toMatchObject([{ ticketNumber: 1, codes: 2, wrongCodes: 0 }]);
    expect((await answer(second, 'usedUp')).state.stepId).toBe('scan');
    const third = await answer(await scan(second, code), 'byDmss');
    expect(eventsOf(third)).toContainEqual({ type: 'limitContradicted', condition: 'codesLeftForQr' });
  });

  it('lock it after wrong codes on two tickets, and the end of the lock is a time of the second', async () => {
    const first = await answerAll(await scan(await openByDevice()), ['shown', 'byDmss', 'arrived']);
    await giveUp(await answerAll(first, ['rejected', 'rejected', 'rejected']));
    const second = await answerAll(await scan(await openByDevice()), ['shown', 'byDmss', 'arrived']);
    const locked = await answerAll(second, ['rejected', 'rejected']);
    expect(locked.state.lockedUntil).toBeNull();
    const until = locked.deviceUse?.counts.lockedUntil ?? 0;
    const early = await answer(locked, 'accepted');
    expect(eventsOf(early)).toContainEqual({ type: 'limitContradicted', condition: 'deviceNotLocked' });
    await desk.call('desk.undo', { commandId: desk.lastCommand() });
    const { rows } = await desk.call('ticket.list', { lane: 'now', search: '', limit: 10, after: null });
    expect(rows[0]).toMatchObject({ nextEventAt: until, nextEventKind: 'lockEnds' });
    desk.wait(until - (locked.history.at(-1)?.at ?? 0));
    await desk.backend.tick();
    expect((await desk.call('alarm.list', {})).unseen).toMatchObject([{ kind: 'lockEnds', ticketNumber: 2 }]);
    const after = await answer(locked, 'accepted');
    expect(after.state.stepId).toBe('password');
    expect(eventsOf(after).slice(eventsOf(early).length)).not.toContainEqual(
      expect.objectContaining({ type: 'limitContradicted' }),
    );
  });

  it('count what was asked for before the serial was known, also when the tickets are merged', async () => {
    await openByDevice();
    const unknown = await answerAll(await scan(await openByHand()), ['shown', 'byDmss']);
    const { ticket, isOther } = await desk.call('ticket.attachDevice', { ticketId: unknown.id, ...device });
    expect(isOther).toBe(true);
    expect(ticket.deviceUse?.others).toMatchObject([{ ticketNumber: 2, codes: 1 }]);
  });

  it('forget what was taken back', async () => {
    const first = await answerAll(await scan(await openByDevice()), ['shown', 'byDmss']);
    const asking = desk.lastCommand();
    await giveUp(first);
    const closing = desk.lastCommand();
    await desk.call('desk.undo', { commandId: closing });
    await desk.call('desk.undo', { commandId: asking });
    await giveUp(first);
    expect((await openByDevice()).deviceUse).toBeNull();
  });

  it('move with the clock when it is set right, on closed tickets too', async () => {
    const first = await answerAll(await scan(await openByDevice()), ['shown', 'byDmss']);
    await giveUp(first);
    const second = await openByDevice();
    const before = second.deviceUse?.others[0]?.lastAt ?? 0;
    await desk.backend.tick();
    desk.setClock(3 * 60 * 60 * 1000);
    await desk.backend.tick();
    await desk.call('clock.adopt', {});
    const { ticket } = await desk.call('ticket.get', { ticketId: second.id });
    expect((ticket.deviceUse?.others[0]?.lastAt ?? 0) - before).toBe(3 * 60 * 60 * 1000);
  });
});

describe('the reads of a device with other tickets', () => {
  it('are one for an answer, its events, its projection and the ticket that it gives back', async () => {
    for (let count = 0; count < 2; count += 1)
      await giveUp(await answerAll(await scan(await openByDevice()), ['shown', 'byDmss']));
    const third = await scan(await openByDevice());
    const read = vi.spyOn(KyselyTicketEventRepository.prototype, 'readTrails');
    onTestFinished(() => read.mockRestore());
    const answered = await answer(third, 'shown');
    expect(answered.deviceUse?.others).toHaveLength(2);
    expect(answered.version).toBeGreaterThan(third.version);
    expect(read).toHaveBeenCalledTimes(1);
    // The kept trail is the one that is stored.
    const { ticket } = await desk.call('ticket.get', { ticketId: third.id });
    expect(ticket).toEqual(answered);
    expect(read).toHaveBeenCalledTimes(2);
  });
});
