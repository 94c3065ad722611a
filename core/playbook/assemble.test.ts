import { describe, expect, it } from 'vitest';
import { type PlaybookLibrary, playbookPartSchema } from './assemble.ts';
import { readPlaybook } from './read.ts';
import type { Fact } from './schema.ts';

const text = (en: string) => ({ en });
const end = { id: 'end', phase: 'close', title: text('End'), isEnd: true } as const;
const done = { id: 'done', label: text('Done'), leadsTo: 'end', records: ['closedResolved'] } as const;
const part = (id: string, steps: readonly unknown[]) => playbookPartSchema.parse({ id, steps });
const fact = (id: string): Fact => ({
  id,
  statement: text(id),
  source: 'A manual',
  grade: 'V',
  generations: [],
});

const library: PlaybookLibrary = {
  parts: [
    part('finish', [
      { id: 'login', phase: 'verify', title: text('Log in'), facts: ['admin'], answers: [done] },
      { id: 'cameras', phase: 'verify', title: text('Cameras'), facts: ['sync'], answers: [done] },
      end,
    ]),
    part('other', [{ id: 'login', phase: 'verify', title: text('Log in elsewhere'), answers: [done] }]),
  ],
  facts: [fact('admin'), fact('sync')],
};

const begin = {
  id: 'begin',
  phase: 'ownership',
  title: text('Begin'),
  answers: [{ id: 'go', label: text('Go'), leadsTo: 'login' }],
};

const file = {
  id: 'route',
  version: 1,
  title: text('Route'),
  match: { vendors: [{ family: 'dahua', name: text('Dahua') }], deviceKinds: ['recorder'] },
  suits: { why: text('It works.'), preference: 10 },
  limits: {},
  firstStepId: 'begin',
  include: ['finish'],
  steps: [begin],
};

function mustRead(changes: Record<string, unknown> = {}) {
  const reading = readPlaybook({ ...file, ...changes }, library);
  if (!reading.ok) throw new Error(reading.faults.join('; '));
  return reading.playbook;
}

function faultsOf(changes: Record<string, unknown>): readonly string[] {
  const reading = readPlaybook({ ...file, ...changes }, library);
  return reading.ok ? [] : reading.faults;
}

describe('a playbook read from its file', () => {
  it('takes its own limits for what a shared step says of another brand, or leaves the fact out', () => {
    const about = (id: string, subject: string, vendors?: readonly string[]) => ({
      ...fact(id),
      claims: { subject, value: '2' },
      ...(vendors === undefined ? {} : { vendors: [...vendors] }),
    });
    const login = { id: 'login', phase: 'verify', title: text('Log in'), answers: [done] };
    const shared = {
      parts: [part('finish', [{ ...login, facts: ['codes', 'lock', 'admin'] }, end])],
      facts: [
        about('codes', 'dahua.codesPerQr', ['dahua']),
        about('lock', 'dahua.lock', ['dahua']),
        about('own', 'cpplus.codesPerQr'),
        fact('admin'),
      ],
    };
    const factsOf = (family: string) => {
      const match = { ...file.match, vendors: [{ family, name: text(family) }] };
      const reading = readPlaybook({ ...file, match, limits: { facts: ['own'] } }, shared);
      if (!reading.ok) throw new Error(reading.faults.join('; '));
      return reading.playbook.steps.find(({ id }) => id === 'login')?.facts;
    };
    expect(factsOf('dahua')).toEqual(['codes', 'lock', 'admin']);
    expect(factsOf('cpplus')).toEqual(['own', 'admin']);
  });

  it('leaves shared answers for what expired out where no source states a validity', () => {
    const late = { ...done, id: 'late', requires: ['codeExpired'] };
    const login = { id: 'login', phase: 'verify', title: text('Log in'), answers: [done, late] };
    const expiring = { ...library, parts: [part('finish', [login, end])] };
    const answersWith = (limits: Record<string, unknown>) => {
      const reading = readPlaybook({ ...file, limits }, expiring);
      if (!reading.ok) throw new Error(reading.faults.join('; '));
      return reading.playbook.steps.find(({ id }) => id === 'login')?.answers.map(({ id }) => id);
    };
    expect(answersWith({})).toEqual(['done']);
    expect(answersWith({ codeValidityMs: 1000, facts: ['admin'] })).toEqual(['done', 'late']);
  });

  it('leaves shared answers for a used-up QR out where no source says how many codes it gives', () => {
    const usedUp = { ...done, id: 'usedUp', requires: ['noCodesLeftForQr'] };
    const login = { id: 'login', phase: 'verify', title: text('Log in'), answers: [done, usedUp] };
    const counting = { ...library, parts: [part('finish', [login, end])] };
    const answersWith = (limits: Record<string, unknown>) => {
      const reading = readPlaybook({ ...file, limits }, counting);
      if (!reading.ok) throw new Error(reading.faults.join('; '));
      return reading.playbook.steps.find(({ id }) => id === 'login')?.answers.map(({ id }) => id);
    };
    expect(answersWith({})).toEqual(['done']);
    expect(answersWith({ codesPerQr: 2, facts: ['admin'] })).toEqual(['done', 'usedUp']);
  });

  it('has the included steps that are reached, and the shared facts that they name', () => {
    const playbook = mustRead();
    expect(playbook.steps.map(({ id }) => id)).toEqual(['begin', 'login', 'end']);
    expect(playbook.facts.map(({ id }) => id)).toEqual(['admin']);
    expect(playbook).not.toHaveProperty('include');
  });

  it('takes its own step before an included one of the same id, and the first part before the second', () => {
    const own = { id: 'login', phase: 'verify', title: text('My login'), answers: [done] };
    const titleOf = (changes: Record<string, unknown>) =>
      mustRead(changes).steps.find(({ id }) => id === 'login')?.title.en;
    expect(titleOf({ steps: [begin, own] })).toBe('My login');
    expect(titleOf({ include: ['other', 'finish'] })).toBe('Log in elsewhere');
    expect(titleOf({ include: ['finish', 'other'] })).toBe('Log in');
  });

  it('keeps its own fact before a shared one of the same id', () => {
    const own = { ...fact('admin'), source: 'Another manual' };
    expect(mustRead({ facts: [own] }).facts).toEqual([own]);
  });

  it('is refused with a part that is not there', () => {
    expect(faultsOf({ include: ['finsh'] })).toEqual(['include: there is no part "finsh"']);
  });

  it('is refused with an own step that nothing leads to', () => {
    const idle = { ...begin, id: 'idle' };
    expect(faultsOf({ steps: [begin, idle] })).toEqual(['step "idle" is never reached']);
  });

  it('is refused with a fact that neither it nor the shared list has', () => {
    expect(faultsOf({ steps: [{ ...begin, facts: ['rumour'] }] })).toEqual([
      'step "begin": fact "rumour" is missing',
    ]);
  });

  it('is refused where it does not fit the schema, with the place', () => {
    expect(faultsOf({ version: 0 })[0]).toMatch(/^version: /);
    expect(faultsOf({ steps: [{ ...begin, tool: 'magic' }] })[0]).toMatch(/^steps\.0\.tool: /);
  });
});
