import { BrowserWindow, dialog, type WebContents } from 'electron';

/** Lets the agent choose where a file goes, in the system's own dialog; null when none was chosen. */
export async function chooseTarget(
  sender: WebContents,
  name: string,
  extension: string,
): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  const options = {
    defaultPath: name,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}
