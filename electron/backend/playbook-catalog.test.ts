import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../core/playbook/schema.ts';
import { smallPlaybook } from '../../core/playbook/small-playbook.fixture.ts';
import { PlaybookCatalog, type PlaybookFile } from './playbook-catalog.ts';

const catalog = () =>
  new PlaybookCatalog({
    current: [smallPlaybook],
    older: [],
    questions: [],
    library: { parts: [], facts: [] },
  });

const titled = (en: string, change: Partial<Playbook> = {}): Playbook => ({
  ...smallPlaybook,
  title: { en },
  ...change,
});

const file = (name: string, playbook: unknown): PlaybookFile => ({ name, text: JSON.stringify(playbook) });

describe('the playbooks of a supervisor', () => {
  it('stand beside those of the app', () => {
    const all = catalog();
    all.setFiles([file('own.json', titled('Own', { id: 'own' }))]);
    expect(all.list().map(({ id }) => id)).toEqual([smallPlaybook.id, 'own']);
    expect(all.entries()[1]).toMatchObject({ file: 'own.json', state: 'inUse', problems: [] });
  });

  it('replace one of the app with a higher version only', () => {
    const all = catalog();
    all.setFiles([file('same.json', titled('Same'))]);
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Small');
    expect(all.entries()[1]).toMatchObject({ state: 'refused', problems: [{ path: 'version' }] });
    all.setFiles([file('next.json', titled('Next', { version: 2 }))]);
    expect(all.current(smallPlaybook.id)?.title.en).toBe('Next');
    expect(all.entries()[0]).toMatchObject({ file: null, state: 'replaced' });
    expect(all.find({ id: smallPlaybook.id, version: 1 })?.title.en).toBe('Small');
  });

  it('are refused with the reason when broken, and nothing else is', () => {
    const all = catalog();
    all.setFiles([
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
    all.setFiles([file('own.json', own)]);
    all.addStored(own);
    all.setFiles([]);
    expect(all.current('own')).toBeNull();
    expect(all.find({ id: 'own', version: 1 })).toEqual(own);
  });

  it('need the next version once tickets have used one', () => {
    const all = catalog();
    all.addStored(titled('Own', { id: 'own' }));
    all.setFiles([file('own.json', titled('Changed', { id: 'own' }))]);
    expect(all.current('own')).toBeNull();
    expect(all.entries()[1]?.problems[0]?.reason).toContain('Give this file the next version');
    all.setFiles([file('own.json', titled('Changed', { id: 'own', version: 2 }))]);
    expect(all.current('own')?.title.en).toBe('Changed');
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
