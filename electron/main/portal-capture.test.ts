import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from 'dbus-native';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { captureFailureOf } from '../../core/contract/errors.ts';
import type { DesktopBus } from './desktop-bus.ts';
import { photographByPortal } from './portal-capture.ts';

vi.mock('electron', () => ({
  nativeImage: {
    createFromBuffer: (bytes: Buffer) => ({
      isEmpty: () => bytes.toString() !== 'a picture',
      toBitmap: () => Buffer.alloc(4 * 6, 7),
      getSize: () => ({ width: 3, height: 2 }),
    }),
  },
}));

const log = { error: () => undefined };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-portal-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A desktop that answers `code`, with a picture where it gives one. */
function desktop(code: number, file = ''): { readonly openBus: () => Promise<DesktopBus>; log: typeof log } {
  let hear: (signal: Message) => void = () => undefined;
  const bus: DesktopBus = {
    async call({ body }) {
      const [, options] = body as [string, [string, [string, string]][]];
      const results = file === '' ? {} : { uri: pathToFileURL(file).href };
      hear({ member: 'Response', path: `/request/1/${options[0]?.[1][1]}`, body: [code, results] });
    },
    async listen(_rules, heard) {
      hear = heard;
    },
    close: () => undefined,
  };
  return { openBus: async () => bus, log };
}

async function reasonOf(taken: Promise<unknown>): Promise<unknown> {
  return taken.then(
    () => null,
    (error) => captureFailureOf(error),
  );
}

it('takes the picture and leaves no file', async () => {
  const file = join(folder, 'new.png');
  await writeFile(file, 'a picture');
  expect(await photographByPortal(desktop(0, file), false)).toMatchObject({ width: 3, height: 2 });
  expect(existsSync(file)).toBe(false);
});

it('leaves no file that can not be read as a picture either', async () => {
  const file = join(folder, 'torn.png');
  await writeFile(file, 'half of');
  expect(await reasonOf(photographByPortal(desktop(0, file), false))).toBe('unknown');
  expect(existsSync(file)).toBe(false);
});

it('removes nothing that was there before it asked', async () => {
  const file = join(folder, 'old.png');
  await writeFile(file, 'a picture');
  await utimes(file, new Date(0), new Date(0));
  await photographByPortal(desktop(0, file), false);
  expect(existsSync(file)).toBe(true);
});

it('tells why there is no picture; an area that is left is none', async () => {
  expect(await reasonOf(photographByPortal(desktop(1), false))).toBe('refused');
  expect(await photographByPortal(desktop(1), true)).toBeNull();
  expect(await reasonOf(photographByPortal(desktop(2), false))).toBe('unknown');
  expect(await reasonOf(photographByPortal({ openBus: async () => null, log }, false))).toBe('notOffered');
});
