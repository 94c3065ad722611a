import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from 'dbus-native';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { captureFailureOf } from '../../core/contract/errors.ts';
import type { DesktopBus } from './desktop-bus.ts';
import { type PortalServices, photographByPortal } from './portal-capture.ts';

vi.mock('electron', () => ({
  nativeImage: {
    createFromBuffer: (bytes: Buffer) => ({
      isEmpty: () => bytes.length < 33,
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

/** As much of a PNG as is looked at here. */
function png(width = 3, height = 2): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A desktop that answers `code`, with a picture where it gives one. */
function desktop(code: number, file = ''): { readonly openBus: () => Promise<DesktopBus>; log: typeof log } {
  let hear: (signal: Message) => void = () => undefined;
  const bus: DesktopBus = {
    async call({ member, body }) {
      if (member === 'Get') return 2;
      const [, options] = body as [string, [string, [string, string]][]];
      const results = file === '' ? {} : { uri: pathToFileURL(file).href };
      hear({ member: 'Response', path: `/request/1/${options[0]?.[1][1]}`, body: [code, results] });
      return null;
    },
    async listen(_rules, heard) {
      hear = heard;
    },
    close: () => undefined,
  };
  return { openBus: async () => bus, log };
}

function photograph(services: PortalServices, isArea = false, aside = vi.fn((take) => take())) {
  return photographByPortal(services, { isArea, aside, signal: new AbortController().signal });
}

async function reasonOf(taken: Promise<unknown>): Promise<unknown> {
  return taken.then(
    () => null,
    (error) => captureFailureOf(error),
  );
}

it('takes the picture and leaves no file', async () => {
  const file = join(folder, 'new.png');
  await writeFile(file, png());
  expect(await photograph(desktop(0, file))).toMatchObject({ width: 3, height: 2 });
  expect(existsSync(file)).toBe(false);
});

it('leaves no file that can not be read as a picture either', async () => {
  const file = join(folder, 'torn.png');
  await writeFile(file, png().subarray(0, 30));
  expect(await reasonOf(photograph(desktop(0, file)))).toBe('unknown');
  expect(existsSync(file)).toBe(false);
});

it('takes nothing that was there before it asked for a picture of now, and removes no such file', async () => {
  const file = join(folder, 'old.png');
  await writeFile(file, png());
  await utimes(file, new Date(0), new Date(0));
  expect(await reasonOf(photograph(desktop(0, file)))).toBe('unknown');
  expect(existsSync(file)).toBe(true);
});

it('opens no picture of more pixels than there is memory for, and follows no link', async () => {
  const large = join(folder, 'large.png');
  await writeFile(large, png(65_535, 65_535));
  expect(await reasonOf(photograph(desktop(0, large)))).toBe('unknown');
  expect(existsSync(large)).toBe(false);
  const [target, link] = [join(folder, 'target.png'), join(folder, 'link.png')];
  await writeFile(target, png());
  await symlink(target, link);
  expect(await reasonOf(photograph(desktop(0, link)))).toBe('unknown');
  expect(existsSync(target)).toBe(true);
});

it('has our windows leave only when there is somebody to ask', async () => {
  const aside = vi.fn((take) => take());
  const openBus = async (): Promise<DesktopBus> => ({
    call: () =>
      Promise.reject(Object.assign(new Error(), { dbusName: 'org.freedesktop.DBus.Error.ServiceUnknown' })),
    listen: async () => undefined,
    close: () => undefined,
  });
  expect(await reasonOf(photograph({ openBus, log }, false, aside))).toBe('notOffered');
  expect(aside).not.toHaveBeenCalled();
});

it('tells why there is no picture; an area that is left is none', async () => {
  expect(await reasonOf(photograph(desktop(1)))).toBe('refused');
  expect(await photograph(desktop(1), true)).toBeNull();
  expect(await reasonOf(photograph(desktop(2)))).toBe('refused');
  expect(await photograph(desktop(2), true)).toBeNull();
  expect(await reasonOf(photograph(desktop(0), true))).toBe('unknown');
  expect(await reasonOf(photograph({ openBus: async () => null, log }))).toBe('notOffered');
});
