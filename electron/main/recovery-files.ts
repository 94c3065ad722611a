import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOrdinaryFile } from '../files/read-file.ts';
import { writeWholeFileSync } from '../files/write-file.ts';
import { type RecoverySlot, recoverySlotSchema } from './key-record.ts';

/** What a printed recovery key unlocks, kept beside the backups: with the paper they open on any computer. */
export interface RecoveryFiles {
  list(): readonly RecoverySlot[];
  write(slot: RecoverySlot): void;
}

export function recoveryFilesIn(folder: string): RecoveryFiles {
  return {
    list() {
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder).filter(
        (name) => /^recovery-[0-9a-f]{16}\.json$/.test(name) && isOrdinaryFile(join(folder, name)),
      );
      return names.flatMap((name) => {
        const slot = readSlot(join(folder, name));
        return slot === null ? [] : [slot];
      });
    },
    write(slot) {
      writeWholeFileSync(join(folder, `recovery-${slot.keyId}.json`), JSON.stringify(slot));
    },
  };
}

/** Null for a file that is damaged: the one in the settings is tried as well. */
function readSlot(file: string): RecoverySlot | null {
  try {
    return recoverySlotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
