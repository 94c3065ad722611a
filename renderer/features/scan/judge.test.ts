import { describe, expect, it } from 'vitest';
import type { CodeGlimpsed, CodeRead } from '../../../core/scan/types.ts';
import type { PictureOutcome } from '../../lib/scan-client.ts';
import { bestGlimpse, hintOf, judgePictures } from './judge.ts';

const corner = { x: 1, y: 1 };
const corners: CodeGlimpsed['corners'] = [corner, corner, corner, corner];

function outcomeOf(part: Partial<PictureOutcome>): PictureOutcome {
  return {
    codes: [],
    glimpses: [],
    elapsedMs: 1,
    problem: null,
    width: 100,
    height: 50,
    thumbnail: null,
    ...part,
  };
}

const link: CodeRead = {
  bytes: new Uint8Array(),
  text: 'https://example.com',
  version: 1,
  ecLevel: 'L',
  maskPattern: 0,
  corners,
  grid: null,
  rung: 'whole',
};

const broken = { name: 'bad.png', outcome: outcomeOf({ problem: 'brokenPicture' }) };
const empty = { name: 'wall.png', outcome: outcomeOf({}) };
const hung = { name: 'huge.png', outcome: outcomeOf({ problem: 'gaveUp' }) };

describe('judgePictures', () => {
  it('counts a code in any picture, whatever is wrong with the others', () => {
    const judgement = judgePictures([broken, { name: 'good.png', outcome: outcomeOf({ codes: [link] }) }]);
    expect(judgement).toMatchObject({ kind: 'found', found: [{ reading: { kind: 'link' } }] });
  });

  it('names the files that can not be opened', () => {
    expect(judgePictures([empty, broken])).toEqual({ kind: 'brokenPicture', names: ['bad.png'] });
  });

  it('tells a reader that gave up from a picture without a code', () => {
    expect(judgePictures([empty, hung])).toEqual({ kind: 'gaveUp' });
  });

  it('shows every picture that had no code', () => {
    const judgement = judgePictures([empty, empty]);
    expect(judgement).toMatchObject({
      kind: 'nothingFound',
      shots: [{ name: 'wall.png', width: 100, glimpse: null }, { name: 'wall.png' }],
    });
  });
});

describe('bestGlimpse', () => {
  it('is the one with the largest dots', () => {
    const small = { corners, version: 12, pixelsPerModule: 1.5 };
    const large = { corners, version: 12, pixelsPerModule: 2.5 };
    const unknown = { corners, version: null, pixelsPerModule: null };
    expect(bestGlimpse([unknown, small, large])).toBe(large);
    expect(bestGlimpse([unknown])).toBe(unknown);
    expect(bestGlimpse([])).toBeNull();
  });
});

describe('hintOf', () => {
  it.each([
    [2.9, 'tooSmall'],
    [3, 'unclear'],
    [null, 'unclear'],
  ] as const)('%s pixels per dot: %s', (pixelsPerModule, hint) => {
    expect(hintOf({ corners, version: 12, pixelsPerModule })).toBe(hint);
  });
});
