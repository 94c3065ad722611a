import { describe, expect, it } from 'vitest';
import { evolve } from '../ticket/evolve.ts';
import type { TicketState } from '../ticket/schema.ts';
import { checkPlaybook } from './check.ts';
import { checkSituation } from './check-situation.ts';
import { codesLeft, coolDownUntil, isConditionMet } from './engine.ts';
import { type Limits, type Playbook, playbookSchema } from './schema.ts';
import { judgeWhen, situationQuestionSchema } from './situation.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

const dayMs = 24 * 60 * 60 * 1000;

const limited = (limits: Partial<Limits>): Playbook => ({
  ...smallPlaybook,
  limits: { ...smallPlaybook.limits, ...limits },
});

/** A ticket that has asked for codes at these times. */
function asked(...requests: readonly (number | { readonly used: number })[]): TicketState {
  const opened = { playbookId: smallPlaybook.id, playbookVersion: 1, stepId: 'submit' };
  return {
    ...evolve(null, { type: 'ticketOpened', ...opened }, 0, smallPlaybook),
    currentFingerprint: 'a'.repeat(64),
    codesRequestedByFingerprint: { ['a'.repeat(64)]: requests.length },
    codeRequests: requests.map((request) =>
      typeof request === 'number' ? { at: request, isUsed: false } : { at: request.used, isUsed: true },
    ),
  };
}

describe('a limit that no source states', () => {
  it('never blocks', () => {
    const open = limited({ codesPerQr: null });
    expect(codesLeft(open, asked(1, 2, 3, 4))).toBeNull();
    expect(isConditionMet('codesLeftForQr', open, asked(1, 2, 3, 4), 5)).toBe(true);
    expect(isConditionMet('noCodesLeftForQr', open, asked(1, 2, 3, 4), 5)).toBe(false);
    expect(isConditionMet('codesLeftToday', smallPlaybook, asked(1, 2, 3, 4), 5)).toBe(true);
    expect(isConditionMet('coolDownOver', smallPlaybook, asked(1, 2, 3, 4), 5)).toBe(true);
  });
});

describe('codes per day', () => {
  const perDay = limited({ codesPerDay: 2 });

  it('are those of the last 24 hours', () => {
    expect(isConditionMet('codesLeftToday', perDay, asked(0, 1000), 2000)).toBe(false);
    expect(isConditionMet('noCodesLeftToday', perDay, asked(0, 1000), dayMs - 1)).toBe(true);
    expect(isConditionMet('codesLeftToday', perDay, asked(0, 1000), dayMs)).toBe(true);
  });
});

describe('the cool-down', () => {
  const cooling = limited({ coolDown: { afterUnusedCodes: 2, lastsMs: 1000 } });

  it('begins with the last of so many codes that were not used', () => {
    expect(coolDownUntil(cooling, asked(10))).toBeNull();
    expect(coolDownUntil(cooling, asked(10, 20))).toBe(1020);
    expect(isConditionMet('inCoolDown', cooling, asked(10, 20), 1019)).toBe(true);
    expect(isConditionMet('coolDownOver', cooling, asked(10, 20), 1020)).toBe(true);
  });

  it('does not count codes that were used, or from before the last one', () => {
    expect(coolDownUntil(cooling, asked({ used: 10 }, 20))).toBeNull();
    expect(coolDownUntil(cooling, asked(10, 20, 1500))).toBeNull();
    expect(coolDownUntil(cooling, asked(10, 20, 1500, 1600))).toBe(2600);
  });
});

describe('checkPlaybook', () => {
  it('names requests that could go past a limit', () => {
    const faults = checkPlaybook(
      limited({ codesPerDay: 10, coolDown: { afterUnusedCodes: 2, lastsMs: 1000 } }),
    );
    expect(faults).toContain(
      'step "submit", answer "byMail" asks for a code, but may go past limits.codesPerDay',
    );
    expect(faults).toContain(
      'step "submit", answer "byDmss" asks for a code, but may do so during limits.coolDown',
    );
  });

  it('names a password tool without rules, and takes the chooser as a way out', () => {
    const steps = smallPlaybook.steps.map((step) =>
      step.id === 'password' ? { ...step, tool: 'password' as const } : step,
    );
    expect(checkPlaybook({ ...smallPlaybook, steps, passwordRules: null })).toEqual([
      'step "password" has the password tool, but there are no passwordRules',
    ]);
    const other = { id: 'other', label: { en: 'Other' }, leadsTo: '@chooser' };
    const leaving = smallPlaybook.steps.map((step) =>
      step.id === 'password' ? { ...step, answers: [...step.answers, other] } : step,
    );
    expect(checkPlaybook(playbookSchema.parse({ ...smallPlaybook, steps: leaving }))).toEqual([]);
  });
});

describe('checkSituation', () => {
  const text = (en: string) => ({ en });
  const questions = situationQuestionSchema.array().parse([
    {
      key: 'mailbox',
      title: text('?'),
      say: text('?'),
      name: text('?'),
      answers: [{ value: 'lost', label: text('Lost') }],
    },
  ]);
  const needing = (key: string, value: string) =>
    playbookSchema.parse({
      ...smallPlaybook,
      suits: { ...smallPlaybook.suits, needs: [{ key, anyOf: [value], because: text('Because.') }] },
    });

  it('takes what a question can tell, and names the rest', () => {
    expect(checkSituation(needing('mailbox', 'lost'), questions)).toEqual([]);
    expect(checkSituation(needing('mailbox', 'gone'), questions)).toEqual([
      'need "mailbox": "mailbox" never has the value "gone"',
    ]);
    expect(checkSituation(needing('weather', 'fine'), questions)).toEqual([
      'need "weather": no question has the key "weather"',
    ]);
  });
});

describe('judgeWhen', () => {
  const when = { screen: ['local'], generation: ['ui40', '2022plus'] };

  it('is broken by one key, and open while one is not known', () => {
    expect(judgeWhen(when, { screen: 'local', generation: 'ui40' })).toBe('met');
    expect(judgeWhen(when, { screen: 'local' })).toBe('open');
    expect(judgeWhen(when, { screen: 'web' })).toBe('broken');
    expect(judgeWhen(when, { screen: 'local', generation: 'unsure' })).toBe('open');
    expect(judgeWhen({}, {})).toBe('met');
  });
});
