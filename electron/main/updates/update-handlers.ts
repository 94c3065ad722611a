import { shell } from 'electron';
import type { Handlers } from '../../../core/contract/dispatch.ts';
import type { ShellContext } from '../ipc.ts';
import type { Updates } from './updates.ts';

type UpdateCall = 'update.getState' | 'update.look' | 'update.fetch' | 'update.showFile';

export function updateHandlers({
  updates,
}: {
  readonly updates: Updates;
}): Pick<Handlers<'shell', ShellContext>, UpdateCall> {
  return {
    'update.getState': () => updates.getState(),
    'update.look': () => updates.look(),
    'update.fetch': () => updates.fetch(),
    'update.showFile': () => {
      if (updates.file !== null) shell.showItemInFolder(updates.file);
      return {};
    },
  };
}
