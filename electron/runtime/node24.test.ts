import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryFolder } from './places.ts';

const starter = join(repositoryFolder, 'electron', 'runtime', 'node24.cjs');
const nodePackage = join('node_modules', `node-${process.platform}-${process.arch}`, 'bin');

let clone = '';
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'resetdesk-node24-'));
  mkdirSync(join(clone, 'electron', 'runtime'), { recursive: true });
  cpSync(starter, join(clone, 'electron', 'runtime', 'node24.cjs'));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** In a clone whose `.bin` has no Node, as npm 10 leaves it. */
function run(...args: readonly string[]) {
  const file = join(clone, 'electron', 'runtime', 'node24.cjs');
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
}

describe('node24.cjs', () => {
  it.runIf(process.platform === 'linux')('runs what it is given on the Node of the package', () => {
    const brought = join(clone, nodePackage);
    mkdirSync(brought, { recursive: true });
    cpSync(process.execPath, join(brought, 'node'));
    const { stdout, status } = run('node', '-p', 'process.execPath + " " + process.argv.slice(1)', 'one');
    expect(stdout.trim()).toBe(`${join(brought, 'node')} one`);
    expect(status).toBe(0);
  });

  it('answers with the exit code of the command, and that of a shell where there is none', () => {
    expect(run('sh', '-c', 'exit 3').status).toBe(3);
    expect(run('sh', '-c', 'kill -9 $$').status).toBe(128);
    expect(run('no-such-command').status).toBe(127);
  });
});
