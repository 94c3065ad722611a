import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../core/scan/types.ts';
import { drawResetQrPicture } from '../../core/testkit/draw-qr.ts';
import { keepOnly } from '../../core/testkit/paint.ts';
import { labelPayload, linkPayload, resetPayload } from '../../core/testkit/payloads.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { encodePicture } from './picture-files.ts';
import type { PictureReport } from './scan-report.ts';

const program = fileURLToPath(new URL('./scan.ts', import.meta.url));
const random = createRandom(11);
const reset = resetPayload(random);
const label = labelPayload(random);
const link = linkPayload(random);
const wifi = 'WIFI:T:WPA;S:shop;P:made-up-word;;';
const blank: Picture = { data: new Uint8ClampedArray(100 * 100 * 4).fill(255), width: 100, height: 100 };

let folder: string;

function run(...args: string[]): {
  status: number | null;
  reports: PictureReport[];
  stdout: string;
  stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  const reports = args.includes('--json')
    ? stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  return { status, reports, stdout, stderr };
}

async function save(name: string, content: Buffer | string): Promise<void> {
  await writeFile(join(folder, name), content);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-scan-'));
  await mkdir(join(folder, 'good', 'deeper'), { recursive: true });
  await save('good/reset.png', encodePicture(drawResetQrPicture(reset), 'png'));
  await save('good/deeper/link.JPG', encodePicture(drawResetQrPicture(link), 'jpeg'));
  await save('good/notes.txt', 'not a picture, and not looked at');
  await save('label.png', encodePicture(drawResetQrPicture(label), 'png'));
  await save('wifi.png', encodePicture(drawResetQrPicture(wifi), 'png'));
  await save('blank.png', encodePicture(blank, 'png'));
  await save('broken.png', Buffer.from('89504e470d0a1a0a0000', 'hex'));
  await save('light-white.png', encodePicture(keepOnly(drawResetQrPicture(reset), 'light', 255), 'png'));
  await save('dark-white.png', encodePicture(keepOnly(drawResetQrPicture(reset), 'dark', 255), 'png'));
  await save('dark-black.png', encodePicture(keepOnly(drawResetQrPicture(reset), 'dark', 0), 'png'));
  await mkdir(join(folder, 'empty'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('npm run scan', () => {
  it('searches a folder through and prints one JSON line for each picture', () => {
    const { status, reports } = run('--json', join(folder, 'good'));
    expect(status).toBe(0);
    expect(reports.map((report) => report.results.map(({ text, kind }) => ({ text, kind })))).toEqual([
      [{ text: link, kind: 'link' }],
      [{ text: reset, kind: 'dahuaReset' }],
    ]);
    const [found] = reports[1]?.results ?? [];
    expect(found).toMatchObject({ version: 20, ecLevel: 'H', rung: 'whole' });
    expect(found?.corners).toHaveLength(4);
    expect(reports[1]?.ms).toBeGreaterThan(0);
  });

  it('reads a code of which only the light modules are drawn, or only the dark ones, in white or in black', () => {
    const names = ['light-white.png', 'dark-white.png', 'dark-black.png'];
    const { status, reports } = run('--json', ...names.map((name) => join(folder, name)));
    expect(status).toBe(0);
    expect(reports.map((report) => report.results.map(({ text }) => text))).toEqual([
      [reset],
      [reset],
      [reset],
    ]);
  });

  it('prints a readable line without --json', () => {
    const { status, stdout } = run(join(folder, 'good', 'reset.png'));
    expect(status).toBe(0);
    expect(stdout).toContain(`reset.png: dahuaReset version 20H, ${reset}`);
  });

  it('prints serial and model of a label, and nothing of its safety code', () => {
    const secret = /SC:([A-Z0-9]+)/.exec(label)?.[1] ?? 'no secret in the label';
    for (const { status, stdout } of [
      run('--json', join(folder, 'label.png')),
      run(join(folder, 'label.png')),
    ]) {
      expect(status).toBe(0);
      expect(stdout).toContain(label.slice(4, 19));
      expect(stdout).toContain('NVR4108-4KS2');
      expect(stdout).not.toContain(secret);
    }
  });

  it('does not print a Wi-Fi password', () => {
    const { reports, stdout } = run('--json', join(folder, 'wifi.png'));
    expect(reports[0]?.results[0]).toMatchObject({ kind: 'other', text: null });
    expect(stdout).not.toContain('made-up-word');
  });

  it('exits with 1 when a picture holds no code', () => {
    const { status, reports } = run('--json', join(folder, 'good', 'reset.png'), join(folder, 'blank.png'));
    expect(status).toBe(1);
    expect(reports.map((report) => report.results.length)).toEqual([1, 0]);
  });

  it('tells a broken picture in its line, goes on, and exits with 1', () => {
    const { status, reports } = run('--json', join(folder, 'broken.png'), join(folder, 'good', 'reset.png'));
    expect(status).toBe(1);
    expect(reports[0]?.error).toBe('This is not a picture that can be read.');
    expect(reports[1]?.results).toHaveLength(1);
  });

  it.each([
    ['no path', [], 'Name at least one picture or folder.'],
    ['an option that does not exist', ['--jsn', 'a.png'], '--jsn'],
    [
      'a path that does not exist',
      ['/nowhere/at/all.png'],
      'There is no file or folder "/nowhere/at/all.png".',
    ],
  ])('exits with 2 and says why for %s', (_, args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('npm run scan --');
  });

  it('explains itself with --help', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run scan -- FILE|FOLDER...');
  });

  it('exits with 2 for a folder without pictures', () => {
    const { status, stderr } = run(join(folder, 'empty'));
    expect(status).toBe(2);
    expect(stderr).toContain('There is no picture in these folders.');
  });
});
