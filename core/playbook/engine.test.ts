import { describe, expect, it } from 'vitest';
import type { TicketState } from '../ticket/schema.ts';
import { codesLeft, findStep, isConditionMet, offeredAnswers, settleStep } from './engine.ts';
import type { Playbook, Step } from './schema.ts';
import { smallPlaybook as playbook } from './small-playbook.fixture.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);

function stateAt(stepId: string, change: Partial<TicketState> = {}): TicketState {
  return {
    playbookId: playbook.id,
    playbookVersion: playbook.version,
    stepId,
    routes: [],
    situation: {},
    passedSteps: [],
    status: 'open',
    outcome: null,
    customerId: null,
    isCallerPresumed: false,
    deviceId: null,
    evidence: [],
    ownEvidence: [],
    isOwnershipConfirmed: false,
    isCallBackAwaited: false,
    proofsSetAside: null,
    currentFingerprint: null,
    codesRequestedByFingerprint: {},
    codeRequests: [],
    request: null,
    wrongCodesInARow: 0,
    lockedUntil: null,
    reminderAt: null,
    assignee: null,
    priority: 'normal',
    tags: [],
    failureReason: null,
    ...change,
  };
}

const unmet = (state: TicketState, now = 0) =>
  Object.fromEntries(
    offeredAnswers(playbook, state, now).map((offer) => [offer.answer.id, offer.unmetCondition]),
  );

const warned = (state: TicketState, now = 0) =>
  Object.fromEntries(offeredAnswers(playbook, state, now).map((offer) => [offer.answer.id, offer.warnings]));

describe('offeredAnswers', () => {
  it('offers the answers of the current step in their order', () => {
    const offers = offeredAnswers(playbook, stateAt('ownership'), 0);
    expect(offers.map((offer) => offer.answer.id)).toEqual(['shown', 'notShown']);
  });

  it('names the first condition that is not met', () => {
    expect(unmet(stateAt('submit'))).toEqual({
      byDmss: 'qrScanned',
      byMail: 'codesLeftForQr',
      usedUp: 'noCodesLeftForQr',
      refresh: null,
    });
  });

  it('counts codes for the QR on the screen only', () => {
    const used = { currentFingerprint: first, codesRequestedByFingerprint: { [first]: 2, [second]: 1 } };
    expect(unmet(stateAt('submit', used))).toMatchObject({ byMail: null, usedUp: null });
    expect(warned(stateAt('submit', used))).toMatchObject({ byMail: ['codesLeftForQr'], usedUp: [] });
    expect(warned(stateAt('submit'))).toMatchObject({ byMail: [] });
    const other = { ...used, currentFingerprint: second };
    expect(unmet(stateAt('submit', other))).toMatchObject({ byMail: null, usedUp: 'noCodesLeftForQr' });
    expect(codesLeft(playbook, stateAt('submit', other))).toBe(1);
  });

  it('offers nothing at an unknown step or for a closed ticket', () => {
    expect(offeredAnswers(playbook, stateAt('gone'), 0)).toEqual([]);
    expect(offeredAnswers(playbook, stateAt('code', { status: 'closed' }), 0)).toEqual([]);
  });
});

describe('isConditionMet', () => {
  it('holds the device locked until the very moment the lock ends', () => {
    const state = stateAt('code', { lockedUntil: 1000 });
    expect(isConditionMet('deviceNotLocked', playbook, state, 999)).toBe(false);
    expect(isConditionMet('deviceNotLocked', playbook, state, 1000)).toBe(true);
  });

  it('takes a code as expired from the moment its validity ends, and one that has not arrived as not expired', () => {
    const request = {
      channel: 'dmss' as const,
      fingerprint: first,
      mailAddress: null,
      submittedAt: 0,
      codeArrivedAt: 0,
      codeValidUntil: 1000,
    };
    expect(isConditionMet('codeNotExpired', playbook, stateAt('code', { request }), 999)).toBe(true);
    expect(isConditionMet('codeNotExpired', playbook, stateAt('code', { request }), 1000)).toBe(false);
    const waiting = { ...request, codeArrivedAt: null, codeValidUntil: null };
    expect(isConditionMet('codeNotExpired', playbook, stateAt('code', { request: waiting }), 1000)).toBe(
      true,
    );
    expect(isConditionMet('codeExpired', playbook, stateAt('code', { request }), 999)).toBe(false);
    expect(isConditionMet('codeExpired', playbook, stateAt('code', { request }), 1000)).toBe(true);
    expect(isConditionMet('codeExpired', playbook, stateAt('code', { request: waiting }), 1000)).toBe(false);
  });

  it('says to stop trying a code two tries before the lock, at the third where no lock is known, and in the lock', () => {
    const isOften = (wrongCodesInARow: number, wrongCodesBeforeLock: number | null, lockedUntil = 0) => {
      const limits = { ...playbook.limits, wrongCodesBeforeLock };
      const state = stateAt('code', { wrongCodesInARow, lockedUntil });
      return isConditionMet('codeRefusedOften', { ...playbook, limits }, state, 500);
    };
    expect([1, 2, 3, 4].map((count) => isOften(count, 5))).toEqual([false, false, true, true]);
    expect([1, 2, 3].map((count) => isOften(count, null))).toEqual([false, false, true]);
    expect([1, 2].map((count) => isOften(count, 3))).toEqual([false, true]);
    expect(isOften(0, 5, 1000)).toBe(true);
  });
});

describe('settleStep', () => {
  it('stays where nothing passes by itself', () => {
    expect(settleStep(playbook, stateAt('findQr'), 'findQr', 0)).toEqual({ stepId: 'findQr', passed: [] });
  });

  it('follows a chain and tells the steps that were passed', () => {
    const state = stateAt('findQr', { currentFingerprint: first });
    expect(settleStep(playbook, state, 'findQr', 0)).toEqual({
      stepId: 'submit',
      passed: ['findQr', 'scan'],
    });
  });

  it('ends even when steps pass each other in a circle', () => {
    const scan = findStep(playbook, 'scan');
    if (scan === null) throw new Error('The fixture has no step "scan".');
    const circle: Step = { ...scan, passWhen: { condition: 'qrScanned', leadsTo: 'findQr' } };
    const looping: Playbook = {
      ...playbook,
      steps: playbook.steps.map((step) => (step.id === 'scan' ? circle : step)),
    };
    const state = stateAt('findQr', { currentFingerprint: first });
    expect(settleStep(looping, state, 'findQr', 0)).toEqual({ stepId: 'scan', passed: ['findQr'] });
  });
});
