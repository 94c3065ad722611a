import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { shell } from 'electron';
import { fileNameFor } from '../../core/file-name.ts';
import { canOpen } from '../../core/ticket/attachment.ts';
import { markAsForeign } from '../files/foreign-mark.ts';
import { clearFolder } from '../files/private-folder.ts';
import { writeWholeFile } from '../files/write-file.ts';

/**
 * Attachments while another program shows them. They lie in clear in a private folder of our own, which is emptied at every
 * start and end of the program.
 */
export class OpenedFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.clear();
  }

  clear(): void {
    clearFolder(this.#folder);
  }

  /** `mayRun`: a type that a program would run and not only show; it is not opened from here. */
  async open(name: string, content: Uint8Array): Promise<'opened' | 'notOpened' | 'mayRun'> {
    if (!canOpen(name)) return 'mayRun';
    const file = join(this.#folder, randomUUID(), fileNameFor(name));
    await writeWholeFile(file, content, { makesFolder: true });
    await markAsForeign(file, Date.now());
    // What is changed there would be lost, so it can not be.
    await chmod(file, 0o400);
    return (await shell.openPath(file)) === '' ? 'opened' : 'notOpened';
  }
}
