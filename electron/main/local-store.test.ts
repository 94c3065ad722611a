import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenBackingStore, openLocalStore } from './local-store.ts';
import { understandKey, understandPlace, understandSettings } from './understand-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-local-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes as electron-store does, which only runs in Electron: the whole file, one object, for this user only. */
const openStore: OpenBackingStore = ({ name, cwd }) => ({
  set store(content: Record<string, unknown>) {
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content), { mode: 0o600 });
  },
});

const open = () =>
  openLocalStore({
    folder,
    open: openStore,
    name: 'settings',
    understand: understandSettings,
    keepsOtherFields: true,
    now: () => 7,
  });
const openKey = () =>
  openLocalStore({
    folder,
    open: openStore,
    name: 'database-key',
    understand: understandKey,
    keepsOtherFields: false,
    now: () => 7,
  });
const file = () => join(folder, 'settings.json');
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

  it('is for this user only, and so is its good copy', () => {
    open().write({ theme: 'dark' });
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('writes the good copy anew only where it differs', () => {
    open().write({ theme: 'dark' });
    const copy = join(folder, 'settings.last-good.json');
    utimesSync(copy, 1, 1);
    open();
    expect(statSync(copy).mtimeMs).toBe(1000);
    writeFileSync(file(), '{"theme":"light"}');
    open();
    expect(content('settings.last-good.json')).toBe('{"theme":"light"}');
  });

  it.each(['{"theme": ', '', '\0\0\0\0\0\0', 'null', '[]', '7', '"dark"'])(
    'takes the last good copy when the file holds %j, and keeps that file aside',
    (damaged) => {
      open().write({ theme: 'dark' });
      writeFileSync(file(), damaged);
      const store = open();
      expect(store.fileState).toBe('restored');
      expect(store.read()).toEqual({ theme: 'dark' });
      expect(content('settings.damaged-7.json')).toBe(damaged);
      expect(content('settings.json')).toContain('dark');
    },
  );

  it('starts anew when the copy is damaged too, and asks no second time', () => {
    open().write({ theme: 'dark' });
    writeFileSync(file(), 'x');
    writeFileSync(join(folder, 'settings.last-good.json'), 'y');
    expect(open()).toMatchObject({ fileState: 'lost' });
    expect(open()).toMatchObject({ fileState: 'missing' });
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).not.toEqual([]);
  });

  it('can be written after it was lost', () => {
    writeFileSync(file(), 'x');
    const store = open();
    store.write({ theme: 'light' });
    expect(open().read()).toEqual({ theme: 'light' });
  });

  it('leaves alone what can not be read now', () => {
    mkdirSync(file());
    const store = open();
    expect([store.fileState, store.read()]).toEqual(['unreadable', null]);
    expect(() => store.write({ theme: 'light' })).toThrow();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.skipIf(process.getuid?.() === 0)('leaves a file alone that this user may not read', () => {
    open().write({ theme: 'dark' });
    chmodSync(file(), 0);
    expect(open().fileState).toBe('unreadable');
    chmodSync(file(), 0o600);
    expect(open().read()).toEqual({ theme: 'dark' });
  });
});

describe('a file that an editor or a script has written', () => {
  const json = '{"theme":"dark","agentName":"Zoë"}';
  it.each([
    ['with a byte order mark', Buffer.from(`\uFEFF${json}`)],
    ['in UTF-16', Buffer.from(json, 'utf16le')],
    ['in UTF-16 with a mark', Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(`\uFEFF${json}`, 'utf16le').swap16()],
  ])('is read %s, and not touched', (_what, bytes) => {
    writeFileSync(file(), bytes);
    const store = open();
    expect(store.fileState).toBe('good');
    expect(store.read()).toEqual({ theme: 'dark', agentName: 'Zoë' });
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });
});

describe('settings of a later version', () => {
  const later = '{"language":"de","theme":"dark","agentName":null,"printing":7,"cloud":{"on":true}}';

  it('cost no value that is known, and are not touched', () => {
    writeFileSync(file(), later);
    const store = open();
    expect(store.fileState).toBe('partlyKnown');
    expect(store.read()).toEqual({ theme: 'dark' });
    expect(content('settings.json')).toBe(later);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('stay in the file when something else is changed', () => {
    writeFileSync(file(), later);
    open().write({ theme: 'light' });
    expect(JSON.parse(content('settings.json'))).toEqual({ ...JSON.parse(later), theme: 'light' });
  });

  it('say nothing to the agent when there is only more than this version knows', () => {
    writeFileSync(file(), '{"theme":"dark","cloud":1}');
    expect(open()).toMatchObject({ fileState: 'good' });
  });
});

describe('a key record', () => {
  const later = '{"protection":"tpm","keyId":"0123456789abcdef","handle":"0x81000001","hasDatabase":true}';

  it('of a later version stays where it is, whole, and no older copy takes its place', () => {
    writeFileSync(join(folder, 'database-key.json'), later);
    writeFileSync(
      join(folder, 'database-key.last-good.json'),
      '{"protection":"unprotected","keyId":"0123456789abcdef","key":"AA==","hasDatabase":true}',
    );
    const store = openKey();
    expect([store.fileState, store.read()]).toEqual(['newer', null]);
    expect(content('database-key.json')).toBe(later);
  });

  it.each(['{}', 'null', '{"theme":"dark"}'])('that is none (%s) is damaged', (text) => {
    writeFileSync(join(folder, 'database-key.json'), text);
    expect(openKey().fileState).toBe('lost');
  });

  it('of a later version is kept under another name when another key is made in its place', () => {
    writeFileSync(join(folder, 'database-key.json'), later);
    const record = { protection: 'unprotected', keyId: '0123456789abcdef', key: 'AA==' } as const;
    const rest = { hasDatabase: true, recovery: null, nextKey: null, formerKeys: [], lastChange: null };
    openKey().write({ ...record, ...rest });
    expect(content('database-key.newer-7.json')).toBe(later);
    expect(openKey().read()).toMatchObject(record);
  });

  it('keeps nothing of how the key was kept before', () => {
    const rest = { hasDatabase: true, recovery: null, nextKey: null, formerKeys: [], lastChange: null };
    const keyId = '0123456789abcdef';
    const store = openKey();
    store.write({ protection: 'unprotected', keyId, key: 'AA==', ...rest });
    store.write({ protection: 'passphrase', keyId, salt: 's', nonce: 'n', wrappedKey: 'w', ...rest });
    for (const name of readdirSync(folder)) expect(content(name)).not.toContain('AA==');
  });
});

describe('where the window was', () => {
  it.each([{}, { bounds: null, isMaximized: true }, { bounds: { x: 'left' } }])(
    'in another form (%j) is left in the file',
    (fields) => {
      expect(understandPlace(fields)).toBe('newer');
    },
  );
});

it('is read anew where another computer has written it, and kept as it was where it makes no sense now', () => {
  const store = openKey();
  const record = { protection: 'unprotected', keyId: '0123456789abcdef', key: 'AA==', hasDatabase: true };
  const path = join(folder, 'database-key.json');
  expect(store.readAnew()).toBeNull();
  writeFileSync(path, JSON.stringify(record));
  expect(store.read()).toBeNull();
  expect(store.readAnew()).toMatchObject({ keyId: '0123456789abcdef' });
  writeFileSync(path, '{"protection":"unpro');
  expect(store.readAnew()).toMatchObject({ keyId: '0123456789abcdef' });
  expect(readFileSync(path, 'utf8')).toBe('{"protection":"unpro');
});
