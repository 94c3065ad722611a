import { describe, expect, it } from 'vitest';
import { milestonesOf } from './milestones.ts';
import type { TrailEntry } from './replay.ts';
import type { TicketEvent } from './schema.ts';

const fingerprint = 'a'.repeat(64);
const request: TicketEvent = { type: 'requestSubmitted', channel: 'dmss', fingerprint, mailAddress: null };
const opened: TicketEvent = {
  type: 'ticketOpened',
  playbookId: 'small',
  playbookVersion: 1,
  stepId: 'ownership',
};
const scanned: TicketEvent = { type: 'scanRecorded', scanId: '0', fingerprint, source: 'screen' };

function trailOf(...events: readonly (readonly [at: number, event: TicketEvent])[]): TrailEntry[] {
  return events.map(([at, event], index) => ({ at, event, sequence: index + 1 }));
}

const timeline = (trail: readonly TrailEntry[]) => milestonesOf(trail).map(({ type, at }) => [type, at]);

describe('milestonesOf', () => {
  it('goes by time, also where the procedure goes another way: a QR that was scanned anew', () => {
    const trail = trailOf(
      [10, opened],
      [20, scanned],
      [30, request],
      [40, { type: 'qrRefreshed' }],
      [50, scanned],
    );
    expect(timeline(trail)).toEqual([
      ['ticketOpened', 10],
      ['requestSubmitted', 30],
      ['scanRecorded', 50],
    ]);
  });

  it('has the code at the time of its mail, and at that of the entry where none was told', () => {
    const arrived: TicketEvent = { type: 'codeArrived', fingerprint };
    expect(
      timeline(trailOf([10, opened], [30, request], [90, { ...arrived, arrivedAt: 35 }])).at(-1),
    ).toEqual(['codeArrived', 35]);
    expect(timeline(trailOf([10, opened], [30, request], [90, arrived])).at(-1)).toEqual(['codeArrived', 90]);
    const corrected: TicketEvent = { type: 'arrivalCorrected', arrivedAt: 70 };
    expect(timeline(trailOf([10, opened], [30, request], [60, arrived], [90, corrected])).at(-1)).toEqual([
      'codeArrived',
      70,
    ]);
  });

  it('leaves out what was taken back, and counts the rest', () => {
    const undone: TicketEvent = {
      type: 'commandUndone',
      fromSequence: 3,
      toSequence: 3,
      isQrForgotten: false,
    };
    expect(milestonesOf(trailOf([10, opened], [20, scanned], [30, scanned], [40, undone]))).toEqual([
      { type: 'ticketOpened', at: 10, times: 1 },
      { type: 'scanRecorded', at: 20, times: 1 },
    ]);
  });
});
