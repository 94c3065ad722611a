import { assertNever } from '../assert-never.ts';
import type { SeenProofs } from '../ownership/checklist.ts';
import { findStep, isConditionMet, isOnlyWarned } from '../playbook/engine.ts';
import { type Answer, chooserStepId } from '../playbook/schema.ts';
import { inDoubt, judgeWhen } from '../playbook/situation.ts';
import { arrivalFault, withArrival } from './arrival.ts';
import type { AnswerStepCommand } from './command.ts';
import { recordFailureReason } from './labels.ts';
import { ownershipConfirmed, ownershipGap, ownershipRefused, waitsForProofs } from './ownership.ts';
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
import type { Channel, Effect, Outcome, TicketFact, TicketState } from './schema.ts';

/** With these the vendor is asked for something. */
export const requestingEffects: readonly Effect[] = [
  'requestSubmittedByDmss',
  'requestSubmittedByMail',
  'requestSubmittedByApp',
  'requestSubmittedByFile',
  'requestSubmittedByVendor',
];

/** With these the mail that was waited for is there. */
export const arrivalEffects: readonly Effect[] = ['codeArrived', 'replyArrived'];

/** The answer, then what it records, then the steps that are passed by themselves. */
export function answerStep(progress: OpenProgress, command: AnswerStepCommand): Decision {
  const { playbook, state, now } = progress;
  if (command.stepId !== state.stepId) return refuse('The ticket is at another step by now.', 'conflict');
  const step = findStep(playbook, state.stepId);
  const answer = step?.answers.find(({ id }) => id === command.answerId);
  if (step === null || answer === undefined) return refuse('This step has no such answer.');
  if (waitsForProofs(state, step, answer.records))
    return refuse('Ownership has to be shown again before this ticket goes on.');
  if (judgeWhen(answer.when, state.situation) === 'broken')
    return refuse('This answer does not fit what is known of the device.');
  const counted = asCounted(progress);
  const unmet = answer.requires.filter((condition) => !isConditionMet(condition, playbook, counted, now));
  const contradicted = unmet.filter((condition) => isOnlyWarned(condition, answer, counted));
  if (contradicted.length < unmet.length) return refuse('This answer can not be given now. Choose another.');
  const doubted = Object.fromEntries((answer.doubts ?? []).map((key) => [key, inDoubt]));
  const answered = learn(recordAnswer(progress, answer), { ...answer.learns, ...doubted });
  const told = contradicted.reduce<OpenProgress>(
    (before, condition) => record(before, { type: 'limitContradicted', condition }),
    answered,
  );
  const decision = recordEffects(told, answer, command);
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
      return codeArrived(progress, command);
    case 'replyArrived':
      return replyArrived(progress, command);
    case 'arrivalCorrected':
      return arrivalCorrected(progress, command);
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
function codeArrived(
  { state: { request }, now }: OpenProgress,
  command: AnswerStepCommand,
): TicketFact | string {
  if (request === null) return 'No security code was asked for yet.';
  const arrivedAt = arrivalOf(request, now, command);
  if (typeof arrivedAt === 'string') return arrivedAt;
  return { type: 'codeArrived', fingerprint: request.fingerprint, arrivedAt };
}

function replyArrived(
  { state: { request }, now }: OpenProgress,
  command: AnswerStepCommand,
): TicketFact | string {
  if (request === null) return 'Nothing was asked for yet.';
  const arrivedAt = arrivalOf(request, now, command);
  return typeof arrivedAt === 'string' ? arrivedAt : { type: 'replyArrived', arrivedAt };
}

/** A time that lets the code live on is told by the agent, never taken for granted. */
function arrivalCorrected(
  { state: { request }, now }: OpenProgress,
  command: AnswerStepCommand,
): TicketFact | string {
  if (request?.codeArrivedAt == null) return 'Nothing was recorded as arrived yet.';
  if ((command.arrivedAt ?? null) === null) return 'Say when the mail came.';
  const arrivedAt = arrivalOf(request, now, command);
  if (typeof arrivedAt === 'string') return arrivedAt;
  const { codeValidUntil } = withArrival(request, arrivedAt);
  if (codeValidUntil !== null && codeValidUntil <= now)
    return 'By that time it is too old as well. Get a new one.';
  return { type: 'arrivalCorrected', arrivedAt };
}

/** When the mail of a request came, or the sentence that says why it can not have come then. */
function arrivalOf(
  { submittedAt }: NonNullable<TicketState['request']>,
  now: number,
  { arrivedAt: told = null }: AnswerStepCommand,
): number | string {
  const arrivedAt = told ?? now;
  switch (arrivalFault(arrivedAt, { submittedAt, now })) {
    case 'inFuture':
      return 'The mail can not have come later than now.';
    case 'beforeRequest':
      return 'This mail came before the request. Look for a newer one.';
    default:
      return Math.min(arrivedAt, now);
  }
}

function closed(outcome: Outcome): TicketFact {
  return { type: 'ticketClosed', outcome, mergedIntoTicketId: null };
}
