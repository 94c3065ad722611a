import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildDeb } from './deb.ts';
import type { PackageOrder } from './package-order.ts';
import { buildPortable } from './portable.ts';

const DATE = 1_700_000_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-reproducible-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The same program as two computers have it after a build: other dates, other rights, another order of making. */
async function layOut(name: string, seconds: number, mode: number): Promise<string> {
  const program = join(folder, name);
  await mkdir(join(program, 'sub'), { recursive: true });
  const files = ['resetdesk', 'sub/a.txt', 'sub/b.txt'];
  for (const file of seconds > DATE ? files : files.toReversed()) {
    const path = join(program, file);
    await writeFile(path, file);
    await chmod(path, file === 'resetdesk' ? mode | 0o100 : mode);
    await utimes(path, seconds, seconds);
  }
  return program;
}

async function debOf(program: string): Promise<string> {
  const file = `${program}.deb`;
  const order: PackageOrder = {
    ...{
      kind: 'deb',
      file,
      name: 'resetdesk',
      version: '1',
      architecture: 'amd64',
      license: 'x',
      summary: 'x',
    },
    ...{ maintainer: 'x', homepage: 'x', description: [], depends: [], recommends: [], section: 'utils' },
    afterInstall: join(program, 'resetdesk'),
    afterRemove: join(program, 'resetdesk'),
    contents: [{ from: program, to: '/opt/ResetDesk' }],
  };
  const work = await mkdtemp(join(folder, 'work-'));
  await buildDeb(order, work, DATE);
  return digest(file);
}

async function digest(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

it.runIf(process.platform === 'linux')('makes the same .deb of the same files on any day', async () => {
  const one = await debOf(await layOut('one', DATE - 5000, 0o600));
  const other = await debOf(await layOut('other', DATE + 5000, 0o664));
  expect(one).toBe(other);
});

it.runIf(process.platform === 'linux')(
  'makes the same portable archive of the same files on any day',
  async () => {
    const digests: string[] = [];
    for (const [seconds, mode] of [
      [DATE - 5000, 0o600],
      [DATE + 5000, 0o664],
    ] as const) {
      const archive = join(folder, 'resetdesk-1.tar.gz');
      const program = await layOut(`linux-${seconds}`, seconds, mode);
      await buildPortable(program, archive, DATE);
      digests.push(await digest(archive));
      await rm(archive);
    }
    expect(digests[0]).toBe(digests[1]);
  },
);
