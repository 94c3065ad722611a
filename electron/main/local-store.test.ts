import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openLocalStore } from './local-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-local-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Behaves as electron-store: the whole file as one object, an error for a file that is not JSON. */
const openJsonFile = ({ name, cwd }: { name: string; cwd: string }) => {
  const file = join(cwd, `${name}.json`);
  const read = (): Record<string, unknown> =>
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  read();
  return {
    get store() {
      return read();
    },
    set store(content) {
      writeFileSync(file, JSON.stringify(content));
    },
  };
};

const open = () =>
  openLocalStore({
    folder,
    name: 'settings',
    schema: z.object({ theme: z.enum(['light', 'dark']) }),
    open: openJsonFile,
    now: () => 7,
  });
const content = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('a local store', () => {
  it('holds nothing before the first write', () => {
    const store = open();
    expect(store.fileState).toBe('missing');
    expect(store.read()).toBeNull();
  });

  it('gives back what was written, also to the next start', () => {
    open().write({ theme: 'dark' });
    const next = open();
    expect(next.fileState).toBe('good');
    expect(next.read()).toEqual({ theme: 'dark' });
  });

  it.each([['{"theme": '], ['{"theme": 5}'], ['']])(
    'takes the last good copy when the file holds %j, and keeps that file aside',
    (damaged) => {
      open().write({ theme: 'dark' });
      writeFileSync(join(folder, 'settings.json'), damaged);
      const store = open();
      expect(store.fileState).toBe('restored');
      expect(store.read()).toEqual({ theme: 'dark' });
      expect(content('settings.damaged-7.json')).toBe(damaged);
      expect(content('settings.json')).toContain('dark');
    },
  );

  it('starts anew when the copy is damaged too, and asks no second time', () => {
    open().write({ theme: 'dark' });
    writeFileSync(join(folder, 'settings.json'), 'x');
    writeFileSync(join(folder, 'settings.last-good.json'), 'y');
    expect(open()).toMatchObject({ fileState: 'lost' });
    expect(open()).toMatchObject({ fileState: 'missing' });
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).not.toEqual([]);
  });

  it('can be written after it was lost', () => {
    writeFileSync(join(folder, 'settings.json'), 'x');
    const store = open();
    store.write({ theme: 'light' });
    expect(open().read()).toEqual({ theme: 'light' });
  });

  it.each(['EACCES', 'EIO', 'EMFILE'])('leaves a file alone that can not be read now (%s)', (code) => {
    open().write({ theme: 'dark' });
    const failing = () => {
      throw Object.assign(new Error('can not be read'), { code });
    };
    const options = { folder, name: 'settings', schema: z.object({ theme: z.string() }), now: () => 7 };
    const store = openLocalStore({ ...options, open: failing });
    expect([store.fileState, store.read()]).toEqual(['unreadable', null]);
    expect(() => store.write({ theme: 'light' })).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
    expect(open().read()).toEqual({ theme: 'dark' });
  });
});
