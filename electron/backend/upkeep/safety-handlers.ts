import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { safetyCalls } from '../../../core/contract/safety-calls.ts';
import { diagnose } from '../store/sqlite/diagnose.ts';
import { leaseFileOf, readHolder } from '../store/sqlite/lease-file.ts';
import { rescueDatabase } from '../store/sqlite/open-sqlite-store.ts';
import { describeBackups, rekeyDatabase, restoreBackup } from '../store/sqlite/restore.ts';
import type { Context } from '../work/call-context.ts';
import { logAtDesk } from '../work/desk-log.ts';
import { acceptRecords } from './evidence.ts';
import type { Maintenance } from './maintenance.ts';

type SafetyContext = Context<{
  readonly maintenance: Maintenance;
  /** Closes the database for work that needs its file alone; it is to be opened again afterwards. */
  readonly withClosedStore: <Result>(work: (now: number) => Promise<Result>) => Promise<Result>;
}>;

export const safetyHandlers: HandlersOf<typeof safetyCalls, 'backend', SafetyContext> = {
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
  'safety.acceptRecords': (_, context) =>
    context.backend.perform(context, async (work) => {
      await acceptRecords(work);
      context.backend.maintenance.check();
      return {};
    }),
  'store.restore': async ({ file, backup, actor, ...keys }, { backend }) => ({
    aside: await backend.withClosedStore((at) => restoreBackup(file, backup, keys, { at, actor })),
  }),
  'store.rescue': ({ file, keyHex, actor }, { backend }) =>
    backend.withClosedStore((at) => rescueDatabase(file, keyHex, { at, actor })),
  'store.rekey': async ({ file, keyHex, newKeyHex }, { backend }) => {
    await backend.withClosedStore(() => rekeyDatabase(file, keyHex, newKeyHex));
    return {};
  },
  'store.whoHolds': ({ file }) => {
    const holder = readHolder(leaseFileOf(file));
    return {
      holder: holder === null || holder === 'unclear' ? null : { host: holder.host, since: holder.since },
    };
  },
  'store.rekeyBackups': ({ formerKeys }, { backend }) => {
    backend.maintenance.rekeyBackups(formerKeys);
    return {};
  },
  'store.noteKeyAct': ({ act, actor }, context) =>
    context.backend.perform({ ...context, actor }, async (work) => {
      await logAtDesk(work, act);
      return {};
    }),
  'store.noteUpdate': ({ entry, actor }, context) =>
    context.backend.perform({ ...context, actor }, async (work) => {
      await logAtDesk(work, entry);
      return {};
    }),
  'store.diagnose': ({ file, keyHex }) => diagnose(file, keyHex),
};
