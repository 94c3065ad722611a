import { randomBytes } from 'node:crypto';
import { CallError } from '../../core/contract/errors.ts';
import type { NewProtection, ProtectionChange, VaultState } from '../../core/contract/shell-records.ts';
import type { KeyAct } from '../../core/desk-log/desk-entry.ts';
import { failureOf, type KeyHolder, type Session } from './key-holder.ts';
import { protect } from './key-protection.ts';
import { KEY_BYTES, type KeyRecord, type ProtectedKey, type RecoverySlot } from './key-record.ts';
import { withNextKey } from './key-succession.ts';
import type { PassphraseTries } from './passphrase-tries.ts';
import { isWeaker } from './protection-mark.ts';

/**
 * Whatever makes, shows or changes a key of the open desk. Each asks first whether the present key is the agent's own, and
 * each is in the desk's log.
 */
export class KeyChanges {
  readonly #holder: KeyHolder;
  readonly #tries: PassphraseTries;

  constructor(holder: KeyHolder, tries: PassphraseTries) {
    this.#holder = holder;
    this.#tries = tries;
  }

  /**
   * Keeps the key in another way. Where it is protected then, the database gets another key with it: a copy of the former
   * key record opens nothing.
   *
   * @throws CallError `wrong_passphrase` for the present one, `refused`; the key is kept as before then
   */
  changeProtection(choice: NewProtection, currentPassphrase: string | null): Promise<VaultState> {
    return this.#holder.alone(async () => {
      const session = this.#holder.openSession();
      const { key, record, isRecovered } = session;
      if (!isRecovered) await this.#confirm(record, currentPassphrase);
      const lastChange = { at: this.#holder.ports.clock(), wasRecovered: isRecovered };
      const from = record?.protection ?? 'none';
      const act: KeyAct = { type: 'protectionChanged', from, to: choice.protection };
      if (choice.protection !== 'unprotected' && record !== null && !isRecovered)
        return await this.#renew(record, choice, lastChange, act);
      const kept = await this.#keptAnew(session, choice, lastChange);
      if (choice.protection !== 'unprotected') return await this.#renew(kept, choice, lastChange, act);
      await this.#holder.ports.note(act);
      this.#rememberLess(kept, record);
      this.#holder.take({ key, record: kept, isRecovered: false });
      return this.#holder.showOpen();
    });
  }

  /** Gives the database another key, kept as the present one. */
  makeNewKey(currentPassphrase: string | null): Promise<VaultState> {
    return this.#holder.alone(async () => {
      const { record } = this.#holder.openSession();
      if (record === null) throw new CallError('refused', 'Choose first how the key is kept.');
      await this.#confirm(record, currentPassphrase);
      const choice = choiceOf(record, currentPassphrase);
      return await this.#renew(record, choice, record.lastChange, { type: 'keyRenewed' });
    });
  }

  /**
   * The key of the open database, for what makes another way to it.
   *
   * @throws CallError `wrong_passphrase`, or `refused` when the agent does not confirm it to the computer
   */
  confirmedKey(currentPassphrase: string | null): Promise<Buffer> {
    return this.#holder.alone(async () => {
      const { key, record } = this.#holder.openSession();
      await this.#confirm(record, currentPassphrase);
      return key;
    });
  }

  /** A recovery key that the agent has on paper; the former one ends with it. */
  keepRecovery(slot: RecoverySlot): Promise<VaultState> {
    return this.#holder.alone(async () => {
      const session = this.#holder.openSession();
      if (session.record === null) throw new CallError('refused', 'Choose first how the key is kept.');
      if (session.record.keyId !== slot.keyId) throw new CallError('refused', 'Make a recovery key first.');
      await this.#holder.ports.note({ type: 'recoveryKeyMade' });
      this.#holder.ports.recoveryFiles.write(slot);
      this.#holder.take({ ...session, record: { ...session.record, recovery: slot } });
      return this.#holder.showOpen();
    });
  }

  /**
   * The next key is on disk, sealed by the present one, before the database changes; so whichever key it has after a crash
   * is found.
   */
  async #renew(
    record: KeyRecord,
    choice: NewProtection,
    lastChange: ProtectionChange | null,
    act: KeyAct,
  ): Promise<VaultState> {
    const { keyring, records, store } = this.#holder.ports;
    const { key, isRecovered } = this.#holder.openSession();
    const next = randomBytes(KEY_BYTES);
    const kept = await protect(next, choice, keyring);
    const prepared = withNextKey(record, key, next, kept, lastChange);
    records.write(prepared);
    this.#rememberLess(kept, record);
    const rekeyed = store.rekey(this.#holder.fileWith(key), next.toString('hex'));
    const failure = await failureOf(rekeyed);
    const session = { key, record: prepared, isRecovered };
    const state = await this.#holder.open(session, failure === null ? act : null);
    if (failure !== null) throw failure;
    await store.backUp();
    return state;
  }

  /** Before the record says so: a crash between the two must not look like a record that somebody has put in its place. */
  #rememberLess(next: ProtectedKey, present: ProtectedKey | null): void {
    if (present !== null && isWeaker(next.protection, present.protection))
      this.#holder.ports.mark.remember(next.protection);
  }

  /** The present key, kept in another way. */
  async #keptAnew(
    { key, record }: Session,
    choice: NewProtection,
    lastChange: ProtectionChange,
  ): Promise<KeyRecord> {
    const kept = await protect(key, choice, this.#holder.ports.keyring);
    const ofKey = this.#holder.recoverySlots().find(({ keyId }) => keyId === kept.keyId);
    return {
      ...kept,
      hasDatabase: true,
      recovery: record?.recovery ?? ofKey ?? null,
      nextKey: null,
      formerKeys: record?.formerKeys ?? [],
      lastChange,
    };
  }

  /** As well as the protection lets it: an unprotected key is anybody's. */
  async #confirm(record: KeyRecord | null, passphrase: string | null): Promise<void> {
    if (record?.protection === 'passphrase') (await this.#tries.unwrap(record, passphrase)).fill(0);
    else if (record?.protection === 'keyring' && !(await this.#holder.ports.presence.confirm()))
      throw new CallError('refused', 'This computer did not confirm that it is you.');
  }
}

function choiceOf(record: KeyRecord, passphrase: string | null): NewProtection {
  return record.protection === 'passphrase'
    ? { protection: 'passphrase', passphrase: passphrase ?? '' }
    : { protection: record.protection };
}
