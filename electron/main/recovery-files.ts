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
      const names = namesIn(folder).filter(
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

/** Also where they can not be listed: then nobody can say that there are none. */
export function hasBackupsIn(folder: string): boolean {
  try {
    return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.db'));
  } catch {
    return true;
  }
}

/** A folder that can not be read, or a file in its place, must not keep the program from starting. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Null for a file that is damaged: the one in the settings is tried as well. */
function readSlot(file: string): RecoverySlot | null {
  try {
    return recoverySlotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
