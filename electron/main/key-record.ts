import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod';

export const KEY_BYTES = 32;

/** Names a key without telling it, so that an unwrapped key can be checked. */
const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/);
const common = {
  keyId: keyIdSchema,
  /** The database has been opened with this key at least once: if the file is gone, no empty one takes its place. */
  hasDatabase: z.boolean(),
};

/** How this computer keeps the database key. All binary fields are base64. */
export const keyRecordSchema = z.discriminatedUnion('protection', [
  z.object({ ...common, protection: z.literal('keyring'), keyringName: z.string(), wrappedKey: z.string() }),
  z.object({
    ...common,
    protection: z.literal('passphrase'),
    salt: z.string(),
    nonce: z.string(),
    /** AES-256-GCM ciphertext, then its tag of 16 bytes. */
    wrappedKey: z.string(),
  }),
  z.object({ ...common, protection: z.literal('unprotected'), key: z.string() }),
]);
export type KeyRecord = z.infer<typeof keyRecordSchema>;
export type PassphraseRecord = Extract<KeyRecord, { protection: 'passphrase' }>;

/** scrypt at 128 MB and about half a second: a stolen file can be guessed at a few tries a second and core. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;
const TAG_BYTES = 16;
const ASSOCIATED_DATA = Buffer.from('resetdesk database key v1');

export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('resetdesk key id').update(key).digest('hex').slice(0, 16);
}

export async function wrapWithPassphrase(key: Buffer, passphrase: string): Promise<PassphraseRecord> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, salt), nonce);
  cipher.setAAD(ASSOCIATED_DATA);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    protection: 'passphrase',
    keyId: keyIdOf(key),
    hasDatabase: false,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrappedKey: wrapped.toString('base64'),
  };
}

/** Null for the wrong passphrase, and for a record that was changed. */
export async function unwrapWithPassphrase(
  record: PassphraseRecord,
  passphrase: string,
): Promise<Buffer | null> {
  const wrapped = Buffer.from(record.wrappedKey, 'base64');
  const key = await wrappingKey(passphrase, Buffer.from(record.salt, 'base64'));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(record.nonce, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(ASSOCIATED_DATA);
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
    const unwrapped = Buffer.concat([decipher.update(wrapped.subarray(0, -TAG_BYTES)), decipher.final()]);
    return isKeyOf(record, unwrapped) ? unwrapped : null;
  } catch {
    return null;
  }
}

/** Is this the key that the record was made for? */
export function isKeyOf(record: KeyRecord, key: Buffer): boolean {
  return key.length === KEY_BYTES && keyIdOf(key) === record.keyId;
}

/** The same passphrase typed on two keyboards may differ in how accents are composed; NFKC makes them one. */
function wrappingKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
