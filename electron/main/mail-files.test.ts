import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileDialogs } from './file-dialogs.ts';
import { MailFiles } from './mail-files.ts';

const electron = vi.hoisted(() => ({
  chosen: { canceled: true, filePath: '' },
  opened: [] as string[],
  openError: '',
}));
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: () => null },
  dialog: { showSaveDialog: async () => electron.chosen },
  shell: {
    openPath: async (path: string) => {
      electron.opened.push(path);
      return electron.openError;
    },
  },
}));

const payload = `PWDRA1KEY00001${'Ab+/'.repeat(85)}xy==`;
const sender = {} as WebContents;
const mail = {
  to: 'reset@vendor.example',
  payload,
  qrPicture: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  hasTextFile: false,
};

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resetdesk-mail-'));
  folder = join(root, 'mail-drafts');
  electron.opened = [];
  electron.openError = '';
  electron.chosen = { canceled: true, filePath: '' };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a request as a mail file', () => {
  it('is opened from a folder of our own, which is emptied at the end and at the next start', async () => {
    const files = new MailFiles(folder, new FileDialogs(() => 0));
    expect(await files.make({ ...mail, way: 'open' }, sender)).toEqual({ result: 'opened' });
    const [path = ''] = electron.opened;
    expect(readFileSync(path, 'utf8')).toContain('To: reset@vendor.example');
    expect(statSync(path).mode & 0o077).toBe(0);
    files.clear();
    expect(existsSync(folder)).toBe(false);
    await files.make({ ...mail, way: 'open' }, sender);
    new MailFiles(folder, new FileDialogs(() => 0));
    expect(existsSync(folder)).toBe(false);
  });

  it('says when no program opened it', async () => {
    electron.openError = 'No application';
    expect(
      await new MailFiles(folder, new FileDialogs(() => 0)).make({ ...mail, way: 'open' }, sender),
    ).toEqual({
      result: 'notOpened',
    });
  });

  it('is saved where the agent wants it, or nowhere', async () => {
    const files = new MailFiles(folder, new FileDialogs(() => 0));
    expect(await files.make({ ...mail, way: 'save' }, sender)).toEqual({ result: 'cancelled' });
    expect(readdirSync(root)).toEqual([]);
    electron.chosen = { canceled: false, filePath: join(root, 'request.eml') };
    expect(await files.make({ ...mail, way: 'save' }, sender)).toEqual({ result: 'saved' });
    expect(readdirSync(root)).toEqual(['request.eml']);
  });

  it('is not made of half a request', async () => {
    const half = { ...mail, payload: payload.slice(0, -3), way: 'save' } as const;
    electron.chosen = { canceled: false, filePath: join(root, 'request.eml') };
    await expect(new MailFiles(folder, new FileDialogs(() => 0)).make(half, sender)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(readdirSync(root)).toEqual([]);
  });
});

it('carries a message whole that is too long for an address', async () => {
  const body = 'Здравствуйте! '.repeat(200);
  const message = { to: 'anna@example.com', subject: 'Сброс пароля', body };
  const files = new MailFiles(folder, new FileDialogs(() => 0));
  expect(await files.makeMessage({ ...message, way: 'open' }, sender)).toEqual({ result: 'opened' });
  const text = readFileSync(electron.opened[0] ?? '', 'latin1');
  expect(text).toContain('To: anna@example.com');
  const encoded =
    text
      .replace(/=\r\n/g, '')
      .match(/(?:=[0-9A-F]{2}|[ -<>-~])+/g)
      ?.join('\n') ?? '';
  const words = Buffer.from(
    encoded.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  expect(words.toString('utf8').match(/Здравствуйте!/g)).toHaveLength(200);
});
