import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { repositoryFolder } from '../runtime/places.ts';
import { sourceDate } from './source-date.ts';

describe('sourceDate', () => {
  it('is what the packager said', async () => {
    expect(await sourceDate('1700000000')).toBe(1_700_000_000);
  });

  it('is the date of the commit, whatever else was said', async () => {
    const commit = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: repositoryFolder });
    expect(await sourceDate('yesterday')).toBe(Number(commit));
  });
});
