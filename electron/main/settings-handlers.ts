import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { settingsCalls } from '../../core/contract/settings-calls.ts';
import type { VaultState } from '../../core/contract/shell-records.ts';
import {
  readSettingsFile,
  SETTINGS_FILE_MAX_BYTES,
  settingsFileText,
} from '../../core/settings/settings-file.ts';
import { readOrdinaryFile } from '../files/read-file.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { ShellContext } from './ipc.ts';
import type { SettingsService } from './settings.ts';

export interface SettingsFileServices {
  readonly settings: SettingsService;
  readonly dialogs: FileDialogs;
  readonly vault: { getState(): VaultState };
}

/** The settings out of this computer and into it. */
export function settingsHandlers({
  settings,
  dialogs,
  vault,
}: SettingsFileServices): HandlersOf<typeof settingsCalls, 'shell', ShellContext> {
  return {
    'settings.exportFile': async (_input, { sender }) => ({
      isSaved: await dialogs.saveAs(
        sender,
        'resetdesk-settings.json',
        'json',
        settingsFileText(settings.get()),
      ),
    }),
    'settings.importFile': async (_input, { sender }) => {
      const file = await dialogs.chooseSource(sender, { name: 'JSON', extensions: ['json'] });
      if (file === null) return { report: null };
      const bytes = await readOrdinaryFile(file, SETTINGS_FILE_MAX_BYTES);
      if (typeof bytes === 'string') {
        return { report: { result: 'refused', why: bytes === 'tooLarge' ? 'tooLarge' : 'unreadable' } };
      }
      const open = vault.getState();
      const protection = open.state === 'open' ? open.protection : 'passphrase';
      const read = readSettingsFile(new TextDecoder().decode(bytes), settings.get(), protection);
      if (read === null) return { report: { result: 'refused', why: 'foreign' } };
      settings.update(read.change);
      const leftOut = read.leftOut.slice(0, LEFT_OUT_MAX).map((name) => name.slice(0, NAME_MAX_LENGTH));
      return { report: { result: 'taken', taken: [...read.taken], kept: [...read.kept], leftOut } };
    },
  };
}

/** More than these of a foreign file tell the agent nothing. */
const LEFT_OUT_MAX = 50;
const NAME_MAX_LENGTH = 100;
