import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;

beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});

afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
  folder.remove();
});

async function answer(ticketId: string, answerId: string) {
  const { ticket } = await desk.call('ticket.get', { ticketId });
  const { stepId } = ticket.state;
  const evidence = ['atDevice' as const];
  return desk.call('ticket.answerStep', { ticketId, stepId, answerId, evidence, mailAddress: null });
}

/** A ticket that waits for its code. */
async function askForCode(): Promise<string> {
  const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
  await answer(ticket.id, 'shown');
  await answer(ticket.id, 'byDmss');
  return ticket.id;
}

/** What was told since the last look. */
async function told(): Promise<string[]> {
  desk.announced.length = 0;
  await desk.backend.tick();
  return desk.announced.flatMap((event) =>
    event.name === 'alarm.raised' ? event.payload.alarms.map(({ kind }) => kind) : [],
  );
}

const unseen = async () => (await desk.call('alarm.list', {})).unseen.map(({ kind }) => kind);

describe('what becomes due', () => {
  it('is told once, at its time, and listed until the agent has seen it', async () => {
    const ticketId = await askForCode();
    desk.wait(9 * minute);
    expect(await told()).toEqual([]);
    desk.wait(minute);
    expect(await told()).toEqual(['codeOverdue']);
    expect(await told()).toEqual([]);
    expect(await unseen()).toEqual(['codeOverdue']);
    await desk.call('alarm.dismiss', { ticketId });
    expect(await unseen()).toEqual([]);
  });

  it("is listed for whose ticket it is, and for everybody where it is nobody's", async () => {
    const ticketId = await askForCode();
    await desk.call('ticket.assign', { ticketId, assignee: 'Somebody else' });
    desk.wait(10 * minute);
    expect(await told()).toEqual(['codeOverdue']);
    expect(await unseen()).toEqual([]);
    const other = await askForCode();
    await desk.call('ticket.assign', { ticketId: other, assignee: null });
    desk.wait(10 * minute);
    await told();
    expect(await unseen()).toEqual(['codeOverdue']);
  });

  it('is told after a restart, and not a second time after another', async () => {
    await askForCode();
    desk.wait(minute);
    await desk.close();
    desk.wait(day);
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    expect(await told()).toEqual(['codeOverdue']);
    await desk.close();
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    expect(await told()).toEqual([]);
    expect(await unseen()).toEqual(['codeOverdue']);
  });

  it('counts a code down: an hour before, a quarter of an hour before, and its end', async () => {
    const ticketId = await askForCode();
    await answer(ticketId, 'arrived');
    desk.wait(day - hour);
    expect(await told()).toEqual(['codeExpiresInHour']);
    const { nextAt: nextComing } = await desk.call('alarm.list', {});
    const { ticket } = await desk.call('ticket.get', { ticketId });
    expect(nextComing).toBe((ticket.state.request?.codeValidUntil ?? 0) - 15 * minute);
    desk.wait(45 * minute);
    expect(await told()).toEqual(['codeExpiresInQuarter']);
    desk.wait(15 * minute);
    expect(await told()).toEqual(['codeExpires']);
    const { rows } = await desk.call('ticket.list', { lane: 'now', search: '', limit: 10, after: null });
    expect(rows[0]).toMatchObject({ id: ticketId, nextEventKind: 'codeExpires' });
  });

  it('is forgotten when the agent acts first, and when the ticket closes', async () => {
    const ticketId = await askForCode();
    await answer(ticketId, 'arrived');
    desk.wait(hour);
    expect(await told()).toEqual([]);
    await desk.call('ticket.close', { ticketId, outcome: 'abandoned' });
    desk.wait(2 * day);
    expect(await told()).toEqual([]);
    expect((await desk.call('alarm.list', {})).nextAt).toBeNull();
  });
});

describe('a reminder', () => {
  it('comes at its time instead of what comes before it, and counts as seen what was told', async () => {
    const ticketId = await askForCode();
    desk.wait(10 * minute);
    await told();
    const { ticket } = await desk.call('ticket.remind', { ticketId, minutes: 15 });
    expect(await unseen()).toEqual([]);
    expect((await desk.call('alarm.list', {})).nextAt).toBe(ticket.state.reminderAt);
    desk.wait(15 * minute);
    expect(await told()).toEqual(['reminder']);
  });

  it('is never what comes next once it is past, also where nobody has been told yet', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.remind', { ticketId: ticket.id, minutes: 15 });
    desk.wait(2 * day);
    expect((await desk.call('alarm.list', {})).nextAt).toBeNull();
  });

  it('can be taken back', async () => {
    const ticketId = await askForCode();
    await desk.call('ticket.remind', { ticketId, minutes: 5 });
    await desk.call('ticket.clearReminder', { ticketId });
    desk.wait(6 * minute);
    expect(await told()).toEqual([]);
  });
});

describe('a call-back', () => {
  const lanes = async () =>
    (await desk.call('ticket.list', { lane: 'now', search: '', limit: 10, after: null })).counts;

  it('lets the ticket wait until its time, and then needs the agent again', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    expect(await lanes()).toMatchObject({ now: 1, waiting: 0 });
    const away = await desk.call('ticket.awaitCallBack', { ticketId: ticket.id, minutes: 60 });
    expect(away.ticket.lane).toBe('waiting');
    expect(await lanes()).toMatchObject({ now: 0, waiting: 1 });
    desk.wait(hour);
    expect(await told()).toEqual(['callBackOverdue']);
    expect(await lanes()).toMatchObject({ now: 1, waiting: 0 });
    expect((await desk.call('ticket.get', { ticketId: ticket.id })).ticket.lane).toBe('now');
  });

  it('is awaited no longer once it is taken back', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.awaitCallBack', { ticketId: ticket.id, minutes: 60 });
    await desk.call('desk.undo', { commandId: null });
    expect(await lanes()).toMatchObject({ now: 1, waiting: 0 });
    desk.wait(2 * hour);
    expect(await told()).toEqual([]);
  });
});

describe('a computer whose clock is set', () => {
  it.each([
    ['back', -3 * hour],
    ['forward', 3 * hour],
  ])('%s: says so, and no countdown gains or loses a minute', async (direction, byMs) => {
    await askForCode();
    await told();
    desk.setClock(byMs);
    expect(await told()).toEqual([]);
    expect(desk.announced.at(-1)).toMatchObject({
      name: 'clock.changed',
      payload: { offsetMs: -byMs, jump: { direction, byMs: 3 * hour } },
    });
    desk.wait(9 * minute);
    expect(await told()).toEqual([]);
    desk.wait(minute);
    expect(await told()).toEqual(['codeOverdue']);
  });

  it('keeps what each countdown had left when the agent says that the computer is right', async () => {
    const ticketId = await askForCode();
    const { ticket } = await answer(ticketId, 'arrived');
    const validUntil = ticket.state.request?.codeValidUntil ?? 0;
    await told();
    desk.setClock(-3 * hour);
    await told();
    expect(await desk.call('clock.adopt', {})).toMatchObject({ offsetMs: 0, jump: null });
    const corrected = (await desk.call('ticket.get', { ticketId })).ticket;
    expect(corrected.state.request?.codeValidUntil).toBe(validUntil - 3 * hour);
    expect(corrected.history.at(-1)?.event).toEqual({ type: 'clockCorrected', shiftMs: -3 * hour });
    desk.wait(day - hour);
    expect(await told()).toEqual(['codeExpiresInHour']);
  });

  it('notices it also after a run that ended before its first look at the clock', async () => {
    await desk.close();
    desk.wait(day);
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    await askForCode();
    await desk.close();
    desk.setClock(-3 * hour);
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    const { offsetMs, jump } = await desk.call('clock.getState', {});
    expect(jump).toMatchObject({ direction: 'back', wasRunning: false });
    expect(Math.abs(offsetMs - 3 * hour)).toBeLessThan(minute);
  });

  it('tells the windows also when the agent says so at once after the start', async () => {
    await told();
    await desk.close();
    desk.setClock(-3 * hour);
    await desk.backend.openStore(folder.file, 'c0'.repeat(32));
    expect((await desk.call('clock.getState', {})).offsetMs).toBe(3 * hour);
    desk.announced.length = 0;
    await desk.call('clock.adopt', {});
    expect(desk.announced).toContainEqual({
      name: 'clock.changed',
      payload: expect.objectContaining({ offsetMs: 0 }),
    });
  });
});
