import { createHash, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod';
import { protectionChangeSchema } from '../../core/contract/shell-records.ts';
import { seal, sealedSchema, unseal } from './seal.ts';

export const KEY_BYTES = 32;

/** Names a key without telling it, so that an unwrapped key can be checked. */
const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** A key and how this computer keeps it. All binary fields are base64. */
export const protectedKeySchema = z.discriminatedUnion('protection', [
  z.object({
    keyId: keyIdSchema,
    protection: z.literal('keyring'),
    keyringName: z.string(),
    wrappedKey: z.string(),
  }),
  z.object({
    keyId: keyIdSchema,
    protection: z.literal('passphrase'),
    salt: z.string(),
    nonce: z.string(),
    /** AES-256-GCM ciphertext, then its tag of 16 bytes. */
    wrappedKey: z.string(),
  }),
  z.object({ keyId: keyIdSchema, protection: z.literal('unprotected'), key: z.string() }),
]);
export type ProtectedKey = z.infer<typeof protectedKeySchema>;
export type PassphraseRecord = Extract<ProtectedKey, { protection: 'passphrase' }>;

/** A key wrapped by the secret of a printed recovery key. */
export const recoverySlotSchema = z.object({
  keyId: keyIdSchema,
  /** Epoch ms. */
  madeAt: z.number(),
  salt: z.string(),
  ...sealedSchema.shape,
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

const lastChangeSchema = protectionChangeSchema.nullable().default(null);

/** Everything this computer keeps of the database's key. Fields that came later have a default. */
export const keyRecordSchema = protectedKeySchema.and(
  z.object({
    /** The database has been opened with this key at least once: if the file is gone, no empty one takes its place. */
    hasDatabase: z.boolean(),
    recovery: recoverySlotSchema.nullable().default(null),
    /**
     * Set while the database is given another key: how that one will be kept, and the key itself, sealed by the present
     * one. Whichever of the two the database has after a crash, it opens.
     */
    nextKey: z
      .object({
        key: protectedKeySchema,
        sealed: sealedSchema,
        lastChange: lastChangeSchema,
      })
      .nullable()
      .default(null),
    /** Keys that it had before, sealed by the present one: older backups need them. */
    formerKeys: z.array(z.object({ keyId: keyIdSchema, sealed: sealedSchema })).default([]),
    lastChange: lastChangeSchema,
  }),
);
export type KeyRecord = z.infer<typeof keyRecordSchema>;

/** scrypt at 128 MB and about half a second: a stolen file can be guessed at a few tries a second and core. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;
const PURPOSE = 'resetdesk database key v1';
const RECOVERY_PURPOSE = 'resetdesk recovery key v1';

export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('resetdesk key id').update(key).digest('hex').slice(0, 16);
}

export async function wrapWithPassphrase(key: Buffer, passphrase: string): Promise<PassphraseRecord> {
  const salt = randomBytes(16);
  const { nonce, wrappedKey } = seal(key, await stretch(passphrase, salt), PURPOSE);
  return { protection: 'passphrase', keyId: keyIdOf(key), salt: salt.toString('base64'), nonce, wrappedKey };
}

/** Null for the wrong passphrase, and for a record that was changed. */
export async function unwrapWithPassphrase(
  record: PassphraseRecord,
  passphrase: string,
): Promise<Buffer | null> {
  const key = unseal(record, await stretch(passphrase, Buffer.from(record.salt, 'base64')), PURPOSE);
  return key !== null && isKeyOf(record, key) ? key : null;
}

/** @param secret the bytes of a recovery key */
export async function makeRecoverySlot(
  key: Buffer,
  secret: Uint8Array,
  madeAt: number,
): Promise<RecoverySlot> {
  const salt = randomBytes(16);
  const sealed = seal(key, await stretch(textOf(secret), salt), RECOVERY_PURPOSE);
  return { keyId: keyIdOf(key), madeAt, salt: salt.toString('base64'), ...sealed };
}

/** Null for another recovery key. */
export async function openRecoverySlot(slot: RecoverySlot, secret: Uint8Array): Promise<Buffer | null> {
  const wrappingKey = await stretch(textOf(secret), Buffer.from(slot.salt, 'base64'));
  const key = unseal(slot, wrappingKey, RECOVERY_PURPOSE);
  return key !== null && isKeyOf(slot, key) ? key : null;
}

function textOf(secret: Uint8Array): string {
  return Buffer.from(secret).toString('hex');
}

/** Is this the key that the record was made for? */
export function isKeyOf(record: { readonly keyId: string }, key: Buffer): boolean {
  return key.length === KEY_BYTES && keyIdOf(key) === record.keyId;
}

/** The same passphrase typed on two keyboards may differ in how accents are composed; NFKC makes them one. */
function stretch(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
