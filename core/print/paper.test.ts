import { expect, it } from 'vitest';
import { inInches, paperSize } from './paper.ts';

it.each([
  ['a4', { width: 210_000, height: 297_000 }],
  ['letter', { width: 215_900, height: 279_400 }],
] as const)('knows the size of %s, however much is printed', (paper, size) => {
  expect(paperSize(paper, 5000)).toEqual(size);
});

it('cuts a roll after what is printed', () => {
  expect(paperSize('receipt80', 960)).toEqual({ width: 80_000, height: 255_000 });
});

it('tells a PDF the size in inches', () => {
  expect(inInches(paperSize('letter', 0))).toEqual({ width: 8.5, height: 11 });
});
