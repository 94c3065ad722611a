import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { CallOutput, ParsedInput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import { writeMailFile } from '../../core/mail/eml.ts';
import { payloadFault, resetMailFile } from '../../core/mail/reset-mail.ts';

/** Readable by this user only: it holds a request. */
const FILE_MODE = 0o600;

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

  /** @throws CallError `refused` for a payload that is not whole */
  async make(
    { way, ...mail }: ParsedInput<'mail.makeFile'>,
    over: BrowserWindow | null,
  ): Promise<CallOutput<'mail.makeFile'>> {
    if (payloadFault(mail.payload) !== null)
      throw new CallError('refused', 'The text of the code is not whole. Scan the code again.');
    const file = writeMailFile(resetMailFile(mail), `rd${randomUUID().replaceAll('-', '')}`);
    return { result: way === 'open' ? await this.#open(file) : await save(file, over) };
  }

  async #open(file: string): Promise<'opened' | 'notOpened'> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `password-reset-${randomUUID().slice(0, 8)}.eml`);
    await writeFile(path, file, { mode: FILE_MODE });
    return (await shell.openPath(path)) === '' ? 'opened' : 'notOpened';
  }
}

async function save(file: string, over: BrowserWindow | null): Promise<'saved' | 'cancelled'> {
  const options = {
    defaultPath: 'password-reset.eml',
    filters: [{ name: 'E-mail', extensions: ['eml'] }],
  };
  const chosen =
    over === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
  if (chosen.canceled || chosen.filePath === '') return 'cancelled';
  await writeFile(chosen.filePath, file, { mode: FILE_MODE });
  return 'saved';
}
