import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackageWithOptions, uncacheAll } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { repositoryFolder } from '../runtime/places.ts';
import { ICON_SIZES } from './icon-sizes.ts';
import { noticesText } from './notices.ts';
import { NOTICES_FILE, PROGRAM, SBOM_FILE } from './package-places.ts';
import { faultsOfPackage } from './read-back.ts';
import { setReleaseFuses } from './release-fuses.ts';
import { sbomText } from './sbom.ts';
import { carriedParts, npmParts } from './shipped-parts.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const BUILT_IN = '/home/somebody/resetdesk';
const ADDON = `node_modules/better-sqlite3-multiple-ciphers/prebuilds/${process.platform}-${process.arch}.node`;

let good = '';
let root = '';
beforeAll(async () => {
  good = await mkdtemp(join(tmpdir(), 'resetdesk-good-'));
  await layOutGoodPackage(good);
});
afterAll(() => rm(good, { recursive: true, force: true }));
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'resetdesk-read-back-'));
  await cp(good, root, { recursive: true });
  uncacheAll();
});
afterEach(() => rm(root, { recursive: true, force: true }));

const faults = () => faultsOfPackage(root, BUILT_IN);
const inProgram = (...path: string[]) => join(root, PROGRAM, ...path);

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).not.toBe(text.replace(from, to));
  await writeFile(file, text.replace(from, to));
}

/** Packs an app of one module, the addon and what else is given. */
async function packApp(program: string, further: Readonly<Record<string, string>> = {}): Promise<void> {
  const app = await mkdtemp(join(tmpdir(), 'resetdesk-app-'));
  const files = { 'package.json': '{}', 'out/main/index.js': '1;', [ADDON]: 'addon', ...further };
  for (const [path, content] of Object.entries(files)) await put(join(app, path), content);
  await createPackageWithOptions(app, join(program, 'resources', 'app.asar'), { unpack: '**/*.node' });
  await rm(app, { recursive: true });
}

async function layOutGoodPackage(folder: string): Promise<void> {
  const program = join(folder, PROGRAM);
  const wire = Buffer.from([1, 8, ...Array<number>(8).fill(FuseState.DISABLE)]);
  await put(join(program, 'resetdesk'), Buffer.concat([Buffer.from(SENTINEL), wire]));
  await setReleaseFuses(join(program, 'resetdesk'));
  await packApp(program);
  for (const name of ['en-US', 'es', 'es-419']) await put(join(program, 'locales', `${name}.pak`), '');
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) await put(join(program, name), '');
  const names = ['better-sqlite3-multiple-ciphers', 'pdfjs-dist', 'react', 'wouter', 'zxing-wasm'];
  const parts = [...npmParts(names.map((name) => `node_modules/${name}`)), ...carriedParts()];
  const subject = { version: '1.0.0', date: 1_700_000_000, electronVersion: '45.4.1', parts };
  await put(join(program, 'resources', NOTICES_FILE), noticesText(parts, 'us'));
  await put(join(program, 'resources', SBOM_FILE), sbomText(subject));
  for (const size of ICON_SIZES)
    await put(join(folder, `usr/share/icons/hicolor/${size}x${size}/apps/resetdesk.png`), '');
  await put(
    join(folder, 'usr/share/applications/resetdesk.desktop'),
    'Exec=/opt/ResetDesk/resetdesk %u\nMimeType=x-scheme-handler/resetdesk;\nStartupWMClass=resetdesk\nIcon=resetdesk\n',
  );
  await put(
    join(folder, 'DEBIAN', 'control'),
    'Homepage: https://x\nMaintainer: Us <us@x>\nDepends: libc6\n',
  );
}

describe('faultsOfPackage', () => {
  it('finds none in a package as it is meant to be', async () => {
    expect(await faults()).toEqual([]);
  });

  it('names a fuse that lets others in', async () => {
    await flipFuses(inProgram('resetdesk'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    expect(await faults()).toEqual(['fuse: EnableNodeCliInspectArguments is not as a release has it']);
  });

  it("names another system's addon", async () => {
    await packApp(join(root, PROGRAM), { [ADDON.replace(/[^/]+$/, 'win32-x64.node')]: '' });
    expect(await faults()).toEqual([expect.stringMatching(/^addons: .*win32-x64\.node/)]);
  });

  it.each([
    'out/main/index.test.js',
    'out/main/index.js.map',
    'core/values.ts',
    'node_modules/zod/index.js',
    'out/bundled-packages/main.json',
  ])('names %s as not belonging there', async (path) => {
    await packApp(join(root, PROGRAM), { [path]: '' });
    expect(await faults()).toContain(`contents: /${path} does not belong into the package`);
  });

  it('names a file that tells where it was built', async () => {
    await packApp(join(root, PROGRAM), { 'out/main/index.js': `"${BUILT_IN}/core/values.ts"` });
    expect(await faults()).toEqual(['paths: /out/main/index.js names the folder it was built in']);
  });

  it('misses a language', async () => {
    await rm(inProgram('locales', 'es.pak'));
    expect(await faults()).toEqual(['languages: en-US.pak, es-419.pak']);
  });

  it('misses an icon, and an entry that opens links and no files', async () => {
    await rm(join(root, 'usr/share/icons/hicolor/16x16/apps/resetdesk.png'));
    await change(
      join(root, 'usr/share/applications/resetdesk.desktop'),
      'resetdesk %u\nMimeType=x-scheme-handler/resetdesk;',
      'resetdesk %U',
    );
    expect(await faults()).toEqual([
      'desktop: usr/share/icons/hicolor/16x16/apps/resetdesk.png is missing',
      'desktop: no line Exec=/opt/ResetDesk/resetdesk %u',
      'desktop: no line MimeType=x-scheme-handler/resetdesk;',
    ]);
  });

  it('misses an address to write to', async () => {
    await change(join(root, 'DEBIAN', 'control'), ' <us@x>', '');
    expect(await faults()).toEqual(['control: no Maintainer with an address']);
  });

  it('misses the notices, and whoever they forget', async () => {
    const notices = inProgram('resources', NOTICES_FILE);
    await change(notices, /\nreact [\d.]+\n/, '\n');
    expect(await faults()).toEqual([expect.stringMatching(/^notices: nothing about react /)]);
    await rm(notices);
    expect(await faults()).toContain(`notices: ${NOTICES_FILE} is missing`);
  });

  it('names a part under a licence that nobody allowed', async () => {
    await change(inProgram('resources', SBOM_FILE), '"expression": "MIT"', '"expression": "AGPL-3.0-only"');
    expect(await faults()).toEqual([expect.stringMatching(/^licences: .* is under AGPL-3\.0-only$/)]);
  });

  it('misses the list of parts, a part in it, and its form', async () => {
    const list = inProgram('resources', SBOM_FILE);
    await change(list, '"name": "react"', '"name": "preact"');
    expect(await faults()).toContain('parts: react is not listed');
    await change(list, '"specVersion": "1.6"', '"specVersion": 1.6');
    expect(await faults()).toContain('parts: /specVersion must be string');
    await rm(list);
    expect(await faults()).toEqual([`parts: ${SBOM_FILE} is missing`]);
  });
});

describe('the list of parts of the clone', () => {
  it('is one that CycloneDX allows, and the same each time', () => {
    const parts = npmParts(['node_modules/@mantine/core', 'node_modules/zod'], repositoryFolder);
    const subject = { version: '1.0.0', date: 1_700_000_000, electronVersion: '45.4.1', parts };
    expect(sbomText(subject)).toBe(sbomText(subject));
    expect(JSON.parse(sbomText(subject))).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { timestamp: '2023-11-14T22:13:20.000Z' },
    });
  });
});
