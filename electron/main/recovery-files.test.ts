import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasBackupsIn, recoveryFilesIn } from './recovery-files.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'resetdesk-recovery-')), 'backups');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

it('finds nothing in a folder that is not there, or that has other files', () => {
  expect([hasBackupsIn(folder), recoveryFilesIn(folder).list()]).toEqual([false, []]);
  mkdirSync(join(folder, 'recovery-0123456789abcdef.json'), { recursive: true });
  expect([hasBackupsIn(folder), recoveryFilesIn(folder).list()]).toEqual([false, []]);
});

it('does not say that there were no records where the folder can not be listed', () => {
  writeFileSync(folder, 'a file has its name');
  expect([hasBackupsIn(folder), recoveryFilesIn(folder).list()]).toEqual([true, []]);
});
