import { assertNever } from '../assert-never.ts';
import type { TicketState } from '../ticket/schema.ts';
import type { Answer, Condition, Playbook, Step } from './schema.ts';

/** An answer of the current step; `unmetCondition` is the first reason why it can not be given now. */
export interface OfferedAnswer {
  readonly answer: Answer;
  readonly unmetCondition: Condition | null;
}

/** Where a ticket comes to rest, and the steps that were passed by themselves on the way, in order. */
export interface SettledStep {
  readonly stepId: string;
  readonly passed: readonly string[];
}

/** The step with this id, or null. */
export function findStep(playbook: Playbook, stepId: string): Step | null {
  return playbook.steps.find((step) => step.id === stepId) ?? null;
}

/** Whether a playbook's condition holds for a ticket at `now` (epoch ms). */
export function isConditionMet(
  condition: Condition,
  playbook: Playbook,
  state: TicketState,
  now: number,
): boolean {
  switch (condition) {
    case 'qrScanned':
      return state.currentFingerprint !== null;
    case 'codesLeftForQr':
      return state.currentFingerprint !== null && codesLeft(playbook, state) > 0;
    case 'noCodesLeftForQr':
      return state.currentFingerprint !== null && codesLeft(playbook, state) === 0;
    case 'deviceLocked':
      return isDeviceLocked(state, now);
    case 'deviceNotLocked':
      return !isDeviceLocked(state, now);
    case 'codeNotExpired': {
      const validUntil = state.request?.codeValidUntil ?? null;
      return validUntil === null || now < validUntil;
    }
    default:
      return assertNever(condition);
  }
}

function isDeviceLocked({ lockedUntil }: TicketState, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/** Codes that may still be asked for with the QR on the screen now; 0 without a QR. */
export function codesLeft(playbook: Playbook, state: TicketState): number {
  if (state.currentFingerprint === null) return 0;
  const requested = state.codesRequestedByFingerprint[state.currentFingerprint] ?? 0;
  return Math.max(0, playbook.limits.codesPerQr - requested);
}

/** The answers of the ticket's current step, in the playbook's order. None for a closed ticket. */
export function offeredAnswers(
  playbook: Playbook,
  state: TicketState,
  now: number,
): readonly OfferedAnswer[] {
  if (state.status === 'closed') return [];
  const step = findStep(playbook, state.stepId);
  if (step === null) return [];
  return step.answers.map((answer) => ({
    answer,
    unmetCondition:
      answer.requires.find((condition) => !isConditionMet(condition, playbook, state, now)) ?? null,
  }));
}

/**
 * Follows `passWhen` from `stepId` while the conditions hold. Stops where a loop would begin, so it always ends;
 * `checkPlaybook` names such loops.
 */
export function settleStep(playbook: Playbook, state: TicketState, stepId: string, now: number): SettledStep {
  const passed: string[] = [];
  let current = stepId;
  for (;;) {
    const passWhen = findStep(playbook, current)?.passWhen ?? null;
    if (passWhen === null || !isConditionMet(passWhen.condition, playbook, state, now)) break;
    if (passWhen.leadsTo === current || passed.includes(passWhen.leadsTo)) break;
    passed.push(current);
    current = passWhen.leadsTo;
  }
  return { stepId: current, passed };
}
