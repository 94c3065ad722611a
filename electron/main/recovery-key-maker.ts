import { randomBytes, randomInt } from 'node:crypto';
import type { CallOutput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import {
  formatRecoveryKey,
  normalizeRecoveryText,
  RECOVERY_GROUPS,
  RECOVERY_SECRET_BYTES,
} from '../../core/recovery-key.ts';
import { makeRecoverySlot, type RecoverySlot } from './key-record.ts';
import type { Vault } from './vault.ts';

interface Pending {
  readonly slot: RecoverySlot;
  readonly group: string;
}

/** Makes recovery keys. One counts only after the agent has typed a part of it from the paper. */
export class RecoveryKeyMaker {
  readonly #vault: Pick<Vault, 'openKey' | 'keepRecovery'>;
  readonly #clock: () => number;
  #pending: Pending | null = null;

  constructor(vault: Pick<Vault, 'openKey' | 'keepRecovery'>, clock: () => number) {
    this.#vault = vault;
    this.#clock = clock;
  }

  async make(): Promise<CallOutput<'vault.makeRecoveryKey'>> {
    const secret = randomBytes(RECOVERY_SECRET_BYTES);
    const madeAt = this.#clock();
    const recoveryKey = formatRecoveryKey(secret);
    const groups = recoveryKey.split('-');
    const asked = randomInt(RECOVERY_GROUPS);
    const slot = await makeRecoverySlot(this.#vault.openKey(), secret, madeAt);
    this.#pending = { slot, group: groups[asked] ?? '' };
    return { recoveryKey, madeAt, askedGroup: asked + 1 };
  }

  /** @throws CallError `refused` when none was made, or the database has another key by now */
  confirm(typedGroup: string): boolean {
    if (this.#pending === null) throw new CallError('refused', 'Make a recovery key first.');
    if (normalizeRecoveryText(typedGroup) !== this.#pending.group) return false;
    this.#vault.keepRecovery(this.#pending.slot);
    this.#pending = null;
    return true;
  }
}
