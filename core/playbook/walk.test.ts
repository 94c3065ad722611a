import { describe, expect, it } from 'vitest';
import { type Playbook, playbookSchema, type Step } from './schema.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';
import { walkPlaybook } from './walk.ts';

const allAnswers = smallPlaybook.steps.flatMap((step) => step.answers.map(({ id }) => `${step.id}/${id}`));

function withoutConditions(steps: readonly string[], limits: object = {}): Playbook {
  const change = (step: Step): Step =>
    steps.includes(step.id)
      ? { ...step, answers: step.answers.map((answer) => ({ ...answer, requires: [] })) }
      : step;
  return playbookSchema.parse({
    ...smallPlaybook,
    steps: smallPlaybook.steps.map(change),
    limits: { ...smallPlaybook.limits, ...limits },
  });
}

describe('walkPlaybook', () => {
  it('gives every answer, comes to every step and goes past no limit', () => {
    const walk = walkPlaybook(smallPlaybook);
    expect([...walk.given].sort()).toEqual([...allAnswers].sort());
    expect([...walk.visited].sort()).toEqual(smallPlaybook.steps.map(({ id }) => id).sort());
    expect(walk.breaches).toEqual([]);
  });

  it('names the answers that go past a limit', () => {
    expect(walkPlaybook(withoutConditions(['submit'])).breaches).toContain('submit/byMail: codesPerQr');
    const perDay = withoutConditions(['submit'], { codesPerQr: null, codesPerDay: 2 });
    expect(walkPlaybook(perDay).breaches).toEqual([
      'submit/byDmss: codesPerDay',
      'submit/byMail: codesPerDay',
    ]);
    const coolDown = { codesPerQr: null, coolDown: { afterUnusedCodes: 2, lastsMs: 1000 } };
    expect(walkPlaybook(withoutConditions(['submit'], coolDown)).breaches).toContain(
      'submit/byMail: coolDown',
    );
    expect(walkPlaybook(withoutConditions(['code'])).breaches).toEqual([
      'code/accepted: codeValidityMs',
      'code/accepted: lockMs',
    ]);
  });

  it('leaves out an answer that no way leads to', () => {
    const steps = smallPlaybook.steps.map((step) =>
      step.id === 'verify'
        ? { ...step, answers: step.answers.map((answer) => ({ ...answer, requires: ['noCodesLeftToday'] })) }
        : step,
    );
    const walk = walkPlaybook(playbookSchema.parse({ ...smallPlaybook, steps }));
    expect(walk.given.has('verify/loggedIn')).toBe(false);
  });

  it('brings the tickets that stand before the chooser', () => {
    const steps = smallPlaybook.steps.map((step) =>
      step.id === 'password'
        ? {
            ...step,
            answers: [
              ...step.answers,
              { id: 'lost', label: { en: 'Lost' }, leadsTo: '@chooser', learns: { mailbox: 'lost' } },
            ],
          }
        : step,
    );
    const { failures } = walkPlaybook(playbookSchema.parse({ ...smallPlaybook, steps }));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures[0]).toMatchObject({ stepId: '@chooser', situation: { mailbox: 'lost' } });
  });
});
