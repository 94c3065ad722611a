import { assertNever } from '../assert-never.ts';
import { findStep } from '../playbook/engine.ts';
import { chooserStepId, type Playbook } from '../playbook/schema.ts';
import { answerStep } from './answer-step.ts';
import { attachCustomer, attachDevice } from './attach.ts';
import type { CloseCommand, TicketCommand } from './command.ts';
import type { DeviceCounts } from './device-counts.ts';
import { assign, isUnresolved, recordFailureReason, setPriority, setTags } from './labels.ts';
import { ownershipRefused, recordOwnership, setProofsAside } from './ownership.ts';
import { accepted, type Decision, learn, moveOn, type OpenProgress, record, refuse } from './progress.ts';
import type { TicketState } from './schema.ts';
import { timersOf } from './timers.ts';

/**
 * The rules of a ticket: which events a command leads to, or why it is refused. Pure; changes nothing.
 * No events means that the command changes nothing (the customer was attached already).
 *
 * @param state null for `open` only
 * @param now epoch ms
 * @param deviceCounts of all tickets of the device, whose limits hold for them together; null where this is the only one
 */
export function decide(
  state: TicketState | null,
  command: TicketCommand,
  playbook: Playbook,
  now: number,
  deviceCounts: DeviceCounts | null = null,
): Decision {
  if (command.type === 'open')
    return state === null ? open(playbook, command.assignee ?? null, now) : refuse('The ticket is open.');
  if (state === null) return refuse('There is no such ticket.');
  const progress: OpenProgress = { state, events: [], playbook, deviceCounts, now };
  if (state.status === 'closed') return decideClosed(progress, command);
  switch (command.type) {
    case 'attachCustomer':
      if (state.customerId === command.customerId && (!state.isCallerPresumed || command.isPresumed === true))
        return accepted(progress);
      return accepted(attachCustomer(progress, command));
    case 'attachDevice':
      if (state.deviceId === command.deviceId) return accepted(progress);
      return accepted(attachDevice(progress, command));
    case 'recordScan':
      return accepted(moveOn(record(progress, { ...command, type: 'scanRecorded' })));
    case 'answerStep':
      return answerStep(progress, command);
    case 'learn':
      return accepted(moveOn(learn(progress, command.learned)));
    case 'takeRoute':
      return takeRoute(progress, command.playbook);
    case 'recordOwnership':
      return recordOwnership(progress, command.checklist, command);
    case 'setProofsAside':
      return accepted(setProofsAside(progress, command.cause));
    case 'reopenStep':
      return reopenStep(progress, command.stepId);
    case 'setReminder':
      if (command.at <= now) return refuse('A reminder is for a time to come.');
      return accepted(record(progress, { ...command, type: 'reminderSet' }));
    case 'awaitCallBack':
      if (command.until <= now) return refuse('A reminder is for a time to come.');
      return accepted(record(progress, { ...command, type: 'callBackAwaited' }));
    case 'clearReminder':
      if (state.reminderAt === null) return accepted(progress);
      return accepted(record(progress, { type: 'reminderCleared' }));
    case 'correctClock':
      if (timersOf(state, playbook).length === 0 && !isCountedForDevice(state)) return accepted(progress);
      return accepted(record(progress, { ...command, type: 'clockCorrected' }));
    case 'addNote':
      return accepted(record(progress, { ...command, type: 'noteAdded' }));
    case 'close':
      return close(progress, command);
    case 'reopen':
      return refuse('The ticket is open.');
    case 'assign':
      return accepted(assign(progress, command.assignee));
    case 'setPriority':
      return accepted(setPriority(progress, command.priority));
    case 'setTags':
      return accepted(setTags(progress, command.tags));
    case 'recordFailureReason':
      return refuse('A reason is given once the ticket is closed.');
    default:
      return assertNever(command);
  }
}

function open(playbook: Playbook, assignee: string | null, now: number): Decision {
  const event = {
    type: 'ticketOpened' as const,
    playbookId: playbook.id,
    playbookVersion: playbook.version,
    stepId: playbook.firstStepId,
  };
  const opened = record({ state: null, events: [], playbook, deviceCounts: null, now }, event);
  return accepted(moveOn(assign(opened, assignee)));
}

/** A route that was only left goes on where it was left; one that is new, or failed before, starts at its beginning. */
function takeRoute(progress: OpenProgress, playbook: Playbook): Decision {
  const { state } = progress;
  if (state.playbookId === playbook.id && state.stepId !== chooserStepId) return accepted(progress);
  const earlier = state.routes.find(({ playbookId, hasFailed }) => playbookId === playbook.id && !hasFailed);
  const changed = record(progress, {
    type: 'routeChanged',
    playbookId: playbook.id,
    playbookVersion: playbook.version,
    stepId: earlier?.stepId ?? playbook.firstStepId,
  });
  return accepted(moveOn({ ...changed, playbook }));
}

function close(progress: OpenProgress, command: CloseCommand): Decision {
  const { outcome, mergedIntoTicketId, failureReason = null, refusalReason = null } = command;
  const isRefused = outcome === 'refused';
  if (isRefused && refusalReason === null) return refuse('Say why ownership was not accepted.');
  const told = isRefused ? record(progress, ownershipRefused(progress.state, refusalReason)) : progress;
  const closed = record(told, { type: 'ticketClosed', outcome, mergedIntoTicketId });
  return accepted(recordFailureReason(closed, isRefused ? 'ownershipNotShown' : failureReason));
}

/** Its times stand for the device also where no timer runs: another ticket goes by them. */
function isCountedForDevice({ codeRequests, lockedUntil }: TicketState): boolean {
  return codeRequests.length > 0 || lockedUntil !== null;
}

/** A closed ticket takes notes, tags, the reason and the right time; it can be opened again unless another ticket carries on for it. */
function decideClosed(progress: OpenProgress, command: TicketCommand): Decision {
  switch (command.type) {
    case 'addNote':
      return accepted(record(progress, { ...command, type: 'noteAdded' }));
    case 'correctClock':
      if (!isCountedForDevice(progress.state)) return accepted(progress);
      return accepted(record(progress, { ...command, type: 'clockCorrected' }));
    case 'setTags':
      return accepted(setTags(progress, command.tags));
    case 'recordFailureReason':
      if (!isUnresolved(progress.state)) return refuse('Nothing stood in the way of this ticket.');
      return accepted(recordFailureReason(progress, command.reason));
    case 'reopen':
      return reopen(progress);
    default:
      return refuse('The ticket is closed.');
  }
}

function reopen(progress: OpenProgress): Decision {
  if (progress.state.outcome === 'merged') return refuse('Another ticket carries on for this device.');
  if (progress.state.outcome === 'mistaken')
    return refuse('The opening of this ticket was undone. Open a new one.');
  const reopened = record(progress, { type: 'ticketReopened' });
  const { stepId, passedSteps } = progress.state;
  const step = findStep(progress.playbook, stepId);
  const lastPassed = passedSteps.at(-1);
  // At an end there is nothing to answer: the agent goes on from the step that led there.
  if (step?.isEnd !== true || lastPassed === undefined) return accepted(reopened);
  return accepted(record(reopened, { type: 'stepReopened', stepId: lastPassed.stepId }));
}

/** Goes back to a passed step and stays there, even if it would be passed by itself. */
function reopenStep(progress: OpenProgress, stepId: string): Decision {
  if (progress.state.stepId === stepId) return accepted(progress);
  if (!progress.state.passedSteps.some((passed) => passed.stepId === stepId))
    return refuse('Only a step that was passed can be opened again.');
  if (findStep(progress.playbook, stepId) === null)
    return refuse('This step is no longer part of the procedure.');
  return accepted(record(progress, { type: 'stepReopened', stepId }));
}
