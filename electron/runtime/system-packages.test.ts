import { describe, expect, it } from 'vitest';
import { installableNames, missingRequirements, REQUIREMENTS, untilUnlocked } from './system-packages.ts';

const DEBIAN_12 = `libasound2 ii
libatk-bridge2.0-0 ii
libgbm1 ii
libgtk-3-0 ii
libnss3 ii
libxss1 ii
xvfb ii
`;

describe('missingRequirements', () => {
  it('finds nothing missing where everything is installed under the older names', () => {
    expect(missingRequirements(DEBIAN_12)).toEqual([]);
  });

  it('finds nothing missing where everything is installed under the names of 64-bit time', () => {
    const ubuntu24 = DEBIAN_12.replace(/^(libgtk-3-0|libasound2|libatk-bridge2\.0-0) /gm, '$1t64 ');
    expect(ubuntu24).toContain('libgtk-3-0t64');
    expect(missingRequirements(ubuntu24)).toEqual([]);
  });

  it('finds everything missing on a bare machine', () => {
    expect(missingRequirements('')).toEqual(REQUIREMENTS);
  });

  it('does not count a package that was removed, is half installed or only known', () => {
    const listing = DEBIAN_12.replace('xvfb ii', 'xvfb rc').replace('libnss3 ii', 'libnss3 iU');
    expect(missingRequirements(listing)).toEqual([['xvfb'], ['libnss3']]);
    expect(missingRequirements(DEBIAN_12.replace('xvfb ii', 'xvfb un'))).toEqual([['xvfb']]);
  });
});

describe('installableNames', () => {
  it('takes names with a candidate, not virtual ones', () => {
    const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1
  Version table:
     1.2.11-1 500
`;
    expect([...installableNames(policy)]).toEqual(['libasound2t64']);
  });

  it('takes nothing from an empty answer', () => {
    expect(installableNames('').size).toBe(0);
  });
});

describe('untilUnlocked', () => {
  const locked = {
    exitCode: 100,
    stdout: '',
    stderr: 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 12 (apt-get)',
  };
  const done = { exitCode: 0, stdout: '', stderr: 'W: something' };
  const broken = { exitCode: 100, stdout: '', stderr: 'E: Unable to locate package xvfb' };

  async function runs(results: readonly (typeof done)[]) {
    const left = [...results];
    const pauses: number[] = [];
    const result = await untilUnlocked(
      async () => left.shift() ?? locked,
      async (tries) => void pauses.push(tries),
    );
    return { result, pauses };
  }

  it('waits as long as another program holds the lock', async () => {
    expect(await runs([locked, locked, done])).toEqual({ result: done, pauses: [1, 2] });
  });

  it('does not wait for anything else, nor for ever', async () => {
    expect(await runs([broken, done])).toEqual({ result: broken, pauses: [] });
    expect((await runs([])).result).toEqual(locked);
  });
});
