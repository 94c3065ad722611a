import { expect, it, vi } from 'vitest';
import type { BusCall, DesktopBus } from './desktop-bus.ts';
import { type SafeStorage, SystemKeyring } from './keyring.ts';

vi.mock('electron', () => ({ safeStorage: {} }));

type BusListener = Parameters<DesktopBus['listen']>[1];

/** A desktop's secret service: its keyring, and what its user answers when asked to unlock it. */
function secretService(service: { collection?: string; isLocked: boolean; unlocks?: boolean }) {
  const asked: string[] = [];
  let hear: BusListener = () => undefined;
  const answers: Record<string, (call: BusCall) => unknown> = {
    ReadAlias: () => service.collection ?? '/keyring',
    Get: () => service.isLocked,
    Unlock: () => [[], '/prompt'],
    Prompt: ({ path }) => {
      if (service.unlocks === true) service.isLocked = false;
      queueMicrotask(() => hear({ path, member: 'Completed' }));
    },
  };
  const bus: DesktopBus = {
    call: async (call) => {
      asked.push(call.member);
      return answers[call.member]?.(call);
    },
    listen: async (_rules, listener) => {
      hear = listener;
    },
    close: () => undefined,
  };
  return { asked, openBus: async (): Promise<DesktopBus | null> => bus };
}

function storage(backend: string) {
  const isEncryptionAvailable = vi.fn(() => true);
  const safeStorage = {
    isEncryptionAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (bytes: Buffer) => bytes.toString(),
  } as SafeStorage;
  return { safeStorage, isEncryptionAvailable };
}

it('asks Electron nothing while the keyring is locked, as that would hold up every window', async () => {
  const { safeStorage, isEncryptionAvailable } = storage('gnome_libsecret');
  const keyring = new SystemKeyring(secretService({ isLocked: true }).openBus, safeStorage, 'linux');
  expect(keyring.isAvailable).toBe(false);
  await keyring.look(false);
  expect(keyring).toMatchObject({ isAvailable: true, isLocked: true });
  expect(keyring.unwrap('abc')).toBeNull();
  expect(isEncryptionAvailable).not.toHaveBeenCalled();
});

it('has the desktop ask its user, and takes either answer', async () => {
  const { safeStorage } = storage('gnome_libsecret');
  for (const unlocks of [false, true]) {
    const { asked, openBus } = secretService({ isLocked: true, unlocks });
    const keyring = new SystemKeyring(openBus, safeStorage, 'linux');
    await keyring.look(true);
    expect(asked).toContain('Prompt');
    expect(keyring.isLocked).toBe(!unlocks);
  }
});

it('keeps a key where the keyring is open', async () => {
  const { safeStorage } = storage('gnome_libsecret');
  const keyring = new SystemKeyring(secretService({ isLocked: false }).openBus, safeStorage, 'linux');
  await keyring.look(false);
  const key = Buffer.from('a key');
  expect(keyring.unwrap(keyring.wrap(key))).toEqual(key);
});

it.each([
  ['nobody made one', secretService({ isLocked: false, collection: '/' }).openBus],
  ['there is no bus', async (): Promise<DesktopBus | null> => null],
] as const)('has no keyring where %s', async (_why, openBus) => {
  const { safeStorage, isEncryptionAvailable } = storage('gnome_libsecret');
  const keyring = new SystemKeyring(openBus, safeStorage, 'linux');
  await keyring.look(true);
  expect(keyring).toMatchObject({ isAvailable: false, isLocked: false });
  expect(isEncryptionAvailable).not.toHaveBeenCalled();
});

it('takes a keyring that is slow to answer for a locked one, and one that nobody serves for none', async () => {
  const refusing = (dbusName: string) => async (): Promise<DesktopBus> => ({
    call: () => Promise.reject(Object.assign(new Error('refused'), { dbusName })),
    listen: async () => undefined,
    close: () => undefined,
  });
  for (const [error, isAvailable] of [
    ['org.freedesktop.DBus.Error.NoReply', true],
    ['org.freedesktop.DBus.Error.Timeout', true],
    ['org.freedesktop.DBus.Error.ServiceUnknown', false],
    ['org.freedesktop.DBus.Error.Spawn.ExecFailed', false],
  ] as const) {
    const keyring = new SystemKeyring(refusing(error), storage('gnome_libsecret').safeStorage, 'linux');
    await keyring.look(false);
    expect(keyring).toMatchObject({ isAvailable, isLocked: isAvailable });
  }
});

it('takes what keeps secrets in plain sight for none, and asks what can not be read itself', async () => {
  const plain = new SystemKeyring(async () => null, storage('basic_text').safeStorage, 'linux');
  await plain.look(true);
  expect(plain.isAvailable).toBe(false);
  for (const [platform, name] of [
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
    ['linux', 'kwallet6'],
  ] as const) {
    const keyring = new SystemKeyring(async () => null, storage('kwallet6').safeStorage, platform);
    await keyring.look(false);
    expect(keyring).toMatchObject({ name, isAvailable: true, isLocked: false });
  }
});
