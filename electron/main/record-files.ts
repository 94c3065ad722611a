import { BrowserWindow, dialog, type WebContents } from 'electron';
import { writeWholeFile } from '../files/write-file.ts';

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

/** Lets the agent choose where a file goes and writes it there; answers false when no place was chosen. */
export async function saveAs(
  sender: WebContents,
  name: string,
  extension: string | null,
  content: string | Uint8Array,
): Promise<boolean> {
  const file = await chooseTarget(sender, name, extension);
  if (file === null) return false;
  await writeWholeFile(file, content);
  return true;
}
