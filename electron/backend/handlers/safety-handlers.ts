import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { safetyCalls } from '../../../core/contract/safety-calls.ts';
import { diagnose } from '../store/sqlite/diagnose.ts';
import { rescueDatabase } from '../store/sqlite/open-sqlite-store.ts';
import { describeBackups, rekeyDatabase, restoreBackup } from '../store/sqlite/restore.ts';
import type { Context } from './context.ts';

export const safetyHandlers: HandlersOf<typeof safetyCalls, 'backend', Context> = {
  'safety.getState': (_, { backend }) => {
    const state = backend.maintenance.getState();
    if (state === null) throw new CallError('store_locked', 'The database is not open.');
    return state;
  },
  'safety.backUp': (_, { backend }) => {
    backend.maintenance.backUp('manual');
    return {};
  },
  'safety.check': (_, { backend }) => {
    backend.maintenance.check();
    return {};
  },
  'store.listBackups': async ({ file, ...keys }) => ({ backups: await describeBackups(file, keys) }),
  'store.restore': async ({ file, backup, ...keys }, { backend }) => ({
    aside: await backend.withClosedStore((now) => restoreBackup(file, backup, keys, now)),
  }),
  'store.rescue': ({ file, keyHex }, { backend }) =>
    backend.withClosedStore((now) => rescueDatabase(file, keyHex, now)),
  'store.rekey': async ({ file, keyHex, newKeyHex }, { backend }) => {
    await backend.withClosedStore(() => rekeyDatabase(file, keyHex, newKeyHex));
    return {};
  },
  'store.diagnose': ({ file, keyHex }) => diagnose(file, keyHex),
};
