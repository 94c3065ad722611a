import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, resetScan, type TestDesk, temporaryFolder } from '../testing/test-desk.ts';

const start = 1_750_000_000_000;
const hour = 60 * 60_000;
const minute = 60_000;

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

const answer = async (ticketId: string, answerId: string) => {
  const { ticket } = await desk.call('ticket.get', { ticketId });
  const { stepId } = ticket.state;
  return desk.call('ticket.answerStep', {
    ticketId,
    stepId,
    answerId,
    evidence: ['atDevice'],
    mailAddress: null,
  });
};

const read = (...bounds: number[]) => desk.call('dashboard.read', { bounds });

describe('the figures of a period', () => {
  it('count what was opened and closed in each part, and why, on which route and by whom', async () => {
    const open = (serial: string, model: string) =>
      desk.call('ticket.open', { by: 'serial', serial, deviceKind: 'recorder', model });
    const { ticket: first } = await open('4G0A1B2PAZ', 'XVR5116');
    const { ticket: second } = await open('4G0A1B3PAZ', 'XVR5116');
    await desk.call('ticket.close', { ticketId: first.id, outcome: 'referred' });
    desk.wait(hour);
    await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.close', { ticketId: second.id, outcome: 'abandoned' });
    const figures = await read(start, start + hour, start + 2 * hour);
    expect(figures).toMatchObject({
      opened: [2, 1],
      solved: [0, 0],
      closed: 2,
      toLogin: { medianMs: null, tickets: 0 },
      models: [{ model: 'XVR5116', closed: 2, solved: 0 }],
      agents: [{ agent: 'Test agent', closed: 2, solved: 0 }],
    });
    expect(figures.failures.map(({ outcome, tickets }) => [outcome, tickets]).toSorted()).toEqual([
      ['abandoned', 1],
      ['referred', 1],
    ]);
    expect(figures.routes).toHaveLength(1);
    expect(await read(start + 9 * hour, start + 10 * hour)).toMatchObject({
      opened: [0],
      closed: 0,
      routes: [],
    });
  });

  it('tell how long half of the solved tickets took, to the code and to the login', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'resetQr', scan: resetScan() });
    const { id } = ticket;
    await answer(id, 'shown');
    await answer(id, 'byDmss');
    desk.wait(5 * minute);
    await answer(id, 'arrived');
    desk.wait(5 * minute);
    for (let step = 0; step < 9; step += 1) {
      const { ticket: now } = await desk.call('ticket.get', { ticketId: id });
      if (now.state.status === 'closed') break;
      const playbook = (await desk.call('playbook.list', {})).playbooks[0];
      const answers = playbook?.steps.find((one) => one.id === now.state.stepId)?.answers ?? [];
      await answer(id, answers[0]?.id ?? '');
    }
    const { toCode, toLogin, solved } = await read(start, start + hour);
    expect(solved).toEqual([1]);
    expect([toCode.tickets, toLogin.tickets]).toEqual([1, 1]);
    expect(Math.round((toCode.medianMs ?? 0) / minute)).toBe(5);
    expect(Math.round((toLogin.medianMs ?? 0) / minute)).toBe(10);
  });
});
