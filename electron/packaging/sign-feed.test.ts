import { expect, it } from 'vitest';
import { isOfVersion } from './sign-feed.ts';

it.each([
  ['resetdesk_1.0.1_amd64.deb', true],
  ['resetdesk-1.0.1.x86_64.rpm', true],
  ['resetdesk-1.0.1-linux-x64.tar.gz', true],
  ['resetdesk-1.0.1.tar.zst', true],
  ['resetdesk_1.0.10_amd64.deb', false],
  ['resetdesk-1.0.1.5.x86_64.rpm', false],
  ['resetdesk_1.0.1~trial_amd64.deb', false],
  ['resetdesk_11.0.1_amd64.deb', false],
  ['resetdesk_1x0.1_amd64.deb', false],
] as const)('knows by its name whether %s is version 1.0.1: %s', (name, isOwn) => {
  expect(isOfVersion(name, '1.0.1')).toBe(isOwn);
});
