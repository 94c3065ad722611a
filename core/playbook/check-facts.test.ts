import { describe, expect, it } from 'vitest';
import { contradictions, unfoundedLines } from './check-facts.ts';
import type { Fact } from './schema.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

const fact = (id: string, value: string, scope: Partial<Fact> = {}): Fact => ({
  id,
  statement: { en: `The code is valid for ${value}.` },
  source: 'A manual',
  grade: 'V',
  generations: [],
  claims: { subject: 'brand.codeValidity', value },
  ...scope,
});

describe('contradictions', () => {
  it('names two facts that differ on one subject', () => {
    expect(contradictions([fact('a', '24 h'), fact('b', '48 h')])).toEqual([
      'facts "a" and "b" contradict each other on brand.codeValidity',
    ]);
    expect(contradictions([fact('a', '24 h'), fact('b', '24 h')])).toEqual([]);
  });

  it('lets them differ where no device can be in both scopes', () => {
    const recorder = fact('a', '24 h', { deviceKinds: ['recorder'] });
    expect(contradictions([recorder, fact('b', '48 h', { deviceKinds: ['camera'] })])).toEqual([]);
    expect(contradictions([recorder, fact('b', '48 h')])).toHaveLength(1);
    const series = fact('a', '24 h', { series: 'N831' });
    expect(contradictions([series, fact('b', '48 h', { series: 'HRHT' })])).toEqual([]);
  });
});

describe('unfoundedLines', () => {
  const stepWith = (line: string, facts: readonly string[], es?: string) => ({
    ...smallPlaybook,
    facts: [
      fact('day', '24 hours'),
      { ...fact('mail', ''), statement: { en: 'Mail it to a@b.example.' } },
      { ...fact('reset', ''), statement: { en: 'The button Reset.' } },
    ],
    steps: smallPlaybook.steps.slice(0, 1).map((step) => ({
      ...step,
      do: [{ en: line, ...(es === undefined ? {} : { es }), when: {} }],
      facts: [...facts],
    })),
  });

  it('names a figure or an address that no fact of the step has', () => {
    expect(unfoundedLines(stepWith('It takes 24 hours.', []))).toHaveLength(1);
    expect(unfoundedLines(stepWith('Write to a@b.example.', ['day']))).toHaveLength(1);
  });

  it('names a count, a lock, a validity, a maker and a label that no fact of the step has', () => {
    for (const [line, claim] of [
      ['A QR gives two codes.', '2 codes'],
      ['Five wrong logins are too many.', '5 tries'],
      ['Then the device locks itself.', 'a lock'],
      ['This one is no longer valid.', 'a validity'],
      ['It goes back to factory settings.', 'factory settings'],
      ['Open Hik-Connect.', 'hik-connect'],
    ] as const)
      expect(unfoundedLines(stepWith(line, []))).toEqual([
        expect.stringContaining(`no fact of it says "${claim}"`),
      ]);
    expect(unfoundedLines(stepWith('Click Reset.', [], 'Haga clic en «Reset».'))).toEqual([
      expect.stringContaining('no fact of it says "reset"'),
    ]);
    expect(unfoundedLines(stepWith('Click Reset.', ['reset'], 'Haga clic en «Reset».'))).toEqual([]);
  });

  it('finds a figure in words and in digits', () => {
    expect(unfoundedLines(stepWith('It takes twenty-four hours.', ['day']))).toEqual([]);
    expect(unfoundedLines(stepWith('Write to a@b.example.', ['mail']))).toEqual([]);
  });
});
