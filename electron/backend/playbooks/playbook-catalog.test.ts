import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../../core/playbook/schema.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { PlaybookCatalog, type PlaybookFile } from './playbook-catalog.ts';

const empty = () =>
  new PlaybookCatalog({
    current: [smallPlaybook],
    older: [],
    questions: [],
    library: { parts: [], facts: [] },
  });

/** One whose supervisor approves of every file. */
function catalog(): PlaybookCatalog & { readonly setTexts: (files: readonly TextFile[]) => void } {
  const all = empty();
  const setTexts = (files: readonly TextFile[]) => {
    all.setFiles(files.map(({ name, text }): PlaybookFile => ({ name, reading: all.read(text) })));
    for (const { digest } of all.entries()) if (digest !== null) all.addDecision(digest, 'approved');
  };
  return Object.assign(all, { setTexts });
}

interface TextFile {
  readonly name: string;
  readonly text: string;
}

const titled = (en: string, change: Partial<Playbook> = {}): Playbook => ({
  ...smallPlaybook,
  title: { en },
  ...change,
});

const file = (name: string, playbook: unknown): TextFile => ({ name, text: JSON.stringify(playbook) });

describe('the playbooks of a supervisor', () => {
  it('stand beside those of the app', () => {
    const all = catalog();
    all.setTexts([file('own.json', titled('Own', { id: 'own' }))]);
    expect(all.list().map(({ id }) => id)).toEqual([smallPlaybook.id, 'own']);
    expect(all.entries()[1]).toMatchObject({ file: 'own.json', state: 'inUse', problems: [] });
  });

  it('replace one of the app with a higher version only', () => {
    const all = catalog();
    all.setTexts([file('same.json', titled('Same'))]);
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Small');
    expect(all.entries()[1]).toMatchObject({ state: 'refused', problems: [{ path: 'version' }] });
    all.setTexts([file('next.json', titled('Next', { version: 2 }))]);
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Next');
    expect(all.entries()[0]).toMatchObject({ file: null, state: 'replaced' });
    expect(all.find({ id: smallPlaybook.id, version: 1 })?.title.en).toBe('Small');
  });

  it('are refused with the reason when broken, and nothing else is', () => {
    const all = catalog();
    all.setTexts([
      { name: 'broken.json', text: '{ "id": ' },
      { name: 'empty.json', text: '' },
      file('own.json', titled('Own', { id: 'own' })),
    ]);
    expect(all.list().map(({ id }) => id)).toEqual([smallPlaybook.id, 'own']);
    expect(all.entries().filter(({ state }) => state === 'refused')).toMatchObject([
      { file: 'broken.json', playbook: null, problems: [{ place: { line: 1, column: 9 } }] },
      { file: 'empty.json' },
    ]);
  });

  it('are forgotten with their file, but not by the tickets that are on them', () => {
    const all = catalog();
    const own = titled('Own', { id: 'own' });
    all.setTexts([file('own.json', own)]);
    const current = all.current('own');
    if (current !== null) all.addStored(current);
    all.setTexts([]);
    expect(all.current('own')).toBeNull();
    expect(all.find({ id: 'own', version: 1 })).toEqual({ ...own, isDesksOwn: true });
  });

  it('need the next version once tickets have used one', () => {
    const all = catalog();
    all.addStored(titled('Own', { id: 'own' }));
    all.setTexts([file('own.json', titled('Changed', { id: 'own' }))]);
    expect(all.current('own')).toBeNull();
    expect(all.entries()[1]?.problems[0]?.reason).toContain('Give this file the next version');
    all.setTexts([file('own.json', titled('Changed', { id: 'own', version: 2 }))]);
    expect(all.current('own')?.title.en).toBe('Changed');
  });
});

describe('a file of the folder', () => {
  const next = titled('Next', { version: 99 });
  const read = (all: PlaybookCatalog, ...files: readonly Playbook[]) =>
    all.setFiles(
      files.map((playbook, index) => ({
        name: `${index}.json`,
        reading: all.read(JSON.stringify(playbook)),
      })),
    );
  const stateOf = (all: PlaybookCatalog) => all.entries().findLast(({ file }) => file !== null)?.state;
  const decide = (all: PlaybookCatalog, decision: 'approved' | 'refused') =>
    all.addDecision(all.entries().at(-1)?.digest ?? '', decision);

  it('is used by nobody before somebody has approved it', () => {
    const all = empty();
    read(all, next);
    expect(stateOf(all)).toBe('waiting');
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Small');
    decide(all, 'approved');
    expect(all.current(smallPlaybook.id)).toMatchObject({ title: { en: 'Next' }, isDesksOwn: true });
  });

  it('that tickets used before files were approved is asked about once, needs no new version, and is marked', () => {
    const all = empty();
    const unmarked = titled('Own', { id: 'own' });
    all.setStored([unmarked]);
    read(all, unmarked);
    expect(stateOf(all)).toBe('waiting');
    expect(all.find({ id: 'own', version: 1 })).toMatchObject({ isDesksOwn: true });
    decide(all, 'approved');
    expect(all.current('own')).toMatchObject({ isDesksOwn: true });
    read(all, titled('Changed', { id: 'own' }));
    expect(stateOf(all)).toBe('refused');
    expect(all.find({ id: 'own', version: 1 })?.title.en).toBe('Own');
  });

  it('takes the place of the one it replaces, also where several are equally gentle', () => {
    const second = titled('Second', { id: 'second' });
    const all = new PlaybookCatalog({
      current: [smallPlaybook, second],
      older: [],
      questions: [],
      library: { parts: [], facts: [] },
    });
    read(all, next);
    decide(all, 'approved');
    expect(all.list().map(({ title }) => title.en)).toEqual(['Next', 'Second']);
    expect(all.forNewTicket({}).title.en).toBe('Next');
  });

  it('stays out once it was refused, also when it is read again, and can be approved after all', () => {
    const all = empty();
    read(all, next);
    decide(all, 'refused');
    read(all, next);
    expect(stateOf(all)).toBe('declined');
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Small');
    decide(all, 'approved');
    expect(stateOf(all)).toBe('inUse');
  });

  it('is asked about anew when anything in it has changed, and not when only its lines have', () => {
    const all = empty();
    read(all, next);
    decide(all, 'approved');
    const spread = all.read(JSON.stringify(next, null, 4));
    all.setFiles([{ name: 'spread.json', reading: spread }]);
    expect(stateOf(all)).toBe('inUse');
    read(all, { ...next, limits: { ...next.limits, codesPerQr: 7 } });
    expect(stateOf(all)).toBe('waiting');
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Small');
  });

  it('cannot say that it is the app, nor give its own statements a grade of the app', () => {
    const [fact] = smallPlaybook.facts;
    if (fact === undefined) throw new Error('The playbook states nothing.');
    const own = { ...fact, statement: { en: 'Somebody says so' }, grade: 'V' as const };
    const all = empty();
    read(all, { ...next, facts: [own, ...smallPlaybook.facts.slice(1)] });
    const { playbook } = all.entries().at(-1) ?? {};
    expect(playbook?.isDesksOwn).toBe(true);
    expect(playbook?.facts.map(({ grade }) => grade)).toEqual([
      'OWN',
      ...smallPlaybook.facts.slice(1).map(({ grade }) => grade),
    ]);
  });
});

describe('the app', () => {
  it('does not start with a broken playbook or two of one id', () => {
    const parts = { older: [], questions: [], library: { parts: [], facts: [] } };
    expect(() => new PlaybookCatalog({ ...parts, current: [{ id: 'x' }] })).toThrow('has faults');
    expect(() => new PlaybookCatalog({ ...parts, current: [smallPlaybook, smallPlaybook] })).toThrow(
      'same id',
    );
  });

  it('leaves a version as it was used, also when the app was built anew with other words', () => {
    const all = catalog();
    all.setStored([titled('As it was used')]);
    expect(all.current(smallPlaybook.id)?.title.en).toBe('As it was used');
  });
});
