import type { AnswerStepCommand, TicketCommand } from '../ticket/command.ts';
import { decide } from '../ticket/decide.ts';
import type { TicketEvent, TicketState } from '../ticket/schema.ts';
import { coolDownUntil, findStep, offeredAnswers } from './engine.ts';
import { chooserStepId, type Limits, type Playbook } from './schema.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What a walk through every way of a playbook came across. */
export interface Walk {
  /** `step/answer`. */
  readonly given: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  /** Tickets that stand before the chooser, one for each step and answer that led there. */
  readonly failures: readonly TicketState[];
  /** Answers that went past a documented limit. */
  readonly breaches: readonly string[];
  /** Answers that were offered, and refused when they were given. */
  readonly refused: readonly string[];
  /** Answers that change nothing: the steps behind them are passed straight back to where they were given. */
  readonly circles: readonly string[];
}

/** A ticket on the way, with what a device would have counted: kept apart from the state, so that it can disagree. */
interface Stop {
  readonly state: TicketState;
  readonly now: number;
  readonly count: ExpectedCount;
}

/** The device's own count, as its documents say; see {@link countEvent}. */
export interface ExpectedCount {
  readonly codes: readonly {
    readonly at: number;
    readonly fingerprint: string | null;
    readonly isUsed: boolean;
  }[];
  readonly wrongCodes: number;
  readonly lockedUntil: number;
  readonly codeArrivedAt: number | null;
}

export const freshCount: ExpectedCount = { codes: [], wrongCodes: 0, lockedUntil: 0, codeArrivedAt: null };

/**
 * Gives every answer in every situation that differs for the rules: with and without a scan, and after every wait that
 * changes something. Playbooks are small enough for that; two seconds for the largest.
 */
export function walkPlaybook(playbook: Playbook): Walk {
  const walk = {
    given: new Set<string>(),
    visited: new Set<string>(),
    breaches: new Set<string>(),
    refused: new Set<string>(),
    circles: new Set<string>(),
  };
  const failures = new Map<string, TicketState>();
  const seen = new Set<string>();
  const waiting: Stop[] = [{ ...opened(playbook), now: 0, count: freshCount }];
  for (let stop = waiting.pop(); stop !== undefined; stop = waiting.pop()) {
    const key = outlook(playbook, stop);
    walk.visited.add(stop.state.stepId);
    if (stop.state.status === 'closed' || seen.has(key)) continue;
    seen.add(key);
    if (stop.state.stepId === chooserStepId) {
      failures.set(JSON.stringify(stop.state.passedSteps.at(-1)), stop.state);
      continue;
    }
    for (const { answer, unmetCondition, warnings } of offeredAnswers(playbook, stop.state, stop.now)) {
      // Past a warning goes only a device that does otherwise than its source says.
      if (unmetCondition !== null || warnings.length > 0) continue;
      const name = `${stop.state.stepId}/${answer.id}`;
      const next = tell(playbook, stop, answerCommand(stop.state, answer.id, stop.now));
      if (next === null) {
        walk.refused.add(name);
        continue;
      }
      walk.given.add(name);
      if (next.hasPassed && outlook(playbook, next.stop) === key) walk.circles.add(name);
      for (const breach of next.breaches) walk.breaches.add(`${name}: ${breach}`);
      waiting.push(next.stop);
    }
    waiting.push(...detours(playbook, stop, seen.size));
  }
  return {
    given: walk.given,
    visited: walk.visited,
    failures: [...failures.values()],
    breaches: [...walk.breaches],
    refused: [...walk.refused],
    circles: [...walk.circles],
  };
}

function opened(playbook: Playbook): { readonly state: TicketState } {
  const decision = decide(null, { type: 'open' }, playbook, 0);
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision;
}

export function answerCommand({ stepId }: TicketState, answerId: string, now: number): AnswerStepCommand {
  return {
    type: 'answerStep',
    stepId,
    answerId,
    evidence: ['atDevice'],
    mailAddress: 'reset@vendor.example',
    arrivedAt: now,
  };
}

/**
 * The scanner, the stepper and the clock. A code is scanned early, or again where one is asked for; of the steps behind,
 * those are gone back to that were passed by themselves, because their answers can be given no other way.
 */
function detours(playbook: Playbook, stop: Stop, serial: number): Stop[] {
  const { state, now } = stop;
  const commands: TicketCommand[] = state.passedSteps
    .filter(({ answerId }) => answerId === null)
    .map(({ stepId }) => ({ type: 'reopenStep', stepId }));
  if (state.currentFingerprint === null || findStep(playbook, state.stepId)?.tool === 'scan') {
    commands.push({
      type: 'recordScan',
      scanId: '0192f0c1-0000-7000-8000-000000000001',
      fingerprint: serial.toString(16).padStart(64, '0'),
      source: 'screen',
    });
  }
  const moments = [
    state.lockedUntil,
    state.request?.codeValidUntil,
    coolDownUntil(playbook, state),
    ...state.codeRequests.map(({ at }) => at + dayMs),
  ];
  return [
    ...commands.flatMap((command) => tell(playbook, stop, command)?.stop ?? []),
    ...moments.flatMap((at) => (typeof at === 'number' && at > now ? [{ ...stop, now: at }] : [])),
  ];
}

function tell(
  playbook: Playbook,
  { state, now, count }: Stop,
  command: TicketCommand,
): { readonly stop: Stop; readonly breaches: readonly string[]; readonly hasPassed: boolean } | null {
  const decision = decide(state, command, playbook, now);
  if (!decision.ok) return null;
  const breaches: string[] = [];
  let after = count;
  for (const event of decision.events) {
    breaches.push(...breachesOf(event, after, playbook.limits, now));
    after = countEvent(event, after, playbook.limits, now);
  }
  const hasPassed = decision.events.some(({ type }) => type === 'stepPassed');
  return { stop: { state: decision.state, now, count: after }, breaches, hasPassed };
}

/** Which documented limits an event goes past, by the device's own count. */
export function breachesOf(event: TicketEvent, count: ExpectedCount, limits: Limits, now: number): string[] {
  const { codesPerQr, codesPerDay, coolDown, codeValidityMs } = limits;
  const breaches: string[] = [];
  const isAbove = (used: number, limit: number | null) => limit !== null && used >= limit;
  if (event.type === 'requestSubmitted' && event.channel !== 'file' && event.channel !== 'vendor') {
    const forQr = count.codes.filter(({ fingerprint }) => fingerprint === event.fingerprint);
    if (event.fingerprint !== null && isAbove(forQr.length, codesPerQr)) breaches.push('codesPerQr');
    if (isAbove(count.codes.filter(({ at }) => at > now - dayMs).length, codesPerDay))
      breaches.push('codesPerDay');
    const unused = count.codes.filter(({ at, isUsed }) => !isUsed && at > now - (coolDown?.lastsMs ?? 0));
    if (coolDown !== null && unused.length >= coolDown.afterUnusedCodes) breaches.push('coolDown');
  }
  if (event.type === 'codeAccepted' && now < count.lockedUntil) breaches.push('lockMs');
  const { codeArrivedAt } = count;
  if (event.type === 'codeAccepted' && codeValidityMs !== null && codeArrivedAt !== null) {
    if (now >= codeArrivedAt + codeValidityMs) breaches.push('codeValidityMs');
  }
  return breaches;
}

/** The count after an event. */
export function countEvent(
  event: TicketEvent,
  count: ExpectedCount,
  limits: Limits,
  now: number,
): ExpectedCount {
  const locked = { ...count, wrongCodes: 0, lockedUntil: now + (limits.lockMs ?? 0) };
  switch (event.type) {
    case 'requestSubmitted':
      if (event.channel === 'file' || event.channel === 'vendor') return { ...count, codeArrivedAt: null };
      return {
        ...count,
        codeArrivedAt: null,
        codes: [...count.codes, { at: now, fingerprint: event.fingerprint, isUsed: false }],
      };
    case 'codeArrived':
      return { ...count, codeArrivedAt: count.codeArrivedAt ?? event.arrivedAt ?? now };
    case 'arrivalCorrected':
      return { ...count, codeArrivedAt: event.arrivedAt };
    case 'codeAccepted':
      return {
        codes: count.codes.map((code) => ({ ...code, isUsed: true })),
        wrongCodes: 0,
        lockedUntil: 0,
        codeArrivedAt: null,
      };
    case 'codeRejected':
      if (count.wrongCodes + 1 >= (limits.wrongCodesBeforeLock ?? Number.POSITIVE_INFINITY)) return locked;
      return { ...count, wrongCodes: count.wrongCodes + 1 };
    case 'deviceLocked':
      return locked;
    case 'qrRefreshed':
      return { ...count, codeArrivedAt: null };
    default:
      return count;
  }
}

/** What the rules look at, and no more, so that the walk ends. */
function outlook(playbook: Playbook, { state, now }: Stop): string {
  const { limits } = playbook;
  const { currentFingerprint, request } = state;
  const capped = (count: number, limit: number | null | undefined) => Math.min(count, limit ?? 0);
  const forQr = state.codesRequestedByFingerprint[currentFingerprint ?? ''] ?? 0;
  const asked = keysAsked(playbook);
  return JSON.stringify([
    state.stepId,
    state.isOwnershipConfirmed,
    currentFingerprint !== null,
    capped(forQr, limits.codesPerQr),
    request === null ? null : [request.channel, request.fingerprint === currentFingerprint],
    [request?.codeArrivedAt != null, now >= (request?.codeValidUntil ?? Number.POSITIVE_INFINITY)],
    // Where no lock is known they still count for `codeRefusedOften`.
    capped(state.wrongCodesInARow, limits.wrongCodesBeforeLock ?? 3),
    now < (state.lockedUntil ?? 0),
    now < (coolDownUntil(playbook, state) ?? 0),
    capped(state.codeRequests.filter(({ isUsed }) => !isUsed).length, limits.coolDown?.afterUnusedCodes),
    capped(state.codeRequests.filter(({ at }) => at > now - dayMs).length, limits.codesPerDay),
    [...asked].map((key) => state.situation[key] ?? null),
  ]);
}

/** The keys of the situation on which an answer of this playbook depends. */
function keysAsked({ steps }: Playbook): ReadonlySet<string> {
  return new Set(steps.flatMap(({ answers }) => answers.flatMap(({ when }) => Object.keys(when))));
}
