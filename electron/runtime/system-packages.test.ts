import { describe, expect, it } from 'vitest';
import { installableNames, missingRequirements, REQUIREMENTS } from './system-packages.ts';

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
