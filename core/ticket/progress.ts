import { settleStep } from '../playbook/engine.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Situation } from '../playbook/situation.ts';
import { countFact, type DeviceCounts, isCountedFact, withDeviceCounts } from './device-counts.ts';
import { evolve } from './evolve.ts';
import type { TicketEvent, TicketFact, TicketState } from './schema.ts';

/** Why a command is not carried out: the agent looked at something older, or the rules say no. */
export interface Refusal {
  readonly code: 'conflict' | 'refused';
  readonly message: string;
}

/** What a command leads to; `state` is the fold of the ticket's events and these. */
export type Decision =
  | { readonly ok: true; readonly events: readonly TicketEvent[]; readonly state: TicketState }
  | { readonly ok: false; readonly refusal: Refusal };

/** Events decided so far, and the state they lead to. */
export interface Progress {
  readonly state: TicketState | null;
  readonly events: readonly TicketEvent[];
  readonly playbook: Playbook;
  /** Of all tickets of the device; null where the ticket's own are all there are. */
  readonly deviceCounts: DeviceCounts | null;
  /** Epoch ms. */
  readonly now: number;
}

/** A progress of a ticket that exists. */
export type OpenProgress = Progress & { readonly state: TicketState };

export function refuse(message: string, code: Refusal['code'] = 'refused'): Decision {
  return { ok: false, refusal: { code, message } };
}

export function accepted({ events, state }: OpenProgress): Decision {
  return { ok: true, events, state };
}

/** Adds one event and folds it, so that the next event is decided on what it led to. */
export function record(progress: Progress, event: TicketFact): OpenProgress {
  const { state, playbook, deviceCounts, now } = progress;
  const isCounted = deviceCounts !== null && isCountedFact(event);
  return {
    ...progress,
    state: evolve(state, event, now, playbook),
    events: [...progress.events, event],
    deviceCounts: isCounted ? countFact(deviceCounts, event, now, playbook.limits) : deviceCounts,
  };
}

/** The ticket as the device counts: for conditions, and never to be stored. */
export function asCounted({ state, deviceCounts }: OpenProgress): TicketState {
  return withDeviceCounts(state, deviceCounts);
}

/** Records what was learned of the situation, if anything of it is new. */
export function learn(progress: OpenProgress, learned: Situation): OpenProgress {
  const news = Object.entries(learned).filter(([key, value]) => progress.state.situation[key] !== value);
  if (news.length === 0) return progress;
  return record(progress, { type: 'situationLearned', learned: Object.fromEntries(news) });
}

/** Leaves every step that is passed by itself, one event for each, so that the fold needs no rules. */
export function moveOn(progress: OpenProgress): OpenProgress {
  const { playbook, state, now } = progress;
  const settled = settleStep(playbook, asCounted(progress), state.stepId, now);
  return settled.passed.reduce<OpenProgress>((before, stepId, index) => {
    const nextStepId = settled.passed[index + 1] ?? settled.stepId;
    return record(before, { type: 'stepPassed', stepId, nextStepId });
  }, progress);
}
