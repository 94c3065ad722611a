import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repositoryFolder } from '../../electron/runtime/places.ts';
import { folderSize } from '../../electron/runtime/run.ts';
import { expect, test } from '../fixtures/desk.ts';

const OUT = join(repositoryFolder, 'out');
const PARTS = ['main', 'preload', 'renderer'];
const BYTES_OF_ALL = 8_200_000;
/** What reads the words beside a code comes with its own engine and language, and is loaded when there is a picture to read. */
const TEXT_READER = /^tesseract-|[.]traineddata[.]gz$/;
/** The window's own script, and all scripts that it does not start without. */
const BYTES_OF_FIRST_BUNDLE = 450_000;
const BYTES_OF_FIRST_LOAD = 950_000;

test('What is built is small, the window starts with little of it, and no source goes along', async () => {
  const sizes = await Promise.all(PARTS.map((part) => folderSize(join(OUT, part))));
  const assets = join(OUT, 'renderer', 'assets');
  const readers = (await readdir(assets)).filter((name) => TEXT_READER.test(name));
  for (const name of readers) sizes.push(-(await stat(join(assets, name))).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BYTES_OF_ALL);

  const page = await readFile(join(OUT, 'renderer', 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const bytes = await Promise.all(
    scripts.map(async (path) => (await stat(join(OUT, 'renderer', path))).size),
  );
  const own = scripts.findIndex((path) => basename(path).startsWith('index-'));
  expect(bytes[own]).toBeLessThanOrEqual(BYTES_OF_FIRST_BUNDLE);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BYTES_OF_FIRST_LOAD);

  const files = await Promise.all(PARTS.map((part) => readdir(join(OUT, part), { recursive: true })));
  expect(files.flat().filter((file) => file.endsWith('.map'))).toEqual([]);
});
