import { describe, expect, it } from 'vitest';
import { guidanceDocument } from './guidance.ts';
import type { Playbook } from './schema.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

const manual = {
  id: 'manual',
  statement: { en: 'As shown | there.' },
  source: 'A manual',
  grade: 'V',
} as const;
const older = { ...manual, id: 'older', source: 'An old manual', generations: ['older'] } as const;
const playbook: Playbook = {
  ...smallPlaybook,
  match: { ...smallPlaybook.match, generations: ['older', '2022plus'] },
  suits: { ...smallPlaybook.suits, facts: ['manual', 'older'] },
  facts: [
    ...smallPlaybook.facts,
    { ...manual, generations: [] },
    { ...older, generations: [...older.generations] },
  ],
};

const rowsAbout = (text: string, document = guidanceDocument([playbook])) =>
  document.split('\n').filter((line) => line.startsWith('|') && line.includes(text));

describe('the document of what the playbooks claim', () => {
  it('names a route once for each generation and source', () => {
    expect(rowsAbout('| Small | Dahua | recorder |')).toEqual([
      '| Small | Dahua | recorder | before 2020 | A manual | V |',
      '| Small | Dahua | recorder | before 2020 | An old manual | V |',
      '| Small | Dahua | recorder | 2022 and later | A manual | V |',
    ]);
  });

  it('stands in the same order whatever the order of the files', () => {
    const other: Playbook = { ...playbook, id: 'another', title: { en: 'Another' } };
    expect(guidanceDocument([playbook, other])).toBe(guidanceDocument([other, playbook]));
  });

  it('names the limits in hours and minutes, and leaves out what no source states', () => {
    expect(rowsAbout('5 min')).toEqual(['| Small | 24 h | 2 |  | 5 | 5 min |  | INF |']);
  });

  it('names a fact once, with the routes that cite it, and keeps its bars out of the table', () => {
    const other = { ...playbook, id: 'other' };
    const third: Playbook = { ...smallPlaybook, id: 'third' };
    expect(rowsAbout('there.', guidanceDocument([playbook, other, third]))).toEqual([
      '| As shown \\| there. | A manual | V | dahua-dmss, other |',
      '| As shown \\| there. | An old manual | V | dahua-dmss, other |',
    ]);
  });
});
