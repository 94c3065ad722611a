import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileDialogs } from './file-dialogs.ts';

const electron = vi.hoisted(() => ({ duringDialog: () => {}, chosen: '', asked: 0 }));
vi.mock('electron', () => {
  const answer = async () => {
    electron.asked += 1;
    electron.duringDialog();
    return { canceled: false, filePath: electron.chosen, filePaths: [electron.chosen] };
  };
  return {
    BrowserWindow: { fromWebContents: () => null },
    dialog: { showSaveDialog: answer, showOpenDialog: answer },
  };
});

const sender = {} as WebContents;
let folder: string;
let opening: number | null;
let dialogs: FileDialogs;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-dialogs-'));
  electron.chosen = join(folder, 'receipt.pdf');
  electron.duringDialog = () => {};
  electron.asked = 0;
  opening = 3;
  dialogs = new FileDialogs(() => opening);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('write where the agent says', async () => {
  expect(await dialogs.saveAs(sender, 'receipt.pdf', 'pdf', 'content')).toBe(true);
  expect(readdirSync(folder)).toEqual(['receipt.pdf']);
});

describe('that stand before a locked desk', () => {
  it.each([
    ['locked', null],
    ['locked and opened again', 4],
  ])('write and read nothing: %s meanwhile', async (_, after) => {
    electron.duringDialog = () => {
      opening = after;
    };
    const refused = { code: 'store_locked' };
    await expect(dialogs.saveAs(sender, 'receipt.pdf', 'pdf', 'content')).rejects.toMatchObject(refused);
    opening = 3;
    await expect(dialogs.chooseTarget(sender, 'a.csv', 'csv')).rejects.toMatchObject(refused);
    opening = 3;
    const tables = { name: 'CSV', extensions: ['csv'] };
    await expect(dialogs.chooseSource(sender, tables)).rejects.toMatchObject(refused);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not even shown where the lock came first', async () => {
    opening = null;
    await expect(dialogs.saveAs(sender, 'receipt.pdf', 'pdf', 'content')).rejects.toMatchObject({
      code: 'store_locked',
    });
    expect(electron.asked).toBe(0);
  });
});
