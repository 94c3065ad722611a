import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** A key that another key has locked up. Both fields are base64. */
export const sealedSchema = z.object({
  nonce: z.string(),
  /** AES-256-GCM ciphertext, then its tag of 16 bytes. */
  wrappedKey: z.string(),
});
export type Sealed = z.infer<typeof sealedSchema>;

const TAG_BYTES = 16;

/** @param purpose goes into the tag, so that what was sealed for one purpose does not open for another */
export function seal(key: Buffer, wrappingKey: Buffer, purpose: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), wrappedKey: wrapped.toString('base64') };
}

/** Null when another key sealed it, or when it was changed. */
export function unseal(sealed: Sealed, wrappingKey: Buffer, purpose: string): Buffer | null {
  const wrapped = Buffer.from(sealed.wrappedKey, 'base64');
  try {
    const nonce = Buffer.from(sealed.nonce, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(wrapped.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
