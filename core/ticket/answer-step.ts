import { assertNever } from '../assert-never.ts';
import type { SeenProofs } from '../ownership/checklist.ts';
import { findStep, isConditionMet } from '../playbook/engine.ts';
import { type Answer, chooserStepId } from '../playbook/schema.ts';
import { judgeWhen } from '../playbook/situation.ts';
import type { AnswerStepCommand } from './command.ts';
import { recordFailureReason } from './labels.ts';
import { ownershipConfirmed, ownershipGap, ownershipRefused } from './ownership.ts';
import {
  accepted,
  asCounted,
  type Decision,
  learn,
  moveOn,
  type OpenProgress,
  record,
  refuse,
} from './progress.ts';
import type { Channel, Effect, Outcome, TicketFact } from './schema.ts';

/** With these the vendor is asked for something. */
export const requestingEffects: readonly Effect[] = [
  'requestSubmittedByDmss',
  'requestSubmittedByMail',
  'requestSubmittedByApp',
  'requestSubmittedByFile',
  'requestSubmittedByVendor',
];

/** The answer, then what it records, then the steps that are passed by themselves. */
export function answerStep(progress: OpenProgress, command: AnswerStepCommand): Decision {
  const { playbook, state, now } = progress;
  if (command.stepId !== state.stepId) return refuse('The ticket is at another step by now.', 'conflict');
  const answer = findStep(playbook, state.stepId)?.answers.find(({ id }) => id === command.answerId);
  if (answer === undefined) return refuse('This step has no such answer.');
  if (judgeWhen(answer.when, state.situation) === 'broken')
    return refuse('This answer does not fit what is known of the device.');
  const counted = asCounted(progress);
  if (!answer.requires.every((condition) => isConditionMet(condition, playbook, counted, now)))
    return refuse('This answer can not be given now. Choose another.');
  const answered = learn(recordAnswer(progress, answer), answer.learns);
  const decision = recordEffects(answered, answer, command);
  if (answer.leadsTo !== chooserStepId || !decision.ok) return decision;
  return accepted(record({ ...progress, ...decision }, { type: 'routeFailed' }));
}

function recordAnswer(progress: OpenProgress, answer: Answer): OpenProgress {
  const { stepId } = progress.state;
  return record(progress, {
    type: 'stepAnswered',
    stepId,
    answerId: answer.id,
    nextStepId: answer.leadsTo,
  });
}

function recordEffects(start: OpenProgress, answer: Answer, command: AnswerStepCommand): Decision {
  let progress = start;
  for (const effect of answer.records) {
    const gap = requestingEffects.includes(effect)
      ? ownershipGap(command.checklist ?? [], progress.state)
      : null;
    if (gap !== null) return refuse(gap);
    const event = eventOf(effect, progress, command);
    if (typeof event === 'string') return refuse(event);
    progress = record(progress, event);
  }
  return accepted(moveOn(recordFailureReason(progress, answer.failureReason ?? null)));
}

function seenProofs({ evidence, ownEvidence = [] }: AnswerStepCommand): SeenProofs {
  return { evidence, ownEvidence };
}

/** The event an effect leads to, or the sentence that says why it can not. */
function eventOf(effect: Effect, progress: OpenProgress, command: AnswerStepCommand): TicketFact | string {
  switch (effect) {
    case 'ownershipConfirmed':
      return ownershipConfirmed(command.checklist ?? [], seenProofs(command));
    case 'ownershipRefused':
      return ownershipRefused(seenProofs(command), command.refusalReason ?? null);
    case 'requestSubmittedByDmss':
      return requestSubmitted('dmss', progress, null);
    case 'requestSubmittedByMail':
      return requestSubmitted('mail', progress, command.mailAddress);
    case 'requestSubmittedByApp':
      return requestWithoutQr('app');
    case 'requestSubmittedByFile':
      return requestWithoutQr('file');
    case 'requestSubmittedByVendor':
      return requestWithoutQr('vendor');
    case 'codeArrived':
      return codeArrived(progress);
    case 'replyArrived':
      return progress.state.request === null ? 'Nothing was asked for yet.' : { type: 'replyArrived' };
    case 'codeAccepted':
    case 'codeRejected':
    case 'deviceLocked':
    case 'qrRefreshed':
    case 'passwordAccepted':
    case 'loginVerified':
      return { type: effect };
    case 'closedResolved':
      return closed('resolved');
    case 'closedReferred':
      return closed('referred');
    case 'closedRefused':
      return closed('refused');
    case 'closedAbandoned':
      return closed('abandoned');
    default:
      return assertNever(effect);
  }
}

function requestSubmitted(
  channel: Channel,
  { state }: OpenProgress,
  mailAddress: string | null,
): TicketFact | string {
  const fingerprint = state.currentFingerprint;
  if (fingerprint === null) return 'Scan the QR code on the device first.';
  return { type: 'requestSubmitted', channel, fingerprint, mailAddress };
}

function requestWithoutQr(channel: Channel): TicketFact {
  return { type: 'requestSubmitted', channel, fingerprint: null, mailAddress: null };
}

/** A code belongs to the QR it was asked for with, even if another one was scanned since. */
function codeArrived({ state }: OpenProgress): TicketFact | string {
  if (state.request === null) return 'No security code was asked for yet.';
  return { type: 'codeArrived', fingerprint: state.request.fingerprint };
}

function closed(outcome: Outcome): TicketFact {
  return { type: 'ticketClosed', outcome, mergedIntoTicketId: null };
}
