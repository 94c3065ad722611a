import { describe, expect, it } from 'vitest';
import { isAppAddress, servedFile } from './app-path.ts';

const FOLDER = '/app/out/renderer';

describe('servedFile', () => {
  it.each([
    ['app://resetdesk/', `${FOLDER}/index.html`, 'text/html; charset=utf-8'],
    ['app://resetdesk/practice.html', `${FOLDER}/practice.html`, 'text/html; charset=utf-8'],
    ['app://resetdesk/assets/a.wasm?v=1#x', `${FOLDER}/assets/a.wasm`, 'application/wasm'],
    ['app://resetdesk/assets/a%20b.js', `${FOLDER}/assets/a b.js`, 'text/javascript; charset=utf-8'],
    ['app://resetdesk/a/../index.html', `${FOLDER}/index.html`, 'text/html; charset=utf-8'],
  ])('serves %s', (address, path, contentType) => {
    expect(servedFile(FOLDER, address)).toEqual({ path, contentType });
  });

  it.each([
    'app://resetdesk/..%2f..%2fpackage.json',
    'app://resetdesk/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://resetdesk/assets/..%2f..%2f..%2fsettings.json',
    'app://resetdesk/..%2frenderer-other/index.html',
    'app://resetdesk/..%5c..%5cpackage.json',
    'app://resetdesk/C:%5cindex.html',
    'app://resetdesk/index.html%00.js',
    'app://resetdesk/%e0%a4%a',
    'app://resetdesk/.env',
    'app://resetdesk/data.db',
    'app://resetdesk/assets/',
    'app://elsewhere/index.html',
    'app://resetdesk.example/index.html',
    'file:///app/out/renderer/index.html',
    'not an address',
  ])('refuses %s', (address) => {
    expect(servedFile(FOLDER, address)).toBeNull();
  });
});

describe('isAppAddress', () => {
  it('knows our pages and our origin', () => {
    expect(isAppAddress('app://resetdesk/index.html')).toBe(true);
    expect(isAppAddress('app://resetdesk')).toBe(true);
  });

  it.each(['app://resetdesk.example/', 'app://resetdeskx', 'https://app://resetdesk/', 'about:blank', ''])(
    'refuses %j',
    (address) => {
      expect(isAppAddress(address)).toBe(false);
    },
  );
});
