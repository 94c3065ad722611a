import { describe, expect, it } from 'vitest';
import { LINUX_KINDS, readPackageOptions } from './package-options.ts';

describe('readPackageOptions', () => {
  it('makes all kinds of a release unless told otherwise', () => {
    expect(readPackageOptions([])).toEqual({ isTrial: false, isBuilt: false, kinds: LINUX_KINDS });
  });

  it('makes the kinds that are named, on the trial runtime', () => {
    const options = readPackageOptions(['--trial', '--built', '--only', 'deb', '--only', 'appimage']);
    expect(options).toEqual({ isTrial: true, isBuilt: true, kinds: ['deb', 'AppImage'] });
  });

  it.each([[['--only', 'msi']], [['--tiral']], [['deb']]])('says what can be given instead of %s', (args) => {
    expect(() => readPackageOptions(args)).toThrow(/npm run package/);
  });
});
