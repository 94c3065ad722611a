import { describe, expect, it } from 'vitest';
import { playbookSchema } from '../../../core/playbook/schema.ts';
import type { TicketState } from '../../../core/ticket/schema.ts';
import { stepperRows } from './stepper-rows.ts';
import { smallPlaybook, stateWith } from './testing/small-ticket.ts';

const fingerprint = 'f'.repeat(64);

function statesOf(change: Partial<TicketState>): Record<string, string> {
  const rows = stepperRows(smallPlaybook, stateWith(change));
  return Object.fromEntries(rows.map(({ phase, state }) => [phase, state]));
}

describe('stepperRows', () => {
  it('shows the phases that have a step, in their order', () => {
    const phases = stepperRows(smallPlaybook, stateWith({})).map(({ phase }) => phase);
    expect(phases).toEqual(['ownership', 'scan', 'submit', 'close']);
  });

  it('tells what is done, at hand and to come', () => {
    const passedSteps = [{ stepId: 'ownership', answerId: 'yes', at: 5 }];
    expect(statesOf({ stepId: 'scan', passedSteps })).toEqual({
      ownership: 'done',
      scan: 'current',
      submit: 'coming',
      close: 'coming',
    });
  });

  it('tells when a phase was done and which step brings it back', () => {
    const passedSteps = [{ stepId: 'ownership', answerId: 'yes', at: 5 }];
    const [row] = stepperRows(smallPlaybook, stateWith({ stepId: 'scan', passedSteps }));
    expect(row).toMatchObject({ doneAt: 5, reopenStepId: 'ownership' });
  });

  it('asks for a second look at what was done after a step that is reopened', () => {
    const passedSteps = [
      { stepId: 'ownership', answerId: 'yes', at: 5 },
      { stepId: 'submit', answerId: 'sent', at: 6 },
    ];
    expect(statesOf({ stepId: 'ownership', passedSteps })).toMatchObject({
      ownership: 'current',
      submit: 'again',
    });
  });

  it('counts the scan as done when the QR was scanned early, before or behind the current step', () => {
    expect(statesOf({ currentFingerprint: fingerprint })['scan']).toBe('done');
    expect(statesOf({ stepId: 'submit', currentFingerprint: fingerprint })['scan']).toBe('done');
  });

  it('counts the code as found once it was scanned: what is done is not to do', () => {
    const find = playbookSchema.parse({
      ...smallPlaybook,
      steps: [...smallPlaybook.steps, { id: 'find', phase: 'findQr', title: { en: 'Find the code' } }],
    });
    const stateOf = (change: Partial<TicketState>) =>
      stepperRows(find, stateWith(change)).find(({ phase }) => phase === 'findQr')?.state;
    expect(stateOf({})).toBe('coming');
    expect(stateOf({ currentFingerprint: fingerprint })).toBe('done');
    expect(stateOf({ stepId: 'submit', currentFingerprint: fingerprint })).toBe('done');
  });

  it('says that a phase which the way led past was not needed', () => {
    expect(statesOf({ stepId: 'submit' })['scan']).toBe('skipped');
  });

  it('shows a branch under its phase while the ticket is in it, and afterwards', () => {
    const [inBranch] = stepperRows(smallPlaybook, stateWith({ stepId: 'refused' }));
    expect(inBranch?.branches.map(({ step, state }) => [step.id, state])).toEqual([['refused', 'current']]);
    const passedSteps = [{ stepId: 'refused', answerId: 'x', at: 7 }];
    const [after] = stepperRows(smallPlaybook, stateWith({ stepId: 'scan', passedSteps }));
    expect(after?.branches.map(({ state, doneAt }) => [state, doneAt])).toEqual([['done', 7]]);
    // A branch alone does not make its phase done.
    expect(after?.state).toBe('skipped');
  });

  it('tells an end that was reached from a ticket that was broken off', () => {
    expect(statesOf({ stepId: 'end', status: 'closed', outcome: 'resolved' })['close']).toBe('done');
    expect(statesOf({ stepId: 'scan', status: 'closed', outcome: 'abandoned' })['scan']).toBe('stopped');
  });
});
