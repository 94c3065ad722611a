import { describe, expect, it } from 'vitest';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import { decide } from './decide.ts';
import { laneOf } from './lane.ts';
import type { TicketState } from './schema.ts';

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
    expect(laneOf({ ...openState(), stepId: 'wait', request }, playbook)).toBe('waiting');
    expect(laneOf({ ...openState(), stepId: 'wait', request: arrived }, playbook)).toBe('now');
    expect(laneOf({ ...openState(), stepId: 'submit', request }, playbook)).toBe('now');
  });

  it('puts a closed ticket in its own lane, also at the waiting step', () => {
    const state: TicketState = { ...openState(), stepId: 'wait', status: 'closed', outcome: 'abandoned' };
    expect(laneOf(state, playbook)).toBe('closed');
  });
});
