import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../core/scan/diagnose.ts';
import type { CodeGlimpsed, CodeRead } from '../../../core/scan/types.ts';
import type { PictureOutcome } from '../../reader/scan-client.ts';
import { bestGlimpse, judgePictures, type Shot, shotToExplain } from './judge.ts';

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
    diagnosis: null,
    crops: [],
    page: null,
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
      shots: [{ name: 'wall.png', width: 100, outline: null }, { name: 'wall.png' }],
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

describe('shotToExplain', () => {
  const small: Diagnosis = {
    reason: 'tooSmall',
    region: { x: 1, y: 2, width: 3, height: 4 },
    pixelsPerModule: 1.5,
    enlargeBy: 2,
  };
  const dark: Diagnosis = { reason: 'tooDark', region: null, pixelsPerModule: null, enlargeBy: null };
  const empty: Diagnosis = { ...dark, reason: 'nothingThere' };
  const shotOf = (name: string, diagnosis: Diagnosis | null): Shot => ({
    name,
    thumbnail: null,
    width: 9,
    height: 9,
    outline: null,
    diagnosis,
  });

  it('is the picture with a code in it, not one that is dark or empty', () => {
    const shots = [shotOf('empty', empty), shotOf('dark', dark), shotOf('small', small)];
    expect(shotToExplain(shots, false)).toEqual({ name: 'small', diagnosis: small });
  });

  it('is a dark photo, but not a dark screen', () => {
    expect(shotToExplain([shotOf('dark', dark)], false)?.name).toBe('dark');
    expect(shotToExplain([shotOf('dark', dark)], true)).toBeNull();
  });

  it('is none when no picture seems to hold a code', () => {
    expect(shotToExplain([shotOf('empty', empty), shotOf('unknown', null)], false)).toBeNull();
  });
});

describe('the outline of a shot', () => {
  it('goes around the region where a code was suspected', () => {
    const region = { x: 10, y: 20, width: 30, height: 40 };
    const diagnosis: Diagnosis = { reason: 'blurred', region, pixelsPerModule: 4, enlargeBy: null };
    expect(judgePictures([{ name: null, outcome: outcomeOf({ diagnosis }) }])).toMatchObject({
      shots: [
        {
          outline: [
            { x: 10, y: 20 },
            { x: 40, y: 20 },
            { x: 40, y: 60 },
            { x: 10, y: 60 },
          ],
        },
      ],
    });
  });
});
