import { describe, expect, it } from 'vitest';
import type { TicketEventRecord } from '../../../../core/contract/records.ts';
import type { TicketEvent } from '../../../../core/ticket/schema.ts';
import { summarize } from './summary.ts';

function historyOf(...events: readonly (readonly [at: number, event: TicketEvent])[]): TicketEventRecord[] {
  return events.map(([at, event], index) => ({ sequence: index + 1, at, actor: 'agent', event, hash: '' }));
}

const opened: TicketEvent = { type: 'ticketOpened', playbookId: 'p', playbookVersion: 1, stepId: 's' };
const closed: TicketEvent = { type: 'ticketClosed', outcome: 'resolved', mergedIntoTicketId: null };

describe('summarize', () => {
  it('tells each thing once, with its last time and how often it happened', () => {
    const history = historyOf(
      [10, opened],
      [20, { type: 'codeArrived', fingerprint: 'f' }],
      [30, { type: 'codeArrived', fingerprint: 'f' }],
      [40, { type: 'noteAdded', text: 'not a milestone' }],
    );
    expect(summarize(history).milestones).toEqual([
      { type: 'ticketOpened', at: 10, times: 1 },
      { type: 'codeArrived', at: 30, times: 2 },
    ]);
  });

  it('counts the codes that the device refused', () => {
    const history = historyOf([10, opened], [20, { type: 'codeRejected' }], [30, { type: 'codeRejected' }]);
    expect(summarize(history).wrongCodes).toBe(2);
  });

  it('tells how long a closed ticket took, up to its last close', () => {
    const history = historyOf([10, opened], [50, closed], [60, { type: 'ticketReopened' }], [90, closed]);
    expect(summarize(history).durationMs).toBe(80);
  });

  it('tells no duration of a ticket that is open, or open again', () => {
    expect(summarize(historyOf([10, opened])).durationMs).toBeNull();
    expect(
      summarize(historyOf([10, opened], [50, closed], [60, { type: 'ticketReopened' }])).durationMs,
    ).toBeNull();
  });
});
