import { assertNever } from '../../core/assert-never.ts';
import { CallError } from '../../core/contract/errors.ts';
import type { NewProtection } from '../../core/contract/shell-records.ts';
import {
  isKeyOf,
  keyIdOf,
  type ProtectedKey,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from './key-record.ts';
import type { Keyring } from './keyring.ts';

/**
 * Protects a key as chosen.
 *
 * @throws CallError `refused` when there is no keyring, or when the key does not come back: only a key that is known to
 *   come back may lock up a database
 */
export async function protect(key: Buffer, choice: NewProtection, keyring: Keyring): Promise<ProtectedKey> {
  const protectedKey = await wrap(key, choice, keyring);
  const back =
    choice.protection === 'passphrase'
      ? await unwrapTyped(protectedKey, choice.passphrase)
      : unwrapWithoutAgent(protectedKey, keyring);
  if (back === null || !back.equals(key))
    throw new CallError('refused', 'The key could not be read back after protecting it.');
  return protectedKey;
}

async function wrap(key: Buffer, choice: NewProtection, keyring: Keyring): Promise<ProtectedKey> {
  const keyId = keyIdOf(key);
  switch (choice.protection) {
    case 'keyring':
      await keyring.look(true);
      if (keyring.isLocked) throw new CallError('refused', 'The keyring of this computer is locked.');
      if (!keyring.isAvailable) throw new CallError('refused', 'This computer has no keyring.');
      return { keyId, protection: 'keyring', keyringName: keyring.name, wrappedKey: keyring.wrap(key) };
    case 'passphrase':
      return await wrapWithPassphrase(key, choice.passphrase);
    case 'unprotected':
      return { keyId, protection: 'unprotected', key: key.toString('base64') };
    default:
      return assertNever(choice);
  }
}

/** Null for the wrong passphrase, and for a key that no passphrase protects. */
export async function unwrapTyped(protectedKey: ProtectedKey, passphrase: string): Promise<Buffer | null> {
  return protectedKey.protection === 'passphrase'
    ? await unwrapWithPassphrase(protectedKey, passphrase)
    : null;
}

/** Null when the key does not come back: it needs the agent, another keyring, or the record was changed. */
export function unwrapWithoutAgent(protectedKey: ProtectedKey, keyring: Keyring): Buffer | null {
  const key = unwrap(protectedKey, keyring);
  return key !== null && isKeyOf(protectedKey, key) ? key : null;
}

function unwrap(protectedKey: ProtectedKey, keyring: Keyring): Buffer | null {
  switch (protectedKey.protection) {
    case 'keyring':
      if (protectedKey.keyringName !== keyring.name || !keyring.isAvailable) return null;
      return keyring.unwrap(protectedKey.wrappedKey);
    case 'passphrase':
      return null;
    case 'unprotected':
      return Buffer.from(protectedKey.key, 'base64');
    default:
      return assertNever(protectedKey);
  }
}
