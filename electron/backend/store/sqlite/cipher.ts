import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** SQLCipher 4's layout: page size, and at each page's end a 16-byte vector and a 64-byte HMAC-SHA512. */
const pageSize = 4096;
const macSize = 64;
const saltSize = 16;
const vectorSize = 16;

/** Where SQLite's header keeps `user_version`, 4 bytes. Source: sqlite.org/fileformat2.html, 1.3. */
const userVersionOffset = 60;

/** Enough pages to outvote a damaged one, few enough to be instant. */
const pagesTried = 32;

/** The first bytes of every SQLite file that is not encrypted. */
export function isPlaintextDatabase(file: string): boolean {
  return readBytes(file, 0, 16).toString('latin1') === 'SQLite format 3\0';
}

/**
 * Whether any of the first pages was written with this key. Tells "another key" from "damaged": a wrong key fits no
 * page, damage leaves other pages whole. The file must not be open in this process, because closing it again would
 * drop SQLite's locks.
 */
export function hasPageOfKey(file: string, keyHex: string): boolean {
  const salt = readBytes(file, 0, saltSize);
  if (salt.length < saltSize) return false;
  const macKey = macKeyOf(salt, keyHex);
  return Array.from({ length: pagesTried }, (_, index) => index + 1).some((number) => {
    const page = readBytes(file, (number - 1) * pageSize, pageSize);
    return page.length === pageSize && isPageWhole(page, number, macKey);
  });
}

/**
 * `user_version` as the main file has it, without what is in its log; null when its first page can not be read. The file
 * must not be open in this process, see {@link hasPageOfKey}.
 */
export function mainVersionOf(file: string, keyHex: string): number | null {
  const page = readBytes(file, 0, pageSize);
  if (page.length < pageSize || !isPageWhole(page, 1, macKeyOf(page.subarray(0, saltSize), keyHex)))
    return null;
  const end = pageSize - macSize - vectorSize;
  const vector = page.subarray(end, end + vectorSize);
  const decipher = createDecipheriv('aes-256-cbc', Buffer.from(keyHex, 'hex'), vector).setAutoPadding(false);
  return decipher.update(page.subarray(saltSize, end)).readInt32BE(userVersionOffset - saltSize);
}

/** SQLCipher derives the key of its page HMACs with two rounds from the data key and the masked salt. */
function macKeyOf(salt: Buffer, keyHex: string): Buffer {
  const macSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a));
  return pbkdf2Sync(Buffer.from(keyHex, 'hex'), macSalt, 2, 32, 'sha512');
}

function isPageWhole(page: Buffer, number: number, macKey: Buffer): boolean {
  const start = number === 1 ? saltSize : 0;
  const numberBytes = Buffer.alloc(4);
  numberBytes.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(start, pageSize - macSize))
    .update(numberBytes)
    .digest();
  return timingSafeEqual(mac, page.subarray(pageSize - macSize));
}

function readBytes(file: string, position: number, length: number): Buffer {
  // Without waiting (Windows has no word for it): a pipe that lies in the place of a file would never open.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const wanted = Math.max(0, Math.min(length, fstatSync(handle).size - position));
    const bytes = Buffer.alloc(wanted);
    return bytes.subarray(0, readSync(handle, bytes, 0, wanted, position));
  } finally {
    closeSync(handle);
  }
}
