import { describe, expect, it } from 'vitest';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import { laneOf } from './lane.ts';
import type { TicketState } from './schema.ts';
import { nextEvent } from './timers.ts';

const fingerprint = 'a'.repeat(64);

function openState(): TicketState {
  const decision = decide(null, { type: 'open' }, playbook, 0);
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.state;
}

const request = {
  channel: 'dmss' as const,
  fingerprint,
  mailAddress: null,
  submittedAt: 0,
  codeArrivedAt: null,
  codeValidUntil: null,
};
const arrived = { ...request, codeArrivedAt: 5, codeValidUntil: 1000 };

describe('laneOf', () => {
  it('waits only at the waiting step and only until the code has arrived', () => {
    expect(laneOf({ ...openState(), stepId: 'wait', request }, playbook, 0)).toBe('waiting');
    expect(laneOf({ ...openState(), stepId: 'wait', request: arrived }, playbook, 0)).toBe('now');
    expect(laneOf({ ...openState(), stepId: 'submit', request }, playbook, 0)).toBe('now');
  });

  it('waits for the call-back until its time, or until something is done with the caller', () => {
    const tell = (state: TicketState, command: TicketCommand, now: number) => {
      const decision = decide(state, command, playbook, now);
      if (!decision.ok) throw new Error(decision.refusal.message);
      return decision.state;
    };
    const away = tell(openState(), { type: 'awaitCallBack', until: 1000 }, 0);
    expect(laneOf(away, playbook, 999)).toBe('waiting');
    expect(laneOf(away, playbook, 1000)).toBe('now');
    expect(nextEvent(away, playbook, 0)).toEqual({ kind: 'callBackOverdue', at: 1000 });
    const noted = tell(away, { type: 'addNote', text: 'Asks for Ada.' }, 10);
    expect(laneOf(noted, playbook, 10)).toBe('waiting');
    const scan = { type: 'recordScan', scanId: crypto.randomUUID(), fingerprint, source: 'screen' } as const;
    for (const command of [scan, { type: 'clearReminder' } as const]) {
      const back = tell(away, command, 10);
      expect(laneOf(back, playbook, 10)).toBe('now');
      expect(back.reminderAt).toBeNull();
    }
    expect(decide(openState(), { type: 'awaitCallBack', until: 5 }, playbook, 5).ok).toBe(false);
  });

  it('puts a closed ticket in its own lane, also at the waiting step', () => {
    const state: TicketState = { ...openState(), stepId: 'wait', status: 'closed', outcome: 'abandoned' };
    expect(laneOf(state, playbook, 0)).toBe('closed');
  });
});
