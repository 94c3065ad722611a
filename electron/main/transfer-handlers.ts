import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { transferCalls } from '../../core/contract/transfer-calls.ts';
import { writeWholeFile } from '../files/write-file.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { ShellContext } from './ipc.ts';
import type { SettingsService } from './settings.ts';
import type { StoreClient } from './store-client.ts';

export interface TransferServices {
  readonly store: Pick<StoreClient, 'exportRecords' | 'makeTable' | 'readImport' | 'readProblems'>;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly dialogs: FileDialogs;
}

const TABLES = { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] };

/** Records out of the desk and into it: the shell asks where, the backend writes and reads. */
export function transferHandlers({
  store,
  settings,
  dialogs,
}: TransferServices): HandlersOf<typeof transferCalls, 'shell', ShellContext> {
  return {
    'export.save': async ({ what }, { sender }) => {
      const extension = what === 'everything' ? 'json' : 'csv';
      const file = await dialogs.chooseTarget(sender, `resetdesk-${what}.${extension}`, extension);
      if (file === null) return { isStarted: false };
      await store.exportRecords(what, file, settings.get().agentName);
      return { isStarted: true };
    },
    'export.saveTable': async ({ name, rows }, { sender }) => {
      const file = await dialogs.chooseTarget(sender, `resetdesk-${name}.csv`, 'csv');
      if (file === null) return { isSaved: false };
      await writeWholeFile(file, (await store.makeTable({ rows })).table);
      return { isSaved: true };
    },
    'import.choose': async (_, { sender }) => {
      const file = await dialogs.chooseSource(sender, TABLES);
      return { chosen: file === null ? null : await store.readImport(file) };
    },
    'import.saveProblems': async (input, { sender }) => {
      const file = await dialogs.chooseTarget(sender, 'resetdesk-refused-rows.csv', 'csv');
      if (file === null) return { isSaved: false };
      await writeWholeFile(file, (await store.readProblems(input)).table);
      return { isSaved: true };
    },
  };
}
