import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOrdinaryFile, readOrdinaryFile } from './read-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(content: string): string {
  const file = join(folder, 'a.csv');
  writeFileSync(file, content);
  return file;
}

async function textOf(file: string, maxBytes = 100): Promise<string> {
  const bytes = await readOrdinaryFile(file, maxBytes);
  return typeof bytes === 'string' ? bytes : `read: ${Buffer.from(bytes).toString()}`;
}

describe('a file that is read', () => {
  it('comes whole up to the limit, through a link too', async () => {
    const file = fileWith('x'.repeat(100));
    symlinkSync(file, join(folder, 'link'));
    expect(await textOf(file)).toBe(`read: ${'x'.repeat(100)}`);
    expect(await textOf(join(folder, 'link'))).toBe(`read: ${'x'.repeat(100)}`);
    expect(await textOf(fileWith(''))).toBe('read: ');
  });

  it('larger than the parts it is read in comes in order', async () => {
    const content = Array.from({ length: 300_000 }, (_, index) => `${index};`).join('');
    expect(await textOf(fileWith(content), 10_000_000)).toBe(`read: ${content}`);
  });

  it('is refused when it is too large or not there', async () => {
    expect(await textOf(fileWith('x'.repeat(101)))).toBe('tooLarge');
    expect(await textOf(join(folder, 'gone'))).toBe('unreadable');
  });

  it('is no folder', async () => {
    mkdirSync(join(folder, 'inside'));
    expect(await textOf(join(folder, 'inside'))).toBe('notAFile');
  });
});

describe.runIf(process.platform === 'linux')('what has no end', () => {
  it.each(['/dev/full', '/dev/zero', '/dev/null', '/dev/urandom'])('%s is no file', async (device) => {
    expect(await textOf(device)).toBe('notAFile');
    expect(isOrdinaryFile(device)).toBe(false);
  });

  it('is no file as a pipe that nobody writes into, also behind a link', async () => {
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    symlinkSync(pipe, join(folder, 'link'));
    expect(await textOf(pipe)).toBe('notAFile');
    expect(await textOf(join(folder, 'link'))).toBe('notAFile');
    expect(isOrdinaryFile(pipe)).toBe(false);
  });

  it('is measured by what is read where the system makes the file up and says it has no bytes', async () => {
    expect(await textOf('/proc/self/maps', 1000)).toBe('tooLarge');
    expect(await textOf('/proc/self/maps', 10_000_000)).toMatch(/^read: [0-9a-f]+-/);
  });
});
