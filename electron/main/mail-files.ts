import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { shell, type WebContents } from 'electron';
import type { CallOutput, ParsedInput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import { writeMailFile } from '../../core/mail/eml.ts';
import { payloadFault, resetMailFile } from '../../core/mail/reset-mail.ts';
import { writeWholeFile } from '../files/write-file.ts';
import { saveAs } from './record-files.ts';

/**
 * Requests as mail files. Those that only the mail program needs lie in a folder of our own, which is emptied at every
 * start and end of the program; a saved one belongs to the agent.
 */
export class MailFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.clear();
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @throws CallError `refused` for a payload that is not whole, or a file that can not be written */
  async make(
    { way, ...mail }: ParsedInput<'mail.makeFile'>,
    sender: WebContents,
  ): Promise<CallOutput<'mail.makeFile'>> {
    if (payloadFault(mail.payload) !== null)
      throw new CallError('refused', 'The text of the code is not whole. Scan the code again.');
    const file = writeMailFile(resetMailFile(mail), `rd${randomUUID().replaceAll('-', '')}`);
    if (way === 'open') return { result: await this.#open(file) };
    const isSaved = await saveAs(sender, 'password-reset.eml', 'eml', file);
    return { result: isSaved ? 'saved' : 'cancelled' };
  }

  async #open(file: string): Promise<'opened' | 'notOpened'> {
    const path = join(this.#folder, `password-reset-${randomUUID().slice(0, 8)}.eml`);
    await writeWholeFile(path, file, { makesFolder: true });
    return (await shell.openPath(path)) === '' ? 'opened' : 'notOpened';
  }
}
