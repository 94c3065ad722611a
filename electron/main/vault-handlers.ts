import { readFile } from 'node:fs/promises';
import { shell } from 'electron';
import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { AppInfo } from '../../core/contract/shell-records.ts';
import type { vaultCalls } from '../../core/contract/vault-calls.ts';
import type { DeskLock } from './desk-lock.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { ShellContext } from './ipc.ts';
import type { RecoveryKeyMaker } from './recovery-key-maker.ts';
import type { StoreClient } from './store-client.ts';
import type { Vault } from './vault.ts';
import type { VaultRepair } from './vault-repair.ts';

export interface VaultServices {
  readonly info: AppInfo;
  readonly vault: Vault;
  readonly deskLock: DeskLock;
  readonly recoveryKeys: RecoveryKeyMaker;
  readonly repair: VaultRepair;
  readonly store: Pick<StoreClient, 'diagnose'>;
  readonly databaseFile: string;
  readonly backupFolder: string;
  readonly logFile: string;
  readonly dialogs: FileDialogs;
}

const DATABASES = { name: 'ResetDesk', extensions: ['db'] };

/** What the log tells of the last hours; enough for support. */
const LOG_TAIL_CHARACTERS = 20_000;

/** The vault's side of the contract; files are chosen in the system's own dialogs. */
export function vaultHandlers(services: VaultServices): HandlersOf<typeof vaultCalls, 'shell', ShellContext> {
  const { vault, deskLock, recoveryKeys, repair, backupFolder, dialogs } = services;
  return {
    'vault.unlockWithRecoveryKey': ({ recoveryKey }) => vault.unlockWithRecoveryKey(recoveryKey),
    'vault.lock': () => deskLock.lock('agent'),
    'vault.leaveDesk': () => {
      deskLock.hasLeft();
      return {};
    },
    'vault.takeWeakerKey': () => vault.takeWeakerKey(),
    'vault.makeRecoveryKey': ({ currentPassphrase }) => recoveryKeys.make(currentPassphrase),
    'vault.confirmRecoveryKey': async ({ typedGroup }) => ({
      isConfirmed: await recoveryKeys.confirm(typedGroup),
    }),
    'vault.saveRecoveryPage': async ({ page }, { sender }) => ({
      isSaved: await dialogs.saveAs(sender, 'resetdesk-recovery-key.txt', 'txt', page),
    }),
    'vault.changeProtection': ({ choice, currentPassphrase }) =>
      vault.changes.changeProtection(choice, currentPassphrase),
    'vault.makeNewKey': ({ currentPassphrase }) => vault.changes.makeNewKey(currentPassphrase),
    'vault.listBackups': () => repair.listBackups(),
    'vault.restore': ({ name }) => repair.restore(name),
    'vault.restoreFile': async (_, { sender }) => {
      const file = await dialogs.chooseSource(sender, DATABASES, backupFolder);
      return { vault: file === null ? null : await repair.restoreFile(file) };
    },
    'vault.rescue': () => repair.rescue(),
    'vault.retry': () => repair.retry(),
    'vault.saveDiagnostics': async (_, { sender }) => ({
      isSaved: await dialogs.saveAs(
        sender,
        'resetdesk-diagnostics.json',
        'json',
        await diagnostics(services),
      ),
    }),
    'vault.showBackups': async () => {
      await shell.openPath(backupFolder);
      return {};
    },
  };
}

/** For support: versions, sizes, codes and the log, which never has a value in it. No record and no key. */
export async function diagnostics({
  info,
  vault,
  store,
  databaseFile,
  logFile,
}: Omit<VaultServices, 'recoveryKeys' | 'repair' | 'backupFolder' | 'dialogs'>): Promise<string> {
  const state = vault.getState();
  const keyHex = vault.keys()?.database.keyHex ?? null;
  // While the database is open nothing else may look at its file; it is in order then anyway.
  const database = state.state === 'open' ? null : await store.diagnose(databaseFile, keyHex);
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const vaultFacts =
    state.state === 'failed' ? { state: state.state, reason: state.reason } : { state: state.state };
  return JSON.stringify(
    { info, vault: vaultFacts, database, log: log.slice(-LOG_TAIL_CHARACTERS).split('\n') },
    null,
    2,
  );
}
