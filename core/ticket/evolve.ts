import { assertNever } from '../assert-never.ts';
import { chooserStepId, type Playbook } from '../playbook/schema.ts';
import { situationSeen } from '../playbook/situation.ts';
import { arrivalValidityMs, withArrival } from './arrival.ts';
import { endCallBack } from './call-back.ts';
import { countFact, isCountedFact, nothingCounted } from './device-counts.ts';
import type { PassedStep, TicketFact, TicketState } from './schema.ts';

/**
 * Folds one event into a ticket's state. Knows no rules: whatever is in the audit trail has happened. A whole trail, in
 * which some events take others back, is folded by `replay`.
 *
 * @param before null before `ticketOpened`
 * @param at when it happened, epoch ms
 * @param playbook the version that the ticket was on then: its limits count
 * @throws if the trail does not begin with `ticketOpened`, or opens twice: then it was tampered with
 */
export function evolve(
  before: TicketState | null,
  event: TicketFact,
  at: number,
  playbook: Playbook,
): TicketState {
  if (event.type === 'ticketOpened') {
    if (before !== null) throw new Error('A ticket is opened only once.');
    return openedState(event);
  }
  if (before === null) throw new Error(`A ticket begins with ticketOpened, not with ${event.type}.`);
  const state = endCallBack(before, event);
  switch (event.type) {
    case 'customerAttached':
      return { ...state, customerId: event.customerId, isCallerPresumed: event.isPresumed ?? false };
    case 'deviceAttached':
      return { ...state, deviceId: event.deviceId };
    case 'scanRecorded':
      return recordScan(state, event);
    case 'stepAnswered':
      return move(state, { stepId: event.stepId, answerId: event.answerId, at }, event.nextStepId);
    case 'stepPassed':
      return move(state, { stepId: event.stepId, answerId: null, at }, event.nextStepId);
    case 'stepReopened':
      return reopenStep(state, event.stepId);
    case 'situationLearned':
      return { ...state, situation: { ...state.situation, ...event.learned } };
    case 'routeFailed':
      return { ...leaveRoute(state, true, at), stepId: chooserStepId };
    case 'routeChanged':
      return changeRoute(state, event, at);
    case 'ownershipRecorded':
      return {
        ...state,
        isOwnershipConfirmed: event.isConfirmed,
        isCallerPresumed: state.isCallerPresumed && !event.isConfirmed,
        evidence: event.evidence,
        ownEvidence: event.ownEvidence,
        proofsSetAside: null,
      };
    case 'proofsSetAside':
      return {
        ...state,
        isOwnershipConfirmed: false,
        evidence: [],
        ownEvidence: [],
        // Where nothing was confirmed, the step that asks for it is still to come.
        proofsSetAside: state.isOwnershipConfirmed ? event.cause : state.proofsSetAside,
      };
    case 'requestSubmitted':
      return submitRequest(counted(state, event, at, playbook), event, at);
    case 'codeArrived':
    case 'replyArrived':
      return receive(state, event, at, playbook);
    case 'arrivalCorrected':
      return { ...state, request: state.request && withArrival(state.request, event.arrivedAt) };
    case 'codeAccepted':
      return { ...counted(state, event, at, playbook), request: null };
    case 'codeRejected':
    case 'deviceLocked':
      return counted(state, event, at, playbook);
    case 'qrRefreshed':
      return { ...state, currentFingerprint: null, request: null, reminderAt: null };
    case 'reminderSet':
      return { ...state, reminderAt: event.at, isCallBackAwaited: false };
    case 'callBackAwaited':
      return { ...state, reminderAt: event.until, isCallBackAwaited: true };
    case 'reminderCleared':
      return { ...state, reminderAt: null, isCallBackAwaited: false };
    case 'clockCorrected':
      return shiftTimes(state, event.shiftMs);
    case 'limitContradicted':
    case 'ownerChanged':
    case 'passwordAccepted':
    case 'loginVerified':
    case 'noteAdded':
    case 'personalDataErased':
    case 'attachmentAdded':
    case 'attachmentRemoved':
      return state;
    case 'ticketClosed':
      return {
        ...state,
        status: 'closed',
        outcome: event.outcome,
        reminderAt: null,
        isCallBackAwaited: false,
      };
    case 'ticketReopened':
      // The payload was purged at the close, so the QR must be scanned again; a code on its way stays valid.
      return { ...state, status: 'open', outcome: null, failureReason: null, currentFingerprint: null };
    case 'ticketAssigned':
      return { ...state, assignee: event.assignee };
    case 'priorityChanged':
      return { ...state, priority: event.priority };
    case 'tagsChanged':
      return { ...state, tags: event.tags ?? state.tags };
    case 'failureReasonRecorded':
      return { ...state, failureReason: event.reason };
    default:
      return assertNever(event);
  }
}

function openedState(event: Extract<TicketFact, { type: 'ticketOpened' }>): TicketState {
  return {
    playbookId: event.playbookId,
    playbookVersion: event.playbookVersion,
    stepId: event.stepId,
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
    proofsSetAside: null,
    currentFingerprint: null,
    ...nothingCounted,
    request: null,
    reminderAt: null,
    isCallBackAwaited: false,
    assignee: null,
    priority: 'normal',
    tags: [],
    failureReason: null,
  };
}

function counted(state: TicketState, event: TicketFact, at: number, { limits }: Playbook): TicketState {
  return isCountedFact(event) ? { ...state, ...countFact(state, event, at, limits) } : state;
}

function move(state: TicketState, passed: PassedStep, nextStepId: string): TicketState {
  const others = state.passedSteps.filter((step) => step.stepId !== passed.stepId);
  return { ...state, stepId: nextStepId, passedSteps: [...others, passed] };
}

/**
 * A reset QR on the screen says by itself that there is one, and of which family. Many brands show the neutral one, so that one
 * says nothing of the brand; and what was told of the brand counts more.
 */
function recordScan(
  state: TicketState,
  { fingerprint, vendorFamily }: Extract<TicketFact, { type: 'scanRecorded' }>,
): TicketState {
  const { vendor: seen, ...page } = situationSeen(vendorFamily);
  const vendor = state.situation['vendor'] ?? seen;
  return {
    ...state,
    currentFingerprint: fingerprint,
    situation: { ...state.situation, ...page, ...(vendor === undefined ? {} : { vendor }) },
  };
}

/** Going back into a route that had failed gives it another try. */
function reopenStep(state: TicketState, stepId: string): TicketState {
  const routes = state.routes.filter(({ playbookId }) => playbookId !== state.playbookId);
  return { ...state, stepId, routes };
}

/** The route that is left is remembered as it stands. */
function leaveRoute(state: TicketState, hasFailed: boolean, leftAt: number): TicketState {
  const { playbookId, playbookVersion, stepId, passedSteps, situation } = state;
  const left = { playbookId, playbookVersion, stepId, passedSteps, hasFailed, situation, leftAt };
  return { ...state, routes: [...state.routes.filter((route) => route.playbookId !== playbookId), left] };
}

/** A route that is taken up again has its passed steps back. */
function changeRoute(
  state: TicketState,
  { playbookId, playbookVersion, stepId }: Extract<TicketFact, { type: 'routeChanged' }>,
  at: number,
): TicketState {
  // A route that failed was left already.
  const { routes } = state.stepId === chooserStepId ? state : leaveRoute(state, false, at);
  return {
    ...state,
    playbookId,
    playbookVersion,
    stepId,
    passedSteps: routes.find((route) => route.playbookId === playbookId)?.passedSteps ?? [],
    routes: routes.filter((route) => route.playbookId !== playbookId),
  };
}

function submitRequest(
  state: TicketState,
  { channel, fingerprint, mailAddress }: Extract<TicketFact, { type: 'requestSubmitted' }>,
  at: number,
): TicketState {
  return {
    ...state,
    request: {
      channel,
      fingerprint,
      mailAddress,
      submittedAt: at,
      codeArrivedAt: null,
      codeValidUntil: null,
    },
    reminderAt: null,
  };
}

/** Saying twice that the same code arrived does not make it live longer. */
function receive(
  state: TicketState,
  event: Extract<TicketFact, { type: 'codeArrived' | 'replyArrived' }>,
  at: number,
  { limits }: Playbook,
): TicketState {
  const { request } = state;
  if (request === null || request.codeArrivedAt !== null) return state;
  if (event.type === 'codeArrived' && request.fingerprint !== event.fingerprint) return state;
  const codeArrivedAt = event.arrivedAt ?? at;
  const validityMs = arrivalValidityMs(event.type, request.channel, limits);
  const codeValidUntil = validityMs === null ? null : codeArrivedAt + validityMs;
  return { ...state, request: { ...request, codeArrivedAt, codeValidUntil }, reminderAt: null };
}

/** Every time that something is counted from or to; what the stepper shows stays as it was recorded. */
function shiftTimes(state: TicketState, shiftMs: number): TicketState {
  const shifted = (at: number | null) => (at === null ? null : Math.max(0, at + shiftMs));
  const { request } = state;
  return {
    ...state,
    request:
      request === null
        ? null
        : {
            ...request,
            submittedAt: Math.max(0, request.submittedAt + shiftMs),
            codeArrivedAt: shifted(request.codeArrivedAt),
            codeValidUntil: shifted(request.codeValidUntil),
          },
    codeRequests: state.codeRequests.map(({ at, isUsed }) => ({ at: Math.max(0, at + shiftMs), isUsed })),
    lockedUntil: shifted(state.lockedUntil),
    reminderAt: shifted(state.reminderAt),
  };
}
