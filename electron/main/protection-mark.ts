import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Protection, protectionSchema } from '../../core/contract/shell-records.ts';
import { isOrdinaryFile } from '../files/read-file.ts';
import { writeWholeFileSync } from '../files/write-file.ts';
import type { Log } from './log-entry.ts';

/** What this computer remembers of how the records were protected, apart from the key record. */
export interface ProtectionMark {
  /** Null for a desk that was never protected. */
  read(): Protection | null;
  /** A disk that does not take it keeps no desk shut: the next opening notes it. */
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
export function protectionMarkIn(folder: string, log: Pick<Log, 'error'>): ProtectionMark {
  const file = join(folder, 'protection-mark');
  const read = (): Protection | null => {
    // A word of a later version, a damaged one, or one that can not be read: protected in some way.
    const unclear = 'keyring';
    try {
      if (!existsSync(file)) return null;
      if (!isOrdinaryFile(file)) return unclear;
      return protectionSchema.catch(unclear).parse(readFileSync(file, 'utf8').trim());
    } catch {
      return unclear;
    }
  };
  return {
    read,
    remember(protection) {
      try {
        if (protection === 'unprotected') rmSync(file, { force: true });
        else if (read() !== protection) writeWholeFileSync(file, `${protection}\n`);
      } catch (error) {
        log.error('protection was not remembered', undefined, error);
      }
    },
  };
}
