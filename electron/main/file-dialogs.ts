import { BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, type WebContents } from 'electron';
import { CallError } from '../../core/contract/errors.ts';
import { writeWholeFile } from '../files/write-file.ts';

/**
 * The system's own dialogs in which the agent chooses files. No program can close one, so it may stand before a locked desk; what is
 * chosen there then is not taken, whoever opened the desk again meanwhile.
 */
export class FileDialogs {
  readonly #opening: () => number | null;

  /** @param opening see {@link DeskLock.opening} */
  constructor(opening: () => number | null) {
    this.#opening = opening;
  }

  /**
   * Where a file goes; null when no place was chosen.
   *
   * @param extension null for a file of any kind
   * @throws CallError `store_locked` when the desk was locked meanwhile
   */
  async chooseTarget(sender: WebContents, name: string, extension: string | null): Promise<string | null> {
    const filters = extension === null ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
    const options = { defaultPath: name, filters };
    const { canceled, filePath } = await this.#answer(sender, (window) =>
      window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options),
    );
    return canceled || filePath === '' ? null : filePath;
  }

  /**
   * A file to read; null when none was chosen.
   *
   * @param folder where the agent begins to look; null for where the system does
   * @throws CallError `store_locked` when the desk was locked meanwhile
   */
  async chooseSource(
    sender: WebContents,
    filter: FileFilter,
    folder: string | null = null,
  ): Promise<string | null> {
    const options: OpenDialogOptions = {
      ...(folder === null ? {} : { defaultPath: folder }),
      properties: ['openFile'],
      filters: [filter],
    };
    const { filePaths } = await this.#answer(sender, (window) =>
      window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options),
    );
    return filePaths[0] ?? null;
  }

  /**
   * Lets the agent choose where a file goes and writes it there; answers false when no place was chosen.
   *
   * @throws CallError `store_locked` when the desk was locked meanwhile, `refused` for a file that can not be written
   */
  async saveAs(
    sender: WebContents,
    name: string,
    extension: string | null,
    content: string | Uint8Array,
  ): Promise<boolean> {
    const file = await this.chooseTarget(sender, name, extension);
    if (file === null) return false;
    await writeWholeFile(file, content);
    return true;
  }

  async #answer<Answer>(
    sender: WebContents,
    ask: (window: BrowserWindow | null) => Promise<Answer>,
  ): Promise<Answer> {
    const opening = this.#opening();
    if (opening === null) throw lockedMeanwhile();
    const answer = await ask(BrowserWindow.fromWebContents(sender));
    if (this.#opening() !== opening) throw lockedMeanwhile();
    return answer;
  }
}

function lockedMeanwhile(): CallError {
  return new CallError('store_locked', 'The desk was locked meanwhile.');
}
