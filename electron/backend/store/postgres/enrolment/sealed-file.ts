import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import {
  formatRecoveryKey,
  parseRecoveryKey,
  RECOVERY_SECRET_BYTES,
} from '../../../../../core/recovery-key.ts';

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 120 random bits are beyond guessing; a costly key adds to that, and costs who opens it a moment. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const sealedSchema = z.strictObject({
  format: z.string(),
  salt: z.base64(),
  iv: z.base64(),
  /** With the tag of AES-GCM at its end. */
  sealed: z.base64(),
});

export interface Sealed {
  /** JSON. */
  readonly content: string;
  /** Opens it; stands nowhere else. In groups that can be told by phone, each with a check of its own. */
  readonly passphrase: string;
}

export type Unsealed =
  | { readonly ok: true; readonly value: unknown }
  /** `typo`: in which group, from 1; null when the length is wrong. */
  | { readonly ok: false; readonly why: 'format' | 'passphrase' }
  | { readonly ok: false; readonly why: 'typo'; readonly group: number | null };

/**
 * Seals a value by a new passphrase of 120 random bits.
 *
 * @param format what kind of file it is; a file of another kind does not open as this one
 */
export async function seal(format: string, value: unknown): Promise<Sealed> {
  const secret = randomBytes(RECOVERY_SECRET_BYTES);
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(secret, salt), iv).setAAD(Buffer.from(format));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final(), cipher.getAuthTag()]);
  const file = {
    format,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    sealed: sealed.toString('base64'),
  };
  return { content: `${JSON.stringify(file, null, 2)}\n`, passphrase: formatRecoveryKey(secret) };
}

/** Opens what {@link seal} sealed; a typo in the passphrase is told by its group, before any key is tried. */
export async function unseal(format: string, content: string, passphrase: string): Promise<Unsealed> {
  const file = readSealed(content);
  if (file?.format !== format) return { ok: false, why: 'format' };
  const typed = parseRecoveryKey(passphrase);
  if (!typed.ok)
    return { ok: false, why: 'typo', group: typed.fault.kind === 'typo' ? typed.fault.group : null };
  const [salt, iv, sealed] = [file.salt, file.iv, file.sealed].map((text) => Buffer.from(text, 'base64'));
  if (salt === undefined || iv?.length !== IV_BYTES || sealed === undefined || sealed.length < TAG_BYTES)
    return { ok: false, why: 'format' };
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(typed.secret, salt), iv)
    .setAAD(Buffer.from(format))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    return { ok: true, value: JSON.parse(Buffer.concat([opened, decipher.final()]).toString()) };
  } catch {
    return { ok: false, why: 'passphrase' };
  }
}

function readSealed(content: string): z.infer<typeof sealedSchema> | null {
  try {
    return sealedSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

async function keyOf(secret: Uint8Array, salt: Uint8Array): Promise<Buffer> {
  const derive = promisify<Uint8Array, Uint8Array, number, object, Buffer>(scrypt);
  return await derive(secret, salt, KEY_BYTES, COST);
}
