import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderFile, readPlaybookFolder } from './playbook-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-playbooks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readAll() {
  const files: FolderFile[] = [];
  for await (const file of readPlaybookFolder(folder)) files.push(file);
  return files;
}

const text = '{ "title": "Señal 안내" }';
const utf16 = Buffer.from(text, 'utf16le');
const mark = '\ufeff';

describe('a procedure file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(mark + text)],
    ['UTF-16 with a mark', Buffer.from(mark + text, 'utf16le')],
    ['UTF-16 without one', utf16],
    ['UTF-16 the other way round', Buffer.from(mark + text, 'utf16le').swap16()],
    ['UTF-16 the other way round, without a mark', Buffer.from(utf16).swap16()],
  ])('is read in %s', async (_, bytes) => {
    writeFileSync(join(folder, 'own.json'), bytes);
    expect(await readAll()).toEqual([{ name: 'own.json', text }]);
  });

  it('that is too large, a folder, or one of too many is named with its reason', async () => {
    writeFileSync(join(folder, 'a-large.json'), Buffer.alloc(1_900_000, 'x'));
    mkdirSync(join(folder, 'b-folder.json'));
    for (let index = 0; index < 99; index += 1) writeFileSync(join(folder, `c-${100 + index}.json`), '{}');
    const files = await readAll();
    expect(files).toHaveLength(101);
    expect(files[0]).toMatchObject({ fault: expect.stringContaining('larger than 500 KB') });
    expect(files[1]).toMatchObject({ fault: 'This is no ordinary file.' });
    expect(files[2]).toMatchObject({ text: '{}' });
    expect(files.at(-1)).toMatchObject({ fault: expect.stringContaining('more than 100 files') });
  });
});
