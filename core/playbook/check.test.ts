import { describe, expect, it } from 'vitest';
import { checkPlaybook } from './check.ts';
import type { Answer, Playbook, Step } from './schema.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

function withStep(id: string, change: (step: Step) => Step): Playbook {
  return { ...smallPlaybook, steps: smallPlaybook.steps.map((s) => (s.id === id ? change(s) : s)) };
}

function withAnswer(stepId: string, answerId: string, change: Partial<Answer>): Playbook {
  return withStep(stepId, (s) => ({
    ...s,
    answers: s.answers.map((a) => (a.id === answerId ? { ...a, ...change } : a)),
  }));
}

describe('checkPlaybook', () => {
  it('finds nothing in a sound playbook', () => {
    expect(checkPlaybook(smallPlaybook)).toEqual([]);
  });

  it.each<[string, Playbook, string]>([
    [
      'a step that is there twice',
      { ...smallPlaybook, steps: [...smallPlaybook.steps, ...smallPlaybook.steps.slice(-1)] },
      'step "ended" is there more than once',
    ],
    [
      'an answer that is there twice',
      withStep('password', (s) => ({ ...s, answers: [...s.answers, ...s.answers] })),
      'step "password": answer "set" is there more than once',
    ],
    [
      'a fact that is there twice',
      { ...smallPlaybook, facts: [...smallPlaybook.facts, ...smallPlaybook.facts] },
      'fact "fact" is there more than once',
    ],
    ['a first step that is missing', { ...smallPlaybook, firstStepId: 'x' }, 'firstStepId "x" is not there'],
    [
      'an answer that leads nowhere',
      withAnswer('password', 'set', { leadsTo: 'x' }),
      'step "password", answer "set" leads to "x", which is not there',
    ],
    [
      'a passWhen that leads nowhere',
      withStep('scan', (s) => ({ ...s, passWhen: { condition: 'qrScanned', leadsTo: 'x' } })),
      'step "scan": passWhen leads to "x", which is not there',
    ],
    [
      'a passWhen that ends the ticket',
      withStep('scan', (s) => ({ ...s, passWhen: { condition: 'qrScanned', leadsTo: 'ended' } })),
      'step "scan": passWhen leads to an end, which only an answer may',
    ],
    [
      'steps that pass each other for ever',
      withStep('scan', (s) => ({ ...s, passWhen: { condition: 'qrScanned', leadsTo: 'findQr' } })),
      'step "scan": passWhen leads back to itself',
    ],
    [
      'a dead end',
      withStep('password', (s) => ({ ...s, answers: [] })),
      'step "password" is a dead end without isEnd',
    ],
    [
      'an end with answers',
      withStep('password', (s) => ({ ...s, isEnd: true })),
      'step "password" is an end but has answers',
    ],
    [
      'an end that passes by itself',
      withStep('ended', (s) => ({ ...s, passWhen: { condition: 'qrScanned', leadsTo: 'scan' } })),
      'step "ended" is an end but has passWhen',
    ],
    [
      'a step that may leave no answer to give',
      withStep('submit', (s) => ({ ...s, answers: s.answers.filter((a) => a.id !== 'refresh') })),
      'step "submit": every answer has a requirement, so the agent may have none to give',
    ],
    [
      'a fact that is missing',
      withStep('scan', (s) => ({ ...s, facts: ['x'] })),
      'step "scan": fact "x" is missing',
    ],
    [
      'a fact of the limits that is missing',
      { ...smallPlaybook, limits: { ...smallPlaybook.limits, facts: ['x'] } },
      'limits: fact "x" is missing',
    ],
    [
      'a fact of an address that is missing',
      { ...smallPlaybook, addresses: [{ address: 'reset@vendor.example', fact: 'x' }] },
      'address "reset@vendor.example": fact "x" is missing',
    ],
    [
      'an end that does not close the ticket',
      withAnswer('verify', 'loggedIn', { records: ['loginVerified'] }),
      'step "verify", answer "loggedIn" leads to an end but does not close',
    ],
    [
      'a close in the middle',
      withAnswer('password', 'set', { records: ['closedReferred'] }),
      'step "password", answer "set" closes but does not lead to an end',
    ],
    [
      'two closes',
      withAnswer('verify', 'loggedIn', { records: ['closedReferred', 'closedResolved'] }),
      'step "verify", answer "loggedIn" closes more than once',
    ],
    [
      'something after the close',
      withAnswer('verify', 'loggedIn', { records: ['closedResolved', 'loginVerified'] }),
      'step "verify", answer "loggedIn" records something after closing',
    ],
    [
      'a request without a QR',
      withAnswer('submit', 'byMail', { requires: [] }),
      'step "submit", answer "byMail" submits a request but may be given without a QR',
    ],
    [
      'limits the wrong way round',
      { ...smallPlaybook, limits: { ...smallPlaybook.limits, codeMinLength: 16 } },
      'limits: codeMinLength is above codeMaxLength',
    ],
  ])('names %s', (_what, playbook, fault) => {
    expect(checkPlaybook(playbook)).toContain(fault);
  });

  it('names a step that is never reached', () => {
    const lonely: Step = { ...firstStep(), id: 'lonely' };
    const playbook = { ...smallPlaybook, steps: [...smallPlaybook.steps, lonely] };
    expect(checkPlaybook(playbook)).toEqual(['step "lonely" is never reached']);
  });

  it('names the steps that never come to an end', () => {
    const round = (leadsTo: string): Answer[] => [
      {
        id: 'a',
        label: { en: 'a' },
        leadsTo,
        records: [],
        requires: [],
        when: {},
        learns: {},
        tone: 'neutral',
      },
    ];
    const playbook: Playbook = {
      ...smallPlaybook,
      steps: [
        { ...firstStep(), answers: [...firstStep().answers, ...round('here')] },
        ...smallPlaybook.steps.slice(1),
        { ...firstStep(), id: 'here', answers: round('there') },
        { ...firstStep(), id: 'there', answers: round('here') },
      ],
    };
    expect(checkPlaybook(playbook)).toEqual([
      'step "here" has no path to an end',
      'step "there" has no path to an end',
    ]);
  });
});

function firstStep(): Step {
  const [step] = smallPlaybook.steps;
  if (step === undefined) throw new Error('The fixture has no steps.');
  return step;
}
