import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import { CallError } from '../../core/contract/errors.ts';

/**
 * Lets the agent choose where a file goes, in the system's own dialog; null when none was chosen.
 *
 * @param extension null for a file of any kind
 */
export async function chooseTarget(
  sender: WebContents,
  name: string,
  extension: string | null,
): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  const filters = extension === null ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const options = { defaultPath: name, filters };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

/** Lets the agent choose a table to read; null when none was chosen. */
export async function chooseTable(sender: WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile'],
    filters: [{ name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }],
  };
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}

/**
 * Writes a whole file or none; what had its name before stays until then.
 *
 * @param note is called when the file is written, before it gets its name, so that none goes out unseen
 * @throws CallError `refused` when it can not be written there
 */
export async function writeRecordFile(
  file: string,
  content: string | Uint8Array,
  note: () => Promise<void> = async () => undefined,
): Promise<void> {
  const part = `${file}.resetdesk-part`;
  const refused = () =>
    new CallError('refused', 'The file could not be written. Choose another folder, or make room.');
  try {
    // Readable by this user only, until it is handed out.
    await writeFile(part, content, { mode: 0o600, flush: true }).catch(() => {
      throw refused();
    });
    await note();
    await rename(part, file).catch(() => {
      throw refused();
    });
  } finally {
    await rm(part, { force: true });
  }
}
