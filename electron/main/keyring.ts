import { safeStorage } from 'electron';
import type { DesktopBus } from './desktop-bus.ts';
import { askToUnlock, readSecretService, type SecretServiceState } from './secret-service.ts';

/** The computer's own store for secrets. */
export interface Keyring {
  /** The system's word for it, for example `gnome_libsecret`. */
  readonly name: string;
  /** It is there, if locked just now. */
  readonly isAvailable: boolean;
  readonly isLocked: boolean;
  /**
   * Finds out how it stands; until then there is none. Never blocks, as asking Electron while the keyring is locked would.
   *
   * @param mayAsk the desktop may ask its user to unlock it, which takes as long as the user does
   */
  look(mayAsk: boolean): Promise<void>;
  wrap(key: Buffer): string;
  /** Null when this keyring did not wrap it, or is locked. */
  unwrap(wrapped: string): Buffer | null;
}

/** As much of Electron's `safeStorage` as is used. */
export type SafeStorage = Pick<
  typeof safeStorage,
  'decryptString' | 'encryptString' | 'getSelectedStorageBackend' | 'isEncryptionAvailable'
>;

/** On Linux these "backends" keep the secret in plain sight, so they do not count as a keyring. */
const PRETENDED_BACKENDS: readonly string[] = ['basic_text', 'unknown'];
/** Its state can be read over D-Bus. KDE's wallets open with the session. */
const READABLE_BACKEND = 'gnome_libsecret';

/** Electron's `safeStorage`; to be looked at when the app is ready. */
export class SystemKeyring implements Keyring {
  readonly #openBus: () => Promise<DesktopBus | null>;
  readonly #storage: SafeStorage;
  readonly name: string;
  #state: SecretServiceState = 'none';

  constructor(
    openBus: () => Promise<DesktopBus | null>,
    storage: SafeStorage = safeStorage,
    platform: string = process.platform,
  ) {
    this.#openBus = openBus;
    this.#storage = storage;
    this.name = keyringName(storage, platform);
  }

  get isAvailable(): boolean {
    return this.#state !== 'none';
  }

  get isLocked(): boolean {
    return this.#state === 'locked';
  }

  async look(mayAsk: boolean): Promise<void> {
    if (PRETENDED_BACKENDS.includes(this.name)) return;
    const state = this.name === READABLE_BACKEND ? await this.#read(mayAsk) : 'open';
    // Electron is asked only now, as it keeps the first answer for good.
    this.#state = state === 'open' && !this.#storage.isEncryptionAvailable() ? 'none' : state;
  }

  wrap(key: Buffer): string {
    return this.#storage.encryptString(key.toString('base64')).toString('base64');
  }

  unwrap(wrapped: string): Buffer | null {
    if (this.#state !== 'open') return null;
    try {
      return Buffer.from(this.#storage.decryptString(Buffer.from(wrapped, 'base64')), 'base64');
    } catch {
      return null;
    }
  }

  async #read(mayAsk: boolean): Promise<SecretServiceState> {
    const bus = await this.#openBus();
    if (bus === null) return 'none';
    try {
      const state = await readSecretService(bus);
      if (state !== 'locked' || !mayAsk) return state;
      await askToUnlock(bus);
      return await readSecretService(bus);
    } catch {
      // The desktop could not ask: it is as locked as before.
      return 'locked';
    } finally {
      bus.close();
    }
  }
}

function keyringName(storage: SafeStorage, platform: string): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return storage.getSelectedStorageBackend();
}
