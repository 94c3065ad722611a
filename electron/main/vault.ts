import { randomBytes } from 'node:crypto';
import { CallError } from '../../core/contract/errors.ts';
import type {
  LockCause,
  NewProtection,
  Protection,
  Repair,
  VaultFailure,
  VaultState,
} from '../../core/contract/shell-records.ts';
import type { KeyAct } from '../../core/desk-log/desk-entry.ts';
import { parseRecoveryKey } from '../../core/recovery-key.ts';
import { KeyChanges } from './key-changes.ts';
import { KeyHolder, protectionOf, type VaultPorts } from './key-holder.ts';
import { protect, unwrapWithoutAgent } from './key-protection.ts';
import { KEY_BYTES, type KeyRecord, openRecoverySlot } from './key-record.ts';
import { openFormerKeys } from './key-succession.ts';
import { PassphraseTries } from './passphrase-tries.ts';
import { isWeaker } from './protection-mark.ts';
import type { KeyedFile } from './store-client.ts';

/** The key of the database: makes it, opens the database with it, and locks it up. Never replaces a key or a database unasked. */
export class Vault {
  readonly #holder: KeyHolder;
  readonly #tries: PassphraseTries;
  /** What makes, shows or changes a key. */
  readonly changes: KeyChanges;

  constructor(ports: VaultPorts) {
    this.#holder = new KeyHolder(ports);
    this.#tries = new PassphraseTries(ports.wait);
    this.changes = new KeyChanges(this.#holder, this.#tries);
  }

  getState(): VaultState {
    return this.#holder.getState();
  }

  /** How the key in memory is kept on disk, also where it does not open the database just now; null while there is none. */
  keptBy(): Protection | null {
    const { session } = this.#holder;
    return session === null ? null : protectionOf(session);
  }

  /** Opens the database if that needs nothing of the agent. */
  async start(): Promise<void> {
    const record = this.#holder.ports.records.read();
    await this.#holder.ports.keyring.look(false);
    this.#holder.lookAgain();
    if (record !== null && record.protection !== 'passphrase') await this.#openWithoutAgent(record);
  }

  /** @throws CallError `refused` unless the vault is new and the key comes back; nothing is written then. */
  create(choice: NewProtection): Promise<VaultState> {
    return this.alone(async () => {
      if (this.getState().state !== 'new')
        throw new CallError('refused', 'There is a database or a key on this computer already.');
      const { keyring, records, mark } = this.#holder.ports;
      const key = randomBytes(KEY_BYTES);
      const kept = await protect(key, choice, keyring);
      const rest = { hasDatabase: false, recovery: null, nextKey: null, formerKeys: [], lastChange: null };
      const record = { ...kept, ...rest };
      records.write(record);
      mark.remember(record.protection);
      return await this.#holder.open({ key, record, isRecovered: false });
    });
  }

  /**
   * @param passphrase null where none protects the desk
   * @throws CallError `wrong_passphrase`, or `refused` unless it is locked
   */
  unlock(passphrase: string | null): Promise<VaultState> {
    return this.alone(async () => {
      const record = this.#holder.ports.records.readAnew();
      if (this.getState().state !== 'locked' || record === null)
        throw new CallError('refused', 'The database is not locked.');
      if (record.protection !== 'passphrase') return await this.#openWithoutAgent(record);
      const key = await this.#tries.unwrap(record, passphrase);
      return await this.#holder.open({ key, record, isRecovered: false });
    });
  }

  /** @throws CallError `refused` for a typo, for a key of other records, and while the records are open */
  unlockWithRecoveryKey(text: string): Promise<VaultState> {
    return this.alone(async () => {
      if (this.#holder.session !== null || this.getState().state === 'new')
        throw new CallError('refused', 'A recovery key is not what is missing.');
      const parsed = parseRecoveryKey(text);
      if (!parsed.ok) throw new CallError('refused', 'There is a typo in the recovery key.');
      const { key, keyId } = await this.#tries.take(
        () => this.#openSlot(parsed.secret),
        () => new CallError('refused', 'This recovery key does not belong to these records.'),
      );
      const record = this.#holder.ports.records.read();
      const session = { key, record: record?.keyId === keyId ? record : null, isRecovered: true };
      return await this.#holder.open(session, { type: 'recoveryKeyUsed' });
    });
  }

  /** What is under way with the key is done; a guess that waits its turn is not. */
  async settle(): Promise<void> {
    this.#tries.endWaiting();
    await this.#holder.settle();
  }

  /**
   * Forgets the key and lets the database be closed. What is under way with the key, such as giving the database another
   * one, is done first; a guess that waits its turn is not.
   */
  async lock(by: LockCause): Promise<VaultState> {
    if (this.#holder.session !== null) this.#tries.endWaiting();
    await this.#holder.settle();
    return this.#holder.session === null ? this.getState() : this.#holder.shut(by);
  }

  /** A key that protects less than this computer remembers is taken all the same; the log says so. */
  takeWeakerKey(): Promise<VaultState> {
    return this.alone(async () => {
      const { records, mark } = this.#holder.ports;
      const state = this.getState();
      const record = records.read();
      const remembered = mark.read();
      if (state.state !== 'failed' || state.reason !== 'weakerKey' || record === null || remembered === null)
        throw new CallError('refused', 'The key is protected as this computer remembers it.');
      return await this.#openWith(record, { type: 'weakerKeyTaken', remembered, found: record.protection });
    });
  }

  /**
   * After the backend was started again, or the file was repaired: opens the database with the key in memory, if there is one.
   * Where another computer has given it another key meanwhile, the one in memory is of no use: the desk is locked, and asks.
   */
  async reopen(): Promise<VaultState> {
    const { session, ports } = this.#holder;
    if (session === null) return this.getState();
    const state = await this.#holder.open(session);
    const isOld = session.record !== null && ports.records.readAnew()?.keyId !== session.record.keyId;
    if (state.state === 'failed' && state.reason === 'wrongKey' && isOld) return this.#holder.shut(null);
    return state;
  }

  /** What was in the way may be gone: the file with the key is back, the keyring is unlocked, or its user can be asked. */
  async tryAgain(): Promise<VaultState> {
    const { records, keyring } = this.#holder.ports;
    if (this.#holder.session !== null) return await this.reopen();
    const record = records.readAnew();
    if (record?.protection === 'keyring') await keyring.look(true);
    if (record === null || record.protection === 'passphrase') return this.#holder.lookAgain();
    return await this.#openWithoutAgent(record);
  }

  /** What opens the present records and older backups; null while no key is in memory. */
  keys(): { readonly database: KeyedFile; readonly formerKeys: readonly string[] } | null {
    const { session } = this.#holder;
    if (session === null) return null;
    const { key, record } = session;
    const former = record === null ? [] : openFormerKeys(record, key);
    return {
      database: this.#holder.fileWith(key),
      formerKeys: former.map((one) => one.key.toString('hex')),
    };
  }

  noteRepair(repair: Repair): void {
    this.#holder.noteRepair(repair);
  }

  /** @throws CallError `refused` while another task runs: a second click must not make a second key */
  alone<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.#holder.alone(task);
  }

  async #openWithoutAgent(record: KeyRecord): Promise<VaultState> {
    const remembered = this.#holder.ports.mark.read();
    if (remembered !== null && isWeaker(record.protection, remembered)) return this.#holder.fail('weakerKey');
    return await this.#openWith(record, null);
  }

  async #openWith(record: KeyRecord, act: KeyAct | null): Promise<VaultState> {
    const key = unwrapWithoutAgent(record, this.#holder.ports.keyring);
    if (key === null) return this.#holder.fail(this.#whyNoKey(record));
    return await this.#holder.open({ key, record, isRecovered: false }, act);
  }

  #whyNoKey(record: KeyRecord): VaultFailure {
    const { keyring } = this.#holder.ports;
    if (record.protection !== 'keyring') return 'keyMissing';
    if (record.keyringName !== keyring.name || !keyring.isAvailable) return 'keyringChanged';
    return keyring.isLocked ? 'keyringLocked' : 'keyringForgot';
  }

  async #openSlot(secret: Uint8Array): Promise<{ readonly key: Buffer; readonly keyId: string } | null> {
    for (const slot of this.#holder.recoverySlots()) {
      const key = await openRecoverySlot(slot, secret);
      if (key !== null) return { key, keyId: slot.keyId };
    }
    return null;
  }
}
