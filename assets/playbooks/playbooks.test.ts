import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factUses } from '../../core/playbook/check.ts';
import { checkSituation } from '../../core/playbook/check-situation.ts';
import { choose } from '../../core/playbook/chooser.ts';
import { offeredAnswers } from '../../core/playbook/engine.ts';
import { guidanceDocument } from '../../core/playbook/guidance.ts';
import { chooserStepId, type Playbook, type Step } from '../../core/playbook/schema.ts';
import { walkPlaybook } from '../../core/playbook/walk.ts';
import { practiceLimits, practicePasswordRules } from '../../core/practice/limits.ts';
import { decide } from '../../core/ticket/decide.ts';
import type { TicketState } from '../../core/ticket/schema.ts';
import { questionFile } from '../chooser/index.ts';
import { factFiles, olderPlaybookFiles, partFiles, playbookFiles } from './index.ts';
import { library, playbooks, questions } from './whole-playbooks.fixture.ts';

const byId = (id: string): Playbook => {
  const found = playbooks.find((playbook) => playbook.id === id);
  if (found === undefined) throw new Error(`There is no playbook "${id}".`);
  return found;
};

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
  it('asks and teaches only what a question of the chooser can tell', () => {
    expect(checkSituation(playbook, questions)).toEqual([]);
  });

  it('gives every statement a use', () => {
    const used = new Set(factUses(playbook).map(({ fact }) => fact));
    expect(playbook.facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('puts the primary answer first, one at a time, and failures last', () => {
    for (const step of stepsOf(playbook, ({ isEnd }) => !isEnd)) {
      const tones = step.answers.map((each) => each.tone);
      const [first, ...others] = step.answers.filter(({ tone }) => tone === 'primary');
      expect([step.id, tones[0], tones.lastIndexOf('primary')]).toEqual([step.id, 'primary', others.length]);
      // A second one only for codes left, after the one for none left.
      const conditions = others.map(({ requires }) => [first?.requires, requires]);
      expect([[], [[['noCodesLeftForQr'], ['codesLeftForQr']]]]).toContainEqual(conditions);
      const firstFailure = tones.indexOf('failure');
      if (firstFailure >= 0) expect(tones.slice(firstFailure)).not.toContain('neutral');
    }
  });

  it('can be read aloud in two breaths and fits the screen', () => {
    const faults = playbook.steps.flatMap((step) => {
      const words = (text: string | undefined) => (text ?? '').split(' ').length;
      const labels = step.answers.map(({ label }) => label);
      return [
        ...(step.say === null ? ['says nothing'] : []),
        ...(words(step.say?.en) > 32 || words(step.say?.es) > 38 ? ['says too much'] : []),
        ...(step.do.length > 4 || step.answers.length > 9 ? ['has too many lines'] : []),
        ...step.do.filter((line) => line.en.length > 140 || (line.es ?? '').length > 160).map(({ en }) => en),
        ...labels.filter((label) => label.en.length > 45 || (label.es ?? '').length > 52).map(({ en }) => en),
      ].map((fault) => `${step.id}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it('closes each end with the outcome of its name', () => {
    const ends = new Map([
      ['endResolved', 'closedResolved'],
      ['endReferred', 'closedReferred'],
      ['endRefused', 'closedRefused'],
      ['endAbandoned', 'closedAbandoned'],
    ]);
    const closing = playbook.steps.flatMap((step) => step.answers).filter(({ leadsTo }) => ends.has(leadsTo));
    expect(closing.filter(({ leadsTo, records }) => records.at(-1) !== ends.get(leadsTo))).toEqual([]);
  });

  it('leads by its primary answers to the solved ticket, or to the way that fits once somebody is there', () => {
    const goal = playbook.suits.act === 'arrangeVisit' ? chooserStepId : 'endResolved';
    expect(primaryWay(playbook).at(-1)).toBe(goal);
  });

  it('lets every answer be given on some way, comes to every step and keeps every documented limit', () => {
    const walk = walkPlaybook(playbook);
    const all = playbook.steps.flatMap((step) => step.answers.map((each) => `${step.id}/${each.id}`));
    expect(all.filter((id) => !walk.given.has(id))).toEqual([]);
    expect(playbook.steps.filter(({ id }) => !walk.visited.has(id))).toEqual([]);
    expect(walk.breaches).toEqual([]);
    expect(walk.refused).toEqual([]);
    expect(walk.circles).toEqual([]);
    // Every failure leads somewhere: the chooser has another way for it.
    const stuck = walk.failures.filter(
      (at) => choose(playbooks, questions, at, at.situation).offers.length === 0,
    );
    expect(stuck.map(({ passedSteps }) => passedSteps.at(-1))).toEqual([]);
  }, 60_000);
});

describe.each(
  playbooks.filter(({ steps }) => steps.some(({ passWhen }) => passWhen?.condition === 'codeExpired')),
)('a code of $id that was said to be too old', (playbook) => {
  const hour = 3_600_000;
  const taking = playbook.steps.find(({ passWhen }) => passWhen?.condition === 'codeExpired');
  const { codeValidityMs, fileValidityMs } = playbook.limits;
  const validityMs = fileValidityMs ?? codeValidityMs ?? Number.NaN;
  const now = validityMs + 10 * hour;
  const opened = mustDecide(null, { type: 'open' }, playbook, 0);
  const request = {
    channel: 'app' as const,
    fingerprint: null,
    mailAddress: null,
    submittedAt: 0,
    codeArrivedAt: hour,
    codeValidUntil: hour + validityMs,
  };
  const tooOld: TicketState = { ...opened, stepId: taking?.passWhen?.leadsTo ?? '', request };
  const correct = (arrivedAt: number | null) =>
    decide(tooOld, { ...answer(tooOld, 'cameLater'), arrivedAt }, playbook, now);

  it('can be used once its mail is told to be younger, and stays at the step that takes it', () => {
    expect(correct(now - hour)).toMatchObject({
      ok: true,
      state: {
        stepId: taking?.id,
        request: { codeArrivedAt: now - hour, codeValidUntil: now - hour + validityMs },
      },
    });
  });

  it('stays too old without a time, and by one that is as old or can not be', () => {
    expect(correct(null)).toMatchObject({ refusal: { message: 'Say when the mail came.' } });
    expect(correct(now - validityMs)).toMatchObject({
      refusal: { message: 'By that time it is too old as well. Get a new one.' },
    });
    expect(correct(now + hour)).toMatchObject({ ok: false });
  });
});

it('takes one Enter a step from a scanned code to the solved ticket', () => {
  const way = ['ownership', 'submit', 'wait', 'code', 'password', 'verify', 'aftercare', 'endResolved'];
  expect(primaryWay(byId('dahua-dmss'))).toEqual(way);
});

/** From the code on the screen, by these answers. */
function play(playbook: Playbook, answerIds: readonly string[], now = 0): TicketState {
  const opened = mustDecide(null, { type: 'open' }, playbook, now);
  const scannedState = mustDecide(opened, { ...scanned, fingerprint: 'a'.repeat(64) }, playbook, now);
  return answerIds.reduce((state, id) => mustDecide(state, answer(state, id), playbook, now), scannedState);
}

describe.each(['dahua-dmss', 'dahua-older-app', 'dahua-mail'])('the limits of %s', (id) => {
  const playbook = byId(id);

  it('asks for a third code only after a fresh QR', () => {
    let state = play(playbook, ['confirmed', 'sent', 'notArrived', 'again', 'sent', 'notArrived']);
    expect(decide(state, answer(state, 'again'), playbook, 0)).toMatchObject({ ok: false });
    for (const answerId of ['fresh', 'fresh']) state = mustDecide(state, answer(state, answerId), playbook);
    expect(state.stepId).toBe('scan');
    state = mustDecide(state, { ...scanned, fingerprint: 'b'.repeat(64) }, playbook);
    expect(mustDecide(state, answer(state, 'sent'), playbook)).toMatchObject({ stepId: 'wait' });
  });

  it('suggests after codes refused again and again what can still be done with the QR', () => {
    const refusals = ['refused', 'tryAgain', 'refused', 'tryAgain', 'refused'];
    const suggested = (state: TicketState) => {
      const offered = offeredAnswers(playbook, state, 0);
      const open = offered.filter(
        ({ answer: { tone }, unmetCondition }) => tone === 'primary' && !unmetCondition,
      );
      return [state.stepId, ...open.map(({ answer: { leadsTo } }) => leadsTo)];
    };
    const one = play(playbook, ['confirmed', 'sent', 'arrived', ...refusals]);
    expect(suggested(one)).toEqual(['codeRefusedAgain', 'submit']);
    const two = play(playbook, ['confirmed', 'sent', 'notArrived', 'again', 'sent', 'arrived', ...refusals]);
    expect(suggested(two)).toEqual(['codeRefusedAgain', 'refreshQr']);
  });

  it('waits five minutes after five refused codes', () => {
    let state = play(playbook, ['confirmed', 'sent', 'arrived']);
    for (let refusals = 1; refusals < 5; refusals++)
      for (const answerId of ['refused', 'tryAgain'])
        state = mustDecide(state, answer(state, answerId), playbook);
    state = mustDecide(state, answer(state, 'refused'), playbook);
    expect(state.stepId).toBe('codeLocked');
    expect(decide(state, answer(state, 'over'), playbook, 299_999)).toMatchObject({ ok: false });
    expect(mustDecide(state, answer(state, 'over'), playbook, 300_000).stepId).toBe('code');
  });

  it('waits five minutes when the device says that it is locked', () => {
    const state = play(playbook, ['confirmed', 'sent', 'arrived', 'locked']);
    expect(decide(state, answer(state, 'over'), playbook, 299_999)).toMatchObject({ ok: false });
    expect(mustDecide(state, answer(state, 'over'), playbook, 300_000).stepId).toBe('code');
  });
});

describe.each(['dahua-dmss', 'dahua-older-app', 'dahua-mail', 'dahua-access-control', 'dahua-configtool-qr'])(
  'a device of %s that does otherwise than its source says',
  (id) => {
    const playbook = byId(id);
    const dayMs = 24 * 60 * 60 * 1000;
    const recorded = (state: TicketState, answerId: string, now: number) => {
      const decision = decide(state, answer(state, answerId), playbook, now);
      if (!decision.ok) throw new Error(decision.refusal.message);
      const limits = decision.events.flatMap((event) =>
        event.type === 'limitContradicted' ? event.condition : [],
      );
      return { limits, stepId: decision.state.stepId };
    };

    it('takes a code that should be too old', () => {
      const tooOld = { ...play(playbook, ['confirmed', 'sent', 'arrived']), stepId: 'codeOld' };
      expect(recorded(tooOld, 'accepted', dayMs - 1)).toEqual({ limits: [], stepId: 'password' });
      expect(recorded(tooOld, 'accepted', dayMs)).toEqual({ limits: ['codeNotExpired'], stepId: 'password' });
    });

    it('takes a code while it should be locked', () => {
      const locked = play(playbook, ['confirmed', 'sent', 'arrived', 'locked']);
      expect(locked.stepId).toBe('codeLocked');
      expect(recorded(locked, 'accepted', 1)).toEqual({ limits: ['deviceNotLocked'], stepId: 'password' });
    });

    it('contradicts nothing when it refuses a code while it should be locked', () => {
      const locked = play(playbook, ['confirmed', 'sent', 'arrived', 'locked', 'takesCodes']);
      expect(locked.stepId).toBe('code');
      expect(recorded(locked, 'refused', 1)).toEqual({ limits: [], stepId: 'codeLocked' });
    });

    it('gives a third code for one QR', () => {
      const used = play(playbook, ['confirmed', 'sent', 'notArrived', 'again', 'sent']);
      expect(recorded({ ...used, stepId: 'submit' }, 'sent', 1)).toMatchObject({
        limits: ['codesLeftForQr'],
      });
    });
  },
);

describe.each(['dahua-dmss-camera', 'dahua-mail-camera'])('the limits of %s', (id) => {
  it('warns of a third code for a camera within a day of two that were not used', () => {
    const playbook = byId(id);
    const asked = play(playbook, [
      'confirmed',
      'sent',
      'notArrived',
      'again',
      'sent',
      'notArrived',
      'fresh',
      'fresh',
    ]);
    const state = mustDecide(asked, { ...scanned, fingerprint: 'b'.repeat(64) }, playbook);
    const dayMs = 24 * 60 * 60 * 1000;
    const sent = (now: number) =>
      offeredAnswers(playbook, state, now).find((offered) => offered.answer.id === 'sent');
    expect(sent(dayMs - 1)).toMatchObject({ unmetCondition: null, warnings: ['coolDownOver'] });
    expect(sent(dayMs)).toMatchObject({ unmetCondition: null, warnings: [] });
    // The device decides: what it did is recorded, and that its source says otherwise.
    const early = decide(state, answer(state, 'sent'), playbook, dayMs - 1);
    expect(early).toMatchObject({ ok: true, state: { stepId: 'wait' } });
    const typesOf = (decision: typeof early) => (decision.ok ? decision.events.map(({ type }) => type) : []);
    expect(typesOf(early)).toContain('limitContradicted');
    expect(typesOf(decide(state, answer(state, 'sent'), playbook, dayMs))).not.toContain('limitContradicted');
  });
});

/** The steps that Enter leads through, once the code was scanned. */
function primaryWay(playbook: Playbook): string[] {
  let state = play(playbook, []);
  const way = [state.stepId];
  while (state.status === 'open' && way.length < 30) {
    const primary = offeredAnswers(playbook, state, 0).find(({ unmetCondition }) => unmetCondition === null);
    if (primary?.answer.tone !== 'primary') return way;
    state = mustDecide(state, answer(state, primary.answer.id), playbook);
    way.push(state.stepId);
  }
  return way;
}

it('the practice device keeps the limits that the DMSS playbook names', () => {
  const { limits, passwordRules } = byId('dahua-dmss');
  expect(limits).toMatchObject(practiceLimits);
  expect(passwordRules).toMatchObject(practicePasswordRules);
});

describe('the files', () => {
  const filesIn = (folder: string) =>
    readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.json'));

  it('are all listed', () => {
    expect(filesIn('.')).toHaveLength(playbookFiles.length);
    expect(filesIn('parts')).toHaveLength(partFiles.length);
    expect(filesIn('facts')).toHaveLength(factFiles.length);
    expect(filesIn('older')).toHaveLength(olderPlaybookFiles.length);
  });

  it('say everything in English and in Spanish', () => {
    const missing = [playbookFiles, partFiles, factFiles, questionFile].flatMap(textsWithoutSpanish);
    expect(missing).toEqual([]);
  });

  it('have no shared fact that no playbook uses, and none twice', () => {
    const used = new Set(playbooks.flatMap((playbook) => playbook.facts.map(({ id }) => id)));
    const ids = library.facts.map(({ id }) => id);
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('have no shared step that no playbook uses', () => {
    const used = new Set(playbooks.flatMap(({ steps }) => steps.map((step) => JSON.stringify(step))));
    const idle = library.parts.flatMap(({ id, steps }) =>
      steps.filter((step) => !used.has(JSON.stringify(step))).map((step) => `${id}/${step.id}`),
    );
    expect(idle).toEqual([]);
  });

  it('claim nothing that was looked for and not found', () => {
    const texts = JSON.stringify([playbookFiles, partFiles, factFiles]);
    const notFound = [
      /DeviceDigest|result\.xml/i,
      /300 seconds|300 segundos/i,
      /50 (codes|códigos)/i,
      /ipcamtalk|reddit/i,
    ];
    expect(notFound.filter((pattern) => pattern.test(texts))).toEqual([]);
  });
});

/** English texts that have no Spanish beside them, anywhere in a value. */
function textsWithoutSpanish(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const en = entries.find(([key]) => key === 'en')?.[1];
  const isComplete = entries.some(([key, text]) => key === 'es' && typeof text === 'string' && text !== '');
  const inside = entries.flatMap(([, part]) => textsWithoutSpanish(part));
  return typeof en === 'string' && !isComplete ? [en, ...inside] : inside;
}

it('docs/guidance.md is what `npm run playbooks` writes', () => {
  const written = readFileSync(new URL('../../docs/guidance.md', import.meta.url), 'utf8');
  expect(written === guidanceDocument(playbooks), 'run `npm run playbooks`').toBe(true);
});
