import { randomBytes, randomInt } from 'node:crypto';
import type { CallOutput } from '../../core/contract/contract.ts';
import { CallError } from '../../core/contract/errors.ts';
import {
  formatRecoveryKey,
  normalizeRecoveryText,
  RECOVERY_GROUPS,
  RECOVERY_SECRET_BYTES,
} from '../../core/recovery-key.ts';
import type { KeyChanges } from './key-changes.ts';
import { makeRecoverySlot, type RecoverySlot } from './key-record.ts';

interface Pending {
  readonly slot: RecoverySlot;
  readonly group: string;
}

/** Makes recovery keys. One counts only after the agent has typed a part of it from the paper. */
export class RecoveryKeyMaker {
  readonly #keys: Pick<KeyChanges, 'confirmedKey' | 'keepRecovery'>;
  readonly #clock: () => number;
  #pending: Pending | null = null;

  constructor(keys: Pick<KeyChanges, 'confirmedKey' | 'keepRecovery'>, clock: () => number) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** @throws CallError `wrong_passphrase`, `refused`; none is made then */
  async make(currentPassphrase: string | null): Promise<CallOutput<'vault.makeRecoveryKey'>> {
    const key = await this.#keys.confirmedKey(currentPassphrase);
    const secret = randomBytes(RECOVERY_SECRET_BYTES);
    const madeAt = this.#clock();
    const recoveryKey = formatRecoveryKey(secret);
    const groups = recoveryKey.split('-');
    const asked = randomInt(RECOVERY_GROUPS);
    const slot = await makeRecoverySlot(key, secret, madeAt);
    this.#pending = { slot, group: groups[asked] ?? '' };
    return { recoveryKey, madeAt, askedGroup: asked + 1 };
  }

  /** @throws CallError `refused` when none was made, or the database has another key by now */
  async confirm(typedGroup: string): Promise<boolean> {
    if (this.#pending === null) throw new CallError('refused', 'Make a recovery key first.');
    if (normalizeRecoveryText(typedGroup) !== this.#pending.group) return false;
    await this.#keys.keepRecovery(this.#pending.slot);
    this.#pending = null;
    return true;
  }

  /** The desk is locked: one that was shown and not confirmed never counts. */
  forget(): void {
    this.#pending = null;
  }
}
