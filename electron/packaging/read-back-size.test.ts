import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROGRAM, TRIAL_NODE } from './package-places.ts';
import { faultsOfSize } from './read-back-size.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'resetdesk-size-'));
  await mkdir(join(root, PROGRAM, 'resources'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('finds a package that has grown too large, and says how large it is', async () => {
  expect(await faultsOfSize(95_000_000, root)).toEqual([]);
  expect(await faultsOfSize(95_600_000, root)).toEqual([
    "size: 95.6 MB without the trial's Node; at most 95.0 MB are meant",
  ]);
});

it("does not count the trial's own Node, as far as it is in the package", async () => {
  // Random bytes stay as many when they are compressed.
  await writeFile(join(root, PROGRAM, 'resources', TRIAL_NODE), randomBytes(3_000_000));
  expect(await faultsOfSize(97_000_000, root)).toEqual([]);
  expect(await faultsOfSize(98_600_000, root)).toEqual([expect.stringContaining('95.6 MB')]);
});
