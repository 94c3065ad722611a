import { describe, expect, it } from 'vitest';
import { controlOf } from './deb.ts';
import { readPackageOrder } from './package-order.ts';

/** As electron-builder calls it. */
const DEB = [
  ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgbm1', '-d', 'libgtk-3-0t64 | libgtk-3-0'],
  ['--deb-recommends', 'libpulse0', '--deb-compression', 'xz', '--architecture', 'amd64'],
  [
    '--after-install',
    '/t/in',
    '--after-remove',
    '/t/out',
    '--description',
    'A console\n For agents.\nAnd counters.',
  ],
  ['--version', '0.2.0~trial', '--package', '/d/x.deb', '--name', 'resetdesk', '--maintainer', 'R <r@x>'],
  ['--vendor', 'R <r@x>', '--url', 'https://x', '--category', 'utils', '--deb-priority', 'optional'],
  ['--license', 'UNLICENSED', '/d/linux-unpacked/=/opt/ResetDesk', '/t/i.png=/usr/share/icons/i.png'],
].flat();

const rpm = DEB.map((arg) => (arg === 'deb' ? 'rpm' : arg)).concat('--rpm-summary', 'Short');

describe('readPackageOrder', () => {
  it('takes what electron-builder orders, and the control file says it', () => {
    const order = readPackageOrder(DEB);
    expect(order.contents).toEqual([
      { from: '/d/linux-unpacked/', to: '/opt/ResetDesk' },
      { from: '/t/i.png', to: '/usr/share/icons/i.png' },
    ]);
    expect(controlOf(order, 2049)).toBe(`Package: resetdesk
Version: 0.2.0~trial
Architecture: amd64
Maintainer: R <r@x>
Installed-Size: 3
Depends: libgbm1, libgtk-3-0t64 | libgtk-3-0
Recommends: libpulse0
Section: utils
Priority: optional
Homepage: https://x
Description: A console
 For agents.
 And counters.
`);
  });

  it('says the architecture and the summary of an RPM in its own words', () => {
    expect(readPackageOrder(rpm)).toMatchObject({
      architecture: 'x86_64',
      summary: 'Short',
      description: ['A console', 'For agents.', 'And counters.'],
    });
  });

  it('stops at an option of a later electron-builder rather than drop it', () => {
    expect(() => readPackageOrder([...DEB, '--conflicts', 'other'])).toThrow(/--conflicts/);
  });

  it.each([
    ['without a name', DEB.filter((arg) => arg !== '--name' && arg !== 'resetdesk'), /no --name/],
    ['of another kind', DEB.map((arg) => (arg === 'deb' ? 'pacman' : arg)), /pacman/],
    ['with a file that has no place', [...DEB, '/d/file'], /Not a file and its place/],
  ])('refuses an order %s', (_what, args, why) => {
    expect(() => readPackageOrder(args)).toThrow(why);
  });
});
