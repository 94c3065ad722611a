import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { shell, type WebContents } from 'electron';
import type { CallOutput, ParsedInput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import { type MailFile, writeMailFile } from '../../core/mail/eml.ts';
import { payloadFault, resetMailFile } from '../../core/mail/reset-mail.ts';
import { clearFolder } from '../files/private-folder.ts';
import { writeWholeFile } from '../files/write-file.ts';
import type { FileDialogs } from './file-dialogs.ts';

/**
 * Requests and messages as mail files. Those that only the mail program needs lie in a folder of our own, which is emptied at every
 * start and end of the program; a saved one belongs to the agent.
 */
export class MailFiles {
  readonly #folder: string;
  readonly #dialogs: FileDialogs;

  constructor(folder: string, dialogs: FileDialogs) {
    this.#folder = folder;
    this.#dialogs = dialogs;
    this.clear();
  }

  clear(): void {
    clearFolder(this.#folder);
  }

  /** @throws CallError `refused` for a payload that is not whole, or a file that can not be written */
  async make(
    { way, ...mail }: ParsedInput<'mail.makeFile'>,
    sender: WebContents,
  ): Promise<CallOutput<'mail.makeFile'>> {
    if (payloadFault(mail.payload) !== null)
      throw new CallError('refused', 'The text of the code is not whole. Scan the code again.');
    return this.#handOver(way, resetMailFile(mail), 'password-reset', sender);
  }

  /** @throws CallError `refused` for a file that can not be written */
  makeMessage(
    { way, to, subject, body: text }: ParsedInput<'mail.makeMessageFile'>,
    sender: WebContents,
  ): Promise<CallOutput<'mail.makeMessageFile'>> {
    return this.#handOver(way, { to, subject, text, attachments: [] }, 'message', sender);
  }

  async #handOver(
    way: 'open' | 'save',
    mail: MailFile,
    name: string,
    sender: WebContents,
  ): Promise<CallOutput<'mail.makeFile'>> {
    const file = writeMailFile(mail, `rd${randomUUID().replaceAll('-', '')}`);
    if (way === 'open') return { result: await this.#open(file, name) };
    const isSaved = await this.#dialogs.saveAs(sender, `${name}.eml`, 'eml', file);
    return { result: isSaved ? 'saved' : 'cancelled' };
  }

  async #open(file: string, name: string): Promise<'opened' | 'notOpened'> {
    const path = join(this.#folder, `${name}-${randomUUID().slice(0, 8)}.eml`);
    await writeWholeFile(path, file, { makesFolder: true });
    return (await shell.openPath(path)) === '' ? 'opened' : 'notOpened';
  }
}
