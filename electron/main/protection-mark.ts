import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Protection, protectionSchema } from '../../core/contract/shell-records.ts';

/** What this computer remembers of how the records were protected, apart from the key record. */
export interface ProtectionMark {
  /** Null for a desk that was never protected. */
  read(): Protection | null;
  remember(protection: Protection): void;
}

/** The later protects more. */
const ORDER: readonly Protection[] = ['unprotected', 'keyring', 'passphrase'];

export function isWeaker(one: Protection, other: Protection): boolean {
  return ORDER.indexOf(one) < ORDER.indexOf(other);
}

/**
 * A file of its own, which an unprotected desk does not have: so the files of such a desk, copied over those of a protected
 * one, leave it where it is.
 */
export function protectionMarkIn(folder: string): ProtectionMark {
  const file = join(folder, 'protection-mark');
  const read = (): Protection | null => {
    let word: string;
    try {
      word = readFileSync(file, 'utf8').trim();
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'keyring';
    }
    // A word of a later version, or a damaged one: protected in some way.
    return protectionSchema.catch('keyring').parse(word);
  };
  return {
    read,
    remember(protection) {
      if (protection === 'unprotected') rmSync(file, { force: true });
      else if (read() !== protection) writeFileSync(file, `${protection}\n`, { mode: 0o600 });
    },
  };
}
