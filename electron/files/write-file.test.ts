import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallError } from '../../core/contract/errors.ts';
import { fileFailureOf, fileRefusal } from './file-failure.ts';
import { writeWholeFile, writeWholeFileSync } from './write-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ways = [
  ['at leisure', writeWholeFile],
  ['at once', async (file: string, content: string) => writeWholeFileSync(file, content)],
] as const;

describe.each(ways)('a file that is written %s', (_, write) => {
  it('is there whole, in the place of the former one, for its user only', async () => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, 'before', { mode: 0o644 });
    await write(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('may have a name as long as the disk takes', async () => {
    const longest = `${'字'.repeat(83)}.pdf`;
    await write(join(folder, longest), 'x');
    expect(readdirSync(folder)).toEqual([longest]);
  });

  it.each([
    ['a name that the disk does not take', `${'字'.repeat(100)}.pdf`, /takes? this name/],
    ['the name of a folder', 'taken', /A folder has this name/],
  ])('is refused for %s, and nothing is left', async (_what, name, words) => {
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true });
    await expect(write(join(folder, name), 'x')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(words),
    });
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('is refused below something that is no folder', async () => {
    writeFileSync(join(folder, 'file'), 'kept');
    await expect(write(join(folder, 'file', 'a.pdf'), 'x')).rejects.toMatchObject({ code: 'refused' });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept');
  });
});

describe('a file that is written', () => {
  it('is refused in a folder that is gone, which is made only where that is asked for', async () => {
    const file = join(folder, 'gone', 'a.pdf');
    await expect(writeWholeFile(file, 'x')).rejects.toMatchObject({
      message: 'The folder is no longer there. Choose another one.',
    });
    await writeWholeFile(file, 'x', { makesFolder: true });
    expect(statSync(join(folder, 'gone')).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not appear when what comes before its name fails', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'before');
    const beforeNaming = () => Promise.reject(new CallError('store_locked', 'Not now.'));
    await expect(writeWholeFile(file, 'x', { beforeNaming })).rejects.toMatchObject({ code: 'store_locked' });
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('a failure of the file system', () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EACCES', 'notPermitted'],
    ['EROFS', 'readOnly'],
    ['EBUSY', 'inUse'],
    ['EIO', 'diskFault'],
  ])('%s is told', (code, failure) => {
    expect(fileFailureOf(failed(code))).toBe(failure);
    expect(fileRefusal(failed(code))).toMatchObject({ code: 'refused' });
  });

  it('is not made up for another error', () => {
    for (const error of [failed('ERR_INVALID_ARG_TYPE'), failed('constructor'), new Error('x'), 'x'])
      expect([fileFailureOf(error), fileRefusal(error)]).toEqual([null, error]);
  });
});
