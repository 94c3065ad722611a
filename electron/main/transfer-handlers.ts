import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { transferCalls } from '../../core/contract/transfer-calls.ts';
import type { ShellContext } from './ipc.ts';
import { chooseTarget } from './record-files.ts';
import type { SettingsService } from './settings.ts';
import type { StoreClient } from './store-client.ts';

export interface TransferServices {
  readonly store: Pick<StoreClient, 'exportRecords'>;
  readonly settings: Pick<SettingsService, 'get'>;
}

/** Records out of the desk: the shell asks where, the backend writes. */
export function transferHandlers({
  store,
  settings,
}: TransferServices): HandlersOf<typeof transferCalls, 'shell', ShellContext> {
  return {
    'export.save': async ({ what }, { sender }) => {
      const extension = what === 'everything' ? 'json' : 'csv';
      const file = await chooseTarget(sender, `resetdesk-${what}.${extension}`, extension);
      if (file === null) return { isStarted: false };
      await store.exportRecords(what, file, settings.get().agentName);
      return { isStarted: true };
    },
  };
}
