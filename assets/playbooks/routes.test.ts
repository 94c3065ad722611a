import { describe, expect, it } from 'vitest';
import { choose, valuesOf } from '../../core/playbook/chooser.ts';
import { offeredAnswers } from '../../core/playbook/engine.ts';
import { chooserStepId, type Playbook } from '../../core/playbook/schema.ts';
import { learnedBy, type Situation, unsure } from '../../core/playbook/situation.ts';
import { answerCommand, breachesOf, countEvent, freshCount } from '../../core/playbook/walk.ts';
import { createRandom, type Random } from '../../core/testkit/random.ts';
import type { TicketCommand } from '../../core/ticket/command.ts';
import { decide } from '../../core/ticket/decide.ts';
import type { TicketState } from '../../core/ticket/schema.ts';
import { playbooks, questions } from './whole-playbooks.fixture.ts';

const nothingTried = { playbookId: '', routes: [] };

const [vendorQuestion] = questions.filter(({ key }) => key === 'vendor');
const vendors = vendorQuestion === undefined ? [] : valuesOf(vendorQuestion, playbooks);

describe('the chooser', () => {
  it.each(vendors)('has a way for a recorder of %s, whatever else is not known', (vendor) => {
    const { offers } = choose(playbooks, questions, nothingTried, { vendor, deviceKind: 'recorder' });
    expect(offers.length).toBeGreaterThan(0);
  });

  it('asks little: whatever the answers, the best way is clear after a few', () => {
    const random = createRandom(5);
    for (let call = 0; call < 300; call += 1) {
      let situation: Situation = {};
      const asked: string[] = [];
      for (;;) {
        const { question, offers } = choose(playbooks, questions, nothingTried, situation);
        if (question === null) break;
        expect(asked).not.toContain(question.key);
        expect(offers.length).toBeGreaterThan(0);
        asked.push(question.key);
        const values = [...valuesOf(question, playbooks), unsure];
        situation = { ...situation, ...learnedBy(question, pick(random, values), situation) };
      }
      expect(asked.length).toBeLessThanOrEqual(questions.length - 2);
    }
  });

  it('asks nothing about a scanned code of the Dahua family before the usual way', () => {
    const { offers } = choose(playbooks, questions, nothingTried, { vendor: 'dahua', resetPage: 'qr' });
    expect(offers[0]?.playbook.id).toBe('dahua-dmss');
  });
});

describe('random calls across the routes', () => {
  it('come to an end, go past no documented limit and are never offered what failed or can not work', () => {
    const outcomes = new Set<string>();
    const taken = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const call = playCall(seed);
      outcomes.add(call.outcome ?? 'open');
      for (const id of call.taken) taken.add(id);
      expect(call.breaches).toEqual([]);
    }
    // The calls are only worth something if they get around.
    expect([...outcomes].sort()).toEqual(['abandoned', 'referred', 'refused', 'resolved']);
    expect(taken.size).toBeGreaterThan(playbooks.length / 2);
  });
});

/** One call with an agent and a customer who say anything, until the ticket closes or no way is left. */
function playCall(seed: number) {
  const random = createRandom(seed);
  let playbook: Playbook = pick(random, playbooks);
  let state: TicketState | null = null;
  let now = 0;
  let count = freshCount;
  const breaches: string[] = [];
  const taken = [playbook.id];
  const tell = (command: TicketCommand) => {
    const decision = decide(state, command, playbook, now);
    if (!decision.ok) throw new Error(`${JSON.stringify(command)}: ${decision.refusal.message}`);
    for (const event of decision.events) {
      breaches.push(
        ...breachesOf(event, count, playbook.limits, now).map((limit) => `${playbook.id}: ${limit}`),
      );
      count = countEvent(event, count, playbook.limits, now);
    }
    state = decision.state;
    return decision.state;
  };
  let at = tell({ type: 'open' });
  for (let turn = 0; turn < 2000 && at.status === 'open'; turn += 1) {
    now += Math.floor(random.next() ** 4 * 86_400_000);
    if (at.stepId === chooserStepId || random.next() < 0.02) {
      const choice = choose(playbooks, questions, at, at.situation);
      expect(choice.offers.filter(({ playbook: { id } }) => hasFailed(at, id, choice.situation))).toEqual([]);
      if (choice.question !== null && random.next() < 0.5) {
        const value = pick(random, [...valuesOf(choice.question, playbooks), unsure]);
        at = tell({ type: 'learn', learned: learnedBy(choice.question, value, choice.situation) });
      } else if (choice.offers.length > 0) {
        const next = pick(random, choice.offers).playbook;
        at = tell({ type: 'takeRoute', playbook: next });
        playbook = next;
        taken.push(next.id);
      } else if (at.stepId === chooserStepId) {
        at = tell({ type: 'close', outcome: 'referred', mergedIntoTicketId: null });
      }
      continue;
    }
    if (random.next() < 0.05) at = tell({ ...scan, fingerprint: turn.toString(16).padStart(64, '0') });
    const offered = offeredAnswers(playbook, at, now).filter(
      ({ unmetCondition, warnings }) => unmetCondition === null && warnings.length === 0,
    );
    const possible = offered.filter(
      ({ answer }) => decide(at, answerCommand(at, answer.id, now), playbook, now).ok,
    );
    // No dead end: at each step there is something to say.
    expect([playbook.id, at.stepId, possible.length > 0]).toEqual([playbook.id, at.stepId, true]);
    at = tell(answerCommand(at, pick(random, possible).answer.id, now));
  }
  return { outcome: at.outcome, breaches, taken };
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

const scan = {
  type: 'recordScan',
  scanId: '0192f0c1-0000-7000-8000-000000000001',
  source: 'screen',
} as const;

/** It failed, and all that was known then is still so. */
function hasFailed({ routes }: TicketState, playbookId: string, situation: Situation): boolean {
  const route = routes.find((each) => each.playbookId === playbookId);
  if (route === undefined || !route.hasFailed) return false;
  return Object.entries(route.situation).every(([key, value]) => situation[key] === value);
}
