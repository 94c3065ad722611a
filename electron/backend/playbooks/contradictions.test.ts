import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketDetails } from '../../../core/contract/records.ts';
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

/** A ticket with a scanned code, and these answers one after the other. */
async function play(answerIds: readonly string[]): Promise<TicketDetails> {
  const opened = (await desk.call('ticket.open', { by: 'hand' })).ticket;
  let at = (await desk.call('ticket.recordScan', { ticketId: opened.id, scan: resetScan() })).ticket;
  for (const answerId of answerIds) {
    const input = { ticketId: at.id, stepId: at.state.stepId, answerId, evidence: ['atDevice' as const] };
    at = (await desk.call('ticket.answerStep', { ...input, mailAddress: null })).ticket;
  }
  return at;
}
const thirdCode = ['shown', 'byDmss', 'nothing', 'byDmss', 'nothing', 'byDmss'];
const codeWhileLocked = ['shown', 'byDmss', 'arrived', 'locked', 'accepted'];

describe('where devices did otherwise than their source says', () => {
  it('is nothing as long as all went as it says', async () => {
    await play(['shown', 'byDmss', 'arrived', 'accepted']);
    expect(await desk.call('playbook.listContradictions', {})).toEqual({ sources: [], hasMore: false });
  });

  it('is counted by the fact, most often first, with the tickets', async () => {
    const locked = await play(codeWhileLocked);
    const one = await play(thirdCode);
    const other = await play([...thirdCode, 'nothing', 'byDmss']);
    const ticketOf = ({ id, number }: TicketDetails) => ({ id, number });
    expect(await desk.call('playbook.listContradictions', {})).toEqual({
      sources: [
        {
          condition: 'codesLeftForQr',
          fact: { statement: { en: 'A fact.' }, source: 'A test.' },
          times: 3,
          tickets: [ticketOf(other), ticketOf(one)],
        },
        { condition: 'deviceNotLocked', fact: null, times: 1, tickets: [ticketOf(locked)] },
      ],
      hasMore: false,
    });
  });

  it('does not count what was taken back', async () => {
    await play(codeWhileLocked);
    await desk.call('desk.undo', { commandId: desk.lastCommand() });
    expect((await desk.call('playbook.listContradictions', {})).sources).toEqual([]);
  });
});
