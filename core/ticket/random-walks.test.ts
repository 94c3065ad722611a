import { describe, expect, it } from 'vitest';
import { findStep, offeredAnswers } from '../playbook/engine.ts';
import { smallPlaybook as playbook } from '../playbook/small-playbook.fixture.ts';
import { practiceLimits as limits } from '../practice/limits.ts';
import type { TicketCommand } from './command.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { laneOf } from './lane.ts';
import { replay } from './replay.ts';
import {
  failureReasonSchema,
  prioritySchema,
  type TicketEvent,
  type TicketState,
  ticketEventSchema,
  ticketStateSchema,
} from './schema.ts';
import { nextEvent, timersOf } from './timers.ts';

type Dated = { readonly event: TicketEvent; readonly at: number };

/** A small seeded generator (mulberry32), so that a failing walk can be walked again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const id = (number: number) => `0190a0a0-0000-7000-8000-${number.toString().padStart(12, '0')}`;

function randomCommand(state: TicketState, now: number, random: () => number): TicketCommand {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const offered = offeredAnswers(playbook, state, now).map((offer) => offer.answer.id);
  const answer = (): TicketCommand => ({
    type: 'answerStep',
    stepId: random() < 0.95 ? state.stepId : pick(playbook.steps).id,
    answerId: pick(offered.length > 0 ? offered : ['none']),
    evidence: random() < 0.5 ? ['labelSeen'] : [],
    mailAddress: random() < 0.5 ? 'reset@vendor.example' : null,
  });
  const others: readonly (() => TicketCommand)[] = [
    () => ({
      type: 'recordScan',
      scanId: id(1),
      fingerprint: pick(['a', 'b', 'c']).repeat(64),
      source: 'file',
    }),
    () => ({ type: 'reopenStep', stepId: pick(playbook.steps).id }),
    () => ({ type: 'attachCustomer', customerId: id(pick([2, 3])), ownerId: pick([null, id(2)]) }),
    () => ({
      type: 'attachDevice',
      deviceId: id(pick([4, 5])),
      serial: '4G0A1B2PAZ',
      ownerId: pick([null, id(2)]),
    }),
    () => ({ type: 'addNote', text: 'A note.' }),
    () => ({ type: 'setReminder', at: now + pick([1, 600_000]) }),
    () => ({ type: 'awaitCallBack', until: now + pick([1, 600_000]) }),
    () => ({ type: 'clearReminder' }),
    () => ({ type: 'reopen' }),
    () => ({ type: 'assign', assignee: pick(['Ada', 'Bo', null]) }),
    () => ({ type: 'setPriority', priority: pick(prioritySchema.options) }),
    () => ({ type: 'setTags', tags: pick([[], ['shop'], ['Shop', ' shop ', 'call back']]) }),
    () => ({ type: 'recordFailureReason', reason: pick([...failureReasonSchema.options, null]) }),
    () => ({
      type: 'close',
      outcome: pick(['referred', 'refused', 'abandoned', 'merged'] as const),
      mergedIntoTicketId: null,
      failureReason: pick([...failureReasonSchema.options, null]),
      refusalReason: pick(['Could not name the shop.', null]),
    }),
  ];
  // A close by hand is rare, so that walks get far.
  return random() < 0.7
    ? answer()
    : pick(others.slice(0, random() < 0.2 ? others.length : others.length - 1))();
}

/** `contradicted`: how many codes the record says that the device gave past their limit. */
function expectInvariants(
  before: TicketState,
  command: TicketCommand,
  state: TicketState,
  now: number,
  contradicted: number,
) {
  expect(ticketStateSchema.safeParse(state).success).toBe(true);
  expect(findStep(playbook, state.stepId)).not.toBeNull();
  expect(state.status === 'closed').toBe(state.outcome !== null);
  if (findStep(playbook, state.stepId)?.isEnd) expect(state.status).toBe('closed');
  expect(new Set(state.passedSteps.map((step) => step.stepId)).size).toBe(state.passedSteps.length);
  const codes = Object.values(state.codesRequestedByFingerprint);
  const pastTheLimit = codes.reduce((sum, count) => sum + Math.max(0, count - limits.codesPerQr), 0);
  expect(pastTheLimit).toBe(contradicted);
  expect(state.wrongCodesInARow).toBeLessThan(limits.wrongCodesBeforeLock);
  if (state.lockedUntil !== null) expect(state.lockedUntil).toBeLessThanOrEqual(now + limits.lockMs);
  if (state.request !== null)
    expect(state.codesRequestedByFingerprint[state.request.fingerprint ?? '']).toBeGreaterThan(0);
  if (before.status === 'closed')
    expect(['addNote', 'reopen', 'setTags', 'recordFailureReason']).toContain(command.type);
  if (state.failureReason !== null) expect(['referred', 'refused', 'abandoned']).toContain(state.outcome);
  expect(laneOf(state, playbook, 0) === 'closed').toBe(state.status === 'closed');
  if (state.status === 'closed') expect(nextEvent(state, playbook, now)).toBeNull();
  for (const { at } of timersOf(state, playbook))
    expect(at).toBeLessThanOrEqual(now + 2 * (playbook.limits.codeValidityMs ?? 0));
}

function walk(seed: number, steps: number): { history: Dated[]; state: TicketState; stepIds: Set<string> } {
  const random = randomFrom(seed);
  let now = 1_700_000_000_000;
  const opened = decide(null, { type: 'open' }, playbook, now);
  if (!opened.ok) throw new Error(opened.refusal.message);
  let state = opened.state;
  const history: Dated[] = opened.events.map((event) => ({ event, at: 1_700_000_000_000 }));
  const stepIds = new Set<string>([state.stepId]);
  for (let step = 0; step < steps; step += 1) {
    now += Math.floor(random() ** 4 * limits.codeValidityMs);
    const command = randomCommand(state, now, random);
    const frozen = JSON.stringify(state);
    const decision = decide(state, command, playbook, now);
    expect(JSON.stringify(state)).toBe(frozen);
    if (!decision.ok) continue;
    const at = now;
    history.push(...decision.events.map((event) => ({ event, at })));
    const contradicted = history.filter(
      ({ event }) => event.type === 'limitContradicted' && event.condition === 'codesLeftForQr',
    ).length;
    expectInvariants(state, command, decision.state, now, contradicted);
    state = decision.state;
    stepIds.add(state.stepId);
  }
  return { history, state, stepIds };
}

describe('random walks', () => {
  it('never break an invariant, and the replay of their events, read back from JSON, gives the same state', () => {
    const reached = new Set<string>();
    for (let seed = 1; seed <= 150; seed += 1) {
      const { history, state, stepIds } = walk(seed, 60);
      for (const stepId of stepIds) reached.add(stepId);
      const trail = history.map(({ event, at }, index) => ({
        sequence: index + 1,
        at,
        event: ticketEventSchema.parse(JSON.parse(JSON.stringify(event))),
      }));
      expect(replay(trail, () => playbook)).toEqual(state);
    }
    // The walks are only worth something if they get everywhere.
    expect([...reached].sort()).toEqual(playbook.steps.map((step) => step.id).sort());
  });
});

describe('evolve', () => {
  it('refuses a trail that does not begin with the opening, or opens twice', () => {
    const opening = { type: 'ticketOpened', playbookId: 'p', playbookVersion: 1, stepId: 's' } as const;
    expect(() => evolve(null, { type: 'codeAccepted' }, 0, playbook)).toThrow('begins with ticketOpened');
    const state = evolve(null, opening, 0, playbook);
    expect(() => evolve(state, opening, 0, playbook)).toThrow('opened only once');
  });
});
