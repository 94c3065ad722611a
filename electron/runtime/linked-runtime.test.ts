import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkRuntime } from './linked-runtime.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-linked-'));
  await mkdir(join(folder, 'cache', 'electron-1', 'resources'), { recursive: true });
  await writeFile(join(folder, 'cache', 'electron-1', 'resetdesk'), 'program');
  await mkdir(join(folder, 'clone', 'out'), { recursive: true });
  await writeFile(join(folder, 'clone', 'package.json'), 'manifest');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const link = () => linkRuntime(join(folder, 'cache', 'electron-1'), join(folder, 'clone'));

describe('linkRuntime', () => {
  it('makes a program beside the clone that finds the app of the clone', async () => {
    const linked = await link();
    expect(await readFile(join(linked, 'resetdesk'), 'utf8')).toBe('program');
    expect(await readFile(join(linked, 'resources', 'app', 'package.json'), 'utf8')).toBe('manifest');
    expect((await stat(join(linked, 'resources', 'app', 'out'))).isDirectory()).toBe(true);
  });

  it('takes no space for the program', async () => {
    const linked = await link();
    const [original, copy] = await Promise.all([
      stat(join(folder, 'cache', 'electron-1', 'resetdesk')),
      stat(join(linked, 'resetdesk')),
    ]);
    expect(copy.ino).toBe(original.ino);
  });

  it('still finds the app after the clone was moved', async () => {
    const relative = (await link()).slice(join(folder, 'clone').length);
    await rename(join(folder, 'clone'), join(folder, 'moved'));
    const manifest = join(folder, 'moved', relative, 'resources', 'app', 'package.json');
    expect(await readFile(manifest, 'utf8')).toBe('manifest');
  });

  it('does nothing the second time and leaves nothing half-made', async () => {
    expect(await link()).toBe(await link());
    expect(await readdir(join(folder, 'clone', '.cache', 'runtime'))).toEqual(['electron-1']);
  });
});
