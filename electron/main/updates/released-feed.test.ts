import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Updates } from './updates.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const version = String(JSON.parse(readFileSync(inRepository('package.json'), 'utf8')).version);
const NAME = `resetdesk_${version}_amd64.deb`;

let folder = '';
let packages = '';
let server: Server;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-release-feed-'));
  packages = join(folder, 'release');
  mkdirSync(packages);
  writeFileSync(join(packages, NAME), 'what an installer would install');
  server = createServer((request, response) => {
    createReadStream(join(packages, request.url ?? '')).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function releaseFeed(...args: readonly string[]) {
  const script = inRepository('electron/packaging/release-feed.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const keyFile = () => join(folder, 'release-key.pem');

it('makes a key and signs a feed, from which an installed program takes the package', async () => {
  const made = releaseFeed('--make-key', keyFile());
  expect(made.status).toBe(0);
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  const publicKey = /^RESETDESK_RELEASE_KEY=(\S+)$/m.exec(made.said)?.[1] ?? '';
  expect(releaseFeed('--key', keyFile(), '--folder', packages).status).toBe(0);

  const { port } = server.address() as AddressInfo;
  const managedFile = join(folder, 'managed.json');
  writeFileSync(managedFile, JSON.stringify({ updateFeed: `http://127.0.0.1:${port}/` }));
  const updates = new Updates({
    program: { publicKey, version: '0.0.1', platform: 'linux', arch: process.arch, kind: 'deb' },
    managedFile,
    folder: join(folder, 'updates'),
    patience: { quietMs: 5000, wholeMs: 20_000 },
    onState: () => undefined,
    note: () => undefined,
  });
  expect(await updates.look()).toMatchObject({ state: 'found', version });
  expect(await updates.fetch()).toMatchObject({ state: 'ready', version });
  expect(readFileSync(join(folder, 'updates', NAME), 'utf8')).toBe('what an installer would install');
});

it('writes over no key', () => {
  writeFileSync(keyFile(), 'a key');
  expect(releaseFeed('--make-key', keyFile()).status).not.toBe(0);
  expect(readFileSync(keyFile(), 'utf8')).toBe('a key');
});

it('signs no package of another version', () => {
  releaseFeed('--make-key', keyFile());
  writeFileSync(join(packages, 'resetdesk_0.0.9_amd64.deb'), 'an older one');
  const { status, said } = releaseFeed('--key', keyFile(), '--folder', packages);
  expect([status, said]).toEqual([1, expect.stringContaining('resetdesk_0.0.9_amd64.deb')]);
});
