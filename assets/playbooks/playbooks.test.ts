import { describe, expect, it } from 'vitest';
import { checkPlaybook, factUses } from '../../core/playbook/check.ts';
import { checkSituation } from '../../core/playbook/check-situation.ts';
import { offeredAnswers } from '../../core/playbook/engine.ts';
import { type Playbook, playbookSchema, type Step } from '../../core/playbook/schema.ts';
import { situationQuestionSchema } from '../../core/playbook/situation.ts';
import { practiceLimits, practicePasswordRules } from '../../core/practice/limits.ts';
import { decide } from '../../core/ticket/decide.ts';
import type { TicketState } from '../../core/ticket/schema.ts';
import { questionFile } from '../chooser/index.ts';
import { playbookFiles } from './index.ts';

const questions = situationQuestionSchema.array().parse(questionFile);
const playbooks = playbookFiles.map((file) => playbookSchema.parse(file));

/** A fresh scan on every visit: what the agent can always do at a step with the scanner. */
const scanned = {
  type: 'recordScan',
  scanId: '0192f0c1-0000-7000-8000-000000000001',
  source: 'screen',
} as const;

function mustDecide(
  state: TicketState | null,
  command: Parameters<typeof decide>[1],
  playbook: Playbook,
  now = 0,
) {
  const decision = decide(state, command, playbook, now);
  if (!decision.ok) throw new Error(`${JSON.stringify(command)}: ${decision.refusal.message}`);
  return decision.state;
}

const answer = (state: TicketState, answerId: string) =>
  ({ type: 'answerStep', stepId: state.stepId, answerId, evidence: [], mailAddress: null }) as const;

const stepsOf = (playbook: Playbook, isWanted: (step: Step) => boolean) => playbook.steps.filter(isWanted);

describe.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('playbook %s', (_, playbook) => {
  it('has no dead end, no unreachable step and no answer that leads nowhere', () => {
    expect(checkPlaybook(playbook)).toEqual([]);
    expect(checkSituation(playbook, questions)).toEqual([]);
  });

  it('gives every statement a use', () => {
    const used = new Set(factUses(playbook).map(({ fact }) => fact));
    expect(playbook.facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('puts the primary answer first, one a step, and failures last', () => {
    for (const step of stepsOf(playbook, ({ isEnd }) => !isEnd)) {
      const tones = step.answers.map((each) => each.tone);
      expect([step.id, tones[0], tones.lastIndexOf('primary')]).toEqual([step.id, 'primary', 0]);
      const firstFailure = tones.indexOf('failure');
      if (firstFailure >= 0) expect(tones.slice(firstFailure)).not.toContain('neutral');
    }
  });

  it('can be read aloud in two breaths and fits the screen', () => {
    for (const step of playbook.steps) {
      expect([step.id, step.say !== null]).toEqual([step.id, true]);
      expect([step.id, (step.say?.en ?? '').split(' ').length <= 32]).toEqual([step.id, true]);
      expect([step.id, step.do.length <= 4]).toEqual([step.id, true]);
      expect([step.id, step.do.every((line) => line.en.length <= 140)]).toEqual([step.id, true]);
      expect([step.id, step.answers.every((each) => each.label.en.length <= 45)]).toEqual([step.id, true]);
      expect([step.id, step.answers.length <= 9]).toEqual([step.id, true]);
    }
  });

  it('has one end for each outcome that an agent can bring about', () => {
    const closing = playbook.steps.flatMap((step) => step.answers.flatMap((each) => each.records));
    expect(new Set(closing.filter((effect) => effect.startsWith('closed')))).toEqual(
      new Set(['closedResolved', 'closedReferred', 'closedRefused', 'closedAbandoned']),
    );
    expect(stepsOf(playbook, (step) => step.isEnd)).toHaveLength(4);
  });

  it('takes one Enter a step from a scanned code to the solved ticket', () => {
    let state = mustDecide(null, { type: 'open' }, playbook);
    state = mustDecide(state, { ...scanned, fingerprint: 'a'.repeat(64) }, playbook);
    const way = [state.stepId];
    for (let turn = 0; turn < 20 && state.status === 'open'; turn += 1) {
      const primary = offeredAnswers(playbook, state, 0).find(
        ({ unmetCondition }) => unmetCondition === null,
      );
      expect(primary?.answer.tone).toBe('primary');
      state = mustDecide(state, answer(state, primary?.answer.id ?? ''), playbook);
      way.push(state.stepId);
    }
    expect(state.outcome).toBe('resolved');
    expect(way).toEqual([
      'ownership',
      'submit',
      'wait',
      'code',
      'password',
      'verify',
      'aftercare',
      'close',
      'endResolved',
    ]);
  });

  it('lets every answer be given on some way through the rules of a ticket', () => {
    const given = walkEveryWay(playbook);
    const all = playbook.steps.flatMap((step) => step.answers.map((each) => `${step.id}/${each.id}`));
    expect(all.filter((id) => !given.has(id))).toEqual([]);
  });

  it('asks for a third code only after a fresh QR', () => {
    let state = mustDecide(null, { type: 'open' }, playbook);
    state = mustDecide(state, { ...scanned, fingerprint: 'a'.repeat(64) }, playbook);
    for (const id of ['confirmed', 'sent', 'notArrived', 'again', 'sent', 'notArrived'])
      state = mustDecide(state, answer(state, id), playbook);
    expect(decide(state, answer(state, 'again'), playbook, 0)).toMatchObject({ ok: false });
    for (const id of ['fresh', 'fresh']) state = mustDecide(state, answer(state, id), playbook);
    expect(state.stepId).toBe('scan');
    state = mustDecide(state, { ...scanned, fingerprint: 'b'.repeat(64) }, playbook);
    expect(mustDecide(state, answer(state, 'sent'), playbook)).toMatchObject({ stepId: 'wait' });
  });

  it('waits five minutes after five refused codes', () => {
    let state = mustDecide(null, { type: 'open' }, playbook);
    state = mustDecide(state, { ...scanned, fingerprint: 'a'.repeat(64) }, playbook);
    for (const id of ['confirmed', 'sent', 'arrived']) state = mustDecide(state, answer(state, id), playbook);
    for (let refusals = 1; refusals < 5; refusals++)
      for (const id of ['refused', 'tryAgain']) state = mustDecide(state, answer(state, id), playbook);
    state = mustDecide(state, answer(state, 'refused'), playbook);
    expect(state.stepId).toBe('codeLocked');
    expect(decide(state, answer(state, 'over'), playbook, 299_999)).toMatchObject({ ok: false });
    expect(mustDecide(state, answer(state, 'over'), playbook, 300_000).stepId).toBe('code');
  });

  it('waits five minutes when the device says that it is locked', () => {
    let state = mustDecide(null, { type: 'open' }, playbook);
    state = mustDecide(state, { ...scanned, fingerprint: 'a'.repeat(64) }, playbook);
    for (const id of ['confirmed', 'sent', 'arrived', 'locked'])
      state = mustDecide(state, answer(state, id), playbook);
    expect(decide(state, answer(state, 'over'), playbook, 299_999)).toMatchObject({ ok: false });
    expect(mustDecide(state, answer(state, 'over'), playbook, 300_000).stepId).toBe('code');
  });
});

it('the practice device keeps the limits that the DMSS playbook names', () => {
  const dmss = playbooks.find((playbook) => playbook.id === 'dahua-dmss');
  expect(dmss?.limits).toMatchObject(practiceLimits);
  expect(dmss?.passwordRules).toMatchObject(practicePasswordRules);
});

/**
 * Tries every answer in every situation that differs: with and without a scan at each step, and after going back to
 * each passed step. Ids are `step/answer`.
 */
function walkEveryWay(playbook: Playbook): ReadonlySet<string> {
  const given = new Set<string>();
  const seen = new Set<string>();
  const waiting: TicketState[] = [mustDecide(null, { type: 'open' }, playbook)];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (state.status === 'closed' || seen.has(situationOf(state))) continue;
    seen.add(situationOf(state));
    // At once, and after a lock is over.
    for (const now of [0, state.lockedUntil ?? 0]) {
      for (const { answer: each, unmetCondition } of offeredAnswers(playbook, state, now)) {
        if (unmetCondition !== null) continue;
        const decision = decide(state, answer(state, each.id), playbook, now);
        if (!decision.ok) continue;
        given.add(`${state.stepId}/${each.id}`);
        waiting.push(decision.state);
      }
    }
    for (const { stepId } of state.passedSteps)
      waiting.push(mustDecide(state, { type: 'reopenStep', stepId }, playbook));
    waiting.push(mustDecide(state, { ...scanned, fingerprint: 'c'.repeat(64) }, playbook));
  }
  return given;
}

/** What the rules look at, and no more, so that the walk ends. */
function situationOf(state: TicketState): string {
  const codes = Object.values(state.codesRequestedByFingerprint).map((count) => Math.min(count, 2));
  return JSON.stringify([
    state.stepId,
    state.currentFingerprint,
    codes,
    state.request !== null,
    state.wrongCodesInARow,
    state.lockedUntil !== null,
  ]);
}
