import { assertNever } from '../assert-never.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { PassedStep, TicketEvent, TicketState } from './schema.ts';

/**
 * Folds one event into a ticket's state. Knows no rules: whatever is in the audit trail has happened.
 *
 * @param state null before `ticketOpened`
 * @param at when it happened, epoch ms
 * @throws if the trail does not begin with `ticketOpened`, or opens twice: then it was tampered with
 */
export function evolve(
  state: TicketState | null,
  event: TicketEvent,
  at: number,
  playbook: Playbook,
): TicketState {
  if (event.type === 'ticketOpened') {
    if (state !== null) throw new Error('A ticket is opened only once.');
    return openedState(event);
  }
  if (state === null) throw new Error(`A ticket begins with ticketOpened, not with ${event.type}.`);
  switch (event.type) {
    case 'customerAttached':
      return { ...state, customerId: event.customerId };
    case 'deviceAttached':
      return { ...state, deviceId: event.deviceId };
    case 'scanRecorded':
      return { ...state, currentFingerprint: event.fingerprint };
    case 'stepAnswered':
      return move(state, { stepId: event.stepId, answerId: event.answerId, at }, event.nextStepId);
    case 'stepPassed':
      return move(state, { stepId: event.stepId, answerId: null, at }, event.nextStepId);
    case 'stepReopened':
      return { ...state, stepId: event.stepId };
    case 'ownershipRecorded':
      return { ...state, isOwnershipConfirmed: event.isConfirmed, evidence: event.evidence };
    case 'requestSubmitted':
      return submitRequest(state, event, at);
    case 'codeArrived':
      return receiveCode(state, event.fingerprint, at, playbook);
    case 'codeAccepted':
      // The code is used up, so neither its validity nor the tries before it matter any more.
      return { ...state, request: null, wrongCodesInARow: 0, lockedUntil: null };
    case 'codeRejected':
      return rejectCode(state, at, playbook);
    case 'deviceLocked':
      return { ...state, wrongCodesInARow: 0, lockedUntil: at + playbook.limits.lockMs };
    case 'qrRefreshed':
      return { ...state, currentFingerprint: null, request: null };
    case 'passwordAccepted':
    case 'loginVerified':
    case 'noteAdded':
      return state;
    case 'ticketClosed':
      return { ...state, status: 'closed', outcome: event.outcome };
    case 'ticketReopened':
      // The payload was purged at the close, so the QR must be scanned again; a code on its way stays valid.
      return { ...state, status: 'open', outcome: null, currentFingerprint: null };
    default:
      return assertNever(event);
  }
}

function openedState(event: Extract<TicketEvent, { type: 'ticketOpened' }>): TicketState {
  return {
    playbookId: event.playbookId,
    playbookVersion: event.playbookVersion,
    stepId: event.stepId,
    passedSteps: [],
    status: 'open',
    outcome: null,
    customerId: null,
    deviceId: null,
    evidence: [],
    isOwnershipConfirmed: false,
    currentFingerprint: null,
    codesRequestedByFingerprint: {},
    request: null,
    wrongCodesInARow: 0,
    lockedUntil: null,
  };
}

function move(state: TicketState, passed: PassedStep, nextStepId: string): TicketState {
  const others = state.passedSteps.filter((step) => step.stepId !== passed.stepId);
  return { ...state, stepId: nextStepId, passedSteps: [...others, passed] };
}

function submitRequest(
  state: TicketState,
  { channel, fingerprint, mailAddress }: Extract<TicketEvent, { type: 'requestSubmitted' }>,
  at: number,
): TicketState {
  const requested = state.codesRequestedByFingerprint[fingerprint] ?? 0;
  return {
    ...state,
    codesRequestedByFingerprint: { ...state.codesRequestedByFingerprint, [fingerprint]: requested + 1 },
    request: {
      channel,
      fingerprint,
      mailAddress,
      submittedAt: at,
      codeArrivedAt: null,
      codeValidUntil: null,
    },
  };
}

/** Saying twice that the same code arrived does not make it live longer. */
function receiveCode(state: TicketState, fingerprint: string, at: number, playbook: Playbook): TicketState {
  const { request } = state;
  if (request === null || request.fingerprint !== fingerprint || request.codeArrivedAt !== null) return state;
  const codeValidUntil = at + playbook.limits.codeValidityMs;
  return { ...state, request: { ...request, codeArrivedAt: at, codeValidUntil } };
}

function rejectCode(state: TicketState, at: number, playbook: Playbook): TicketState {
  const wrongCodesInARow = state.wrongCodesInARow + 1;
  if (wrongCodesInARow >= playbook.limits.wrongCodesBeforeLock)
    return { ...state, wrongCodesInARow: 0, lockedUntil: at + playbook.limits.lockMs };
  const isLocked = state.lockedUntil !== null && at < state.lockedUntil;
  return { ...state, wrongCodesInARow, lockedUntil: isLocked ? state.lockedUntil : null };
}
