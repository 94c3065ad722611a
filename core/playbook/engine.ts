import { assertNever } from '../assert-never.ts';
import {
  type ContradictedLimit,
  contradictedLimitSchema,
  type Effect,
  type TicketState,
} from '../ticket/schema.ts';
import type { Answer, Condition, Playbook, Step } from './schema.ts';
import { judgeWhen } from './situation.ts';

/** An answer of the current step; `unmetCondition` is the first reason why it can not be given now. */
export interface OfferedAnswer {
  readonly answer: Answer;
  readonly unmetCondition: Condition | null;
  /** Limits that a source names and that would not let this happen. Given all the same, it records that the device did otherwise. */
  readonly warnings: readonly ContradictedLimit[];
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
      return state.currentFingerprint !== null && codesLeft(playbook, state) !== 0;
    case 'noCodesLeftForQr':
      return state.currentFingerprint !== null && codesLeft(playbook, state) === 0;
    case 'deviceLocked':
      return isDeviceLocked(state, now);
    case 'deviceNotLocked':
      return !isDeviceLocked(state, now);
    case 'codeNotExpired':
      return !isCodeExpired(state, now);
    case 'codeExpired':
      return isCodeExpired(state, now);
    case 'codeRefusedOften':
      return isDeviceLocked(state, now) || state.wrongCodesInARow >= wrongCodesToStopAt(playbook);
    case 'ownershipConfirmed':
      return state.isOwnershipConfirmed;
    case 'codesLeftToday':
      return hasCodesLeftToday(playbook, state, now);
    case 'noCodesLeftToday':
      return !hasCodesLeftToday(playbook, state, now);
    case 'inCoolDown':
      return now < (coolDownUntil(playbook, state) ?? 0);
    case 'coolDownOver':
      return now >= (coolDownUntil(playbook, state) ?? 0);
    case 'nobodyHasApp':
      return state.situation['app'] === 'nobody';
    default:
      return assertNever(condition);
  }
}

function isCodeExpired({ request }: TicketState, now: number): boolean {
  const validUntil = request?.codeValidUntil ?? null;
  return validUntil !== null && now >= validUntil;
}

/** Two tries before the lock, or after three where no source states one. Our own figure; never after the first. */
function wrongCodesToStopAt({ limits: { wrongCodesBeforeLock } }: Playbook): number {
  return wrongCodesBeforeLock === null ? 3 : Math.max(2, wrongCodesBeforeLock - 2);
}

function isDeviceLocked({ lockedUntil }: TicketState, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil;
}

/** Codes that may still be asked for with the QR on the screen now; 0 without a QR, null where no limit is known. */
export function codesLeft({ limits: { codesPerQr } }: Playbook, state: TicketState): number | null {
  if (state.currentFingerprint === null) return 0;
  if (codesPerQr === null) return null;
  return Math.max(0, codesPerQr - (state.codesRequestedByFingerprint[state.currentFingerprint] ?? 0));
}

const dayMs = 24 * 60 * 60 * 1000;

/** A rolling day: the sources do not say when a device starts to count anew. */
function hasCodesLeftToday({ limits }: Playbook, { codeRequests }: TicketState, now: number): boolean {
  const today = codeRequests.filter(({ at }) => at > now - dayMs).length;
  return limits.codesPerDay === null || today < limits.codesPerDay;
}

/** Until when the device refuses requests, because codes were asked for and not used; epoch ms, null when it does not. */
export function coolDownUntil({ limits }: Playbook, { codeRequests }: TicketState): number | null {
  const { coolDown } = limits;
  const last = codeRequests.at(-1);
  if (coolDown === null || last === undefined) return null;
  // Codes from before an earlier cool-down count no more.
  const unused = codeRequests.filter(({ at, isUsed }) => !isUsed && at > last.at - coolDown.lastsMs);
  return unused.length < coolDown.afterUnusedCodes ? null : last.at + coolDown.lastsMs;
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
  const fitting = step.answers.filter(({ when }) => judgeWhen(when, state.situation) !== 'broken');
  return fitting.map((answer) => {
    const unmet = answer.requires.filter((condition) => !isConditionMet(condition, playbook, state, now));
    return {
      answer,
      unmetCondition: unmet.find((condition) => !isOnlyWarned(condition, answer, state)) ?? null,
      warnings: unmet.flatMap((condition) => (isOnlyWarned(condition, answer, state) ? [condition] : [])),
    };
  });
}

/**
 * Whether an unmet condition is a limit that the device has gone past by what the answer says. That is recorded, whatever its
 * source says; a move that would only go past a limit is not offered.
 */
export function isOnlyWarned(
  condition: Condition,
  { records }: Answer,
  { currentFingerprint }: TicketState,
): condition is ContradictedLimit {
  // Without a QR nothing was counted for it.
  if (condition === 'codesLeftForQr' && currentFingerprint === null) return false;
  const isLimit = contradictedLimitSchema.safeParse(condition).success;
  return isLimit && records.some((effect) => deviceOutcomes.includes(effect));
}

/** Effects by which a device, or the app for it, has taken a request or a code. */
const deviceOutcomes: readonly Effect[] = [
  'requestSubmittedByDmss',
  'requestSubmittedByMail',
  'requestSubmittedByApp',
  'codeAccepted',
];

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
