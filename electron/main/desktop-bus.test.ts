import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addressOf, openBus } from './desktop-bus.ts';

it('goes by the address that the session names', () => {
  expect(addressOf('session', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/somewhere' })).toBe(
    'unix:path=/somewhere',
  );
  expect(addressOf('system', { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/else' })).toBe('unix:path=/else');
});

it('finds the bus in the folder of the session, and none where there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-bus-'));
  expect(addressOf('session', { XDG_RUNTIME_DIR: folder })).toBeNull();
  await writeFile(join(folder, 'bus'), '');
  expect(addressOf('session', { XDG_RUNTIME_DIR: folder })).toBe(`unix:path=${folder}/bus`);
  // What Chromium sets where there is no bus.
  expect(addressOf('session', { DBUS_SESSION_BUS_ADDRESS: 'disabled' })).toBeNull();
  expect(addressOf('session', {})).toBeNull();
  await rm(folder, { recursive: true });
});

it('does without a bus that does not answer', async () => {
  expect(await openBus('session', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' })).toBeNull();
  expect(await openBus('session', { DBUS_SESSION_BUS_ADDRESS: 'nonsense:' })).toBeNull();
});

it('does without a bus that takes the connection and says nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-bus-'));
  const path = join(folder, 'bus');
  const silent = createServer().listen(path);
  await once(silent, 'listening');
  expect(await openBus('session', { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` })).toBeNull();
  silent.close();
  await rm(folder, { recursive: true });
});
