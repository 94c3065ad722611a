import { expect, it } from 'vitest';
import { formatFigures, measure } from './store-figures.ts';

it('counts every run but the first, and says which goals are met', async () => {
  const rounds: number[] = [];
  const figure = await measure('ours', 'list', 5, 3, (round) => rounds.push(round));
  expect(rounds).toEqual([0, 1, 2, 3]);
  const lines = formatFigures([
    { ...figure, p50: 1, p95: 2 },
    { ...figure, p95: 7 },
    { ...figure, goalMs: null },
  ]).split('\n');
  expect(lines.map((line) => line.split(/\s+/).at(-1))).toEqual([
    'goal',
    'met',
    'MISSED',
    expect.any(String),
  ]);
  expect(lines[3]).not.toMatch(/met|MISSED/);
});
