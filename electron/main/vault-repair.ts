import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallOutput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import type { VaultState } from '../../core/contract/shell-records.ts';
import type { Log } from './log-entry.ts';
import type { StoreClient } from './store-client.ts';
import type { Vault } from './vault.ts';

export interface RepairPorts {
  readonly vault: Vault;
  readonly store: Pick<StoreClient, 'listBackups' | 'restore' | 'rescue' | 'diagnose'>;
  readonly databaseFile: string;
  readonly backupFolder: string;
  readonly log: Log;
  /** The agent's name. */
  readonly actor: () => string;
}

/** Puts other records in the place of the present ones: a backup, or what can be read of damaged ones. Nothing is deleted. */
export class VaultRepair {
  readonly #ports: RepairPorts;

  constructor(ports: RepairPorts) {
    this.#ports = ports;
  }

  async listBackups(): Promise<CallOutput<'vault.listBackups'>> {
    const { database, formerKeys } = this.#keys();
    const { backups } = await this.#ports.store.listBackups(database, formerKeys);
    return { backups, lastWrittenAt: this.#lastWrittenAt() };
  }

  /** @param name a file in the backup folder */
  restore(name: string): Promise<VaultState> {
    return this.restoreFile(join(this.#ports.backupFolder, name));
  }

  /** @param backup the path of a database file */
  restoreFile(backup: string): Promise<VaultState> {
    const { vault, store, log, actor } = this.#ports;
    return this.#exchange(async () => {
      const { database, formerKeys } = this.#keys();
      const { aside } = await store.restore(database, formerKeys, backup, actor());
      vault.noteRepair({ kind: 'restored', aside });
      log.info('records restored');
    });
  }

  rescue(): Promise<VaultState> {
    const { vault, store, log, actor } = this.#ports;
    return this.#exchange(async () => {
      const { database } = this.#keys();
      vault.noteRepair({ kind: 'rescued', ...(await store.rescue(database, actor())) });
      log.info('records rescued');
    });
  }

  retry(): Promise<VaultState> {
    const { vault } = this.#ports;
    return vault.alone(() => vault.tryAgain());
  }

  /** Whatever happens, the database is opened again afterwards: the new one, or the one that was there. */
  #exchange(work: () => Promise<void>): Promise<VaultState> {
    const { vault } = this.#ports;
    return vault.alone(async () => {
      try {
        await work();
      } catch (error) {
        await vault.reopen();
        throw error;
      }
      return await vault.reopen();
    });
  }

  #keys() {
    const keys = this.#ports.vault.keys();
    if (keys === null) throw new CallError('store_locked', 'The key of the database is not known.');
    return keys;
  }

  #lastWrittenAt(): number | null {
    const { databaseFile } = this.#ports;
    const times = [databaseFile, `${databaseFile}-wal`].flatMap((file) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [stats.mtimeMs];
    });
    return times.length === 0 ? null : Math.max(...times);
  }
}
