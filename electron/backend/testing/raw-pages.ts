import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

// As SQLCipher 4 lays a file out, with a raw key: each page ends with its vector and its digest, and the first begins with a salt.
const pageBytes = 4096;
const tailBytes = 80;
const vectorBytes = 16;
const saltBytes = 16;
const logHeaderBytes = 32;
const frameHeaderBytes = 24;

/** Every byte of the database and of its log of changes, decrypted: also free pages, and what is left over in used ones. */
export function rawBytes(databaseFile: string, keyHex: string): string {
  const key = Buffer.from(keyHex, 'hex');
  const log = `${databaseFile}-wal`;
  const pages = [
    ...parts(readFileSync(databaseFile), 0, 0),
    ...(existsSync(log) ? parts(readFileSync(log), logHeaderBytes, frameHeaderBytes) : []),
  ];
  return pages.map((page) => decrypted(page, key)).join('');
}

function parts(bytes: Buffer, from: number, headerBytes: number): readonly Buffer[] {
  const pages: Buffer[] = [];
  for (let at = from + headerBytes; at + pageBytes <= bytes.length; at += pageBytes + headerBytes)
    pages.push(bytes.subarray(at, at + pageBytes));
  return pages;
}

/** The first page alone begins in plain; decrypted as any other it is noise, so it is tried both ways. */
function decrypted(page: Buffer, key: Buffer): string {
  const end = pageBytes - tailBytes;
  const vector = page.subarray(end, end + vectorBytes);
  return [0, saltBytes]
    .map((from) => {
      const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
      return Buffer.concat([decipher.update(page.subarray(from, end)), decipher.final()]).toString('latin1');
    })
    .join('');
}
