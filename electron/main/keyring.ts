import { safeStorage } from 'electron';

/** The computer's own store for secrets. */
export interface Keyring {
  /** The system's word for it, for example `gnome_libsecret`. */
  readonly name: string;
  readonly isAvailable: boolean;
  wrap(key: Buffer): string;
  /** Null when this keyring did not wrap it. */
  unwrap(wrapped: string): Buffer | null;
}

/** On Linux these "backends" keep the secret in plain sight, so they do not count as a keyring. */
const PRETENDED_BACKENDS: readonly string[] = ['basic_text', 'unknown'];

/** Electron's `safeStorage`; to be asked when the app is ready. */
export function systemKeyring(): Keyring {
  const name = keyringName();
  return {
    name,
    isAvailable: safeStorage.isEncryptionAvailable() && !PRETENDED_BACKENDS.includes(name),
    wrap: (key) => safeStorage.encryptString(key.toString('base64')).toString('base64'),
    unwrap(wrapped) {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(wrapped, 'base64')), 'base64');
      } catch {
        return null;
      }
    },
  };
}

function keyringName(): string {
  if (process.platform === 'darwin') return 'keychain';
  if (process.platform === 'win32') return 'dpapi';
  return safeStorage.getSelectedStorageBackend();
}
