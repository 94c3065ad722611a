import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shell } from 'electron';
import { canOpen, fileNameFor } from '../../core/ticket/attachment.ts';

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
    // On Windows a program may still hold one; it goes at the next start.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 2 });
  }

  /** `mayRun`: a type that a program would run and not only show; it is not opened from here. */
  async open(name: string, content: Uint8Array): Promise<'opened' | 'notOpened' | 'mayRun'> {
    if (!canOpen(name)) return 'mayRun';
    const folder = join(this.#folder, randomUUID());
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, fileNameFor(name));
    // What is changed there would be lost, so it can not be.
    await writeFile(file, content, { mode: 0o400 });
    return (await shell.openPath(file)) === '' ? 'opened' : 'notOpened';
  }
}
