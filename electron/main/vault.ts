import { randomBytes } from 'node:crypto';
import { CallError, storeFailureOf } from '../../core/contract/errors.ts';
import type { HolderFacts } from '../../core/contract/safety-calls.ts';
import type { NewProtection, Repair, VaultFailure, VaultState } from '../../core/contract/shell-records.ts';
import { parseRecoveryKey } from '../../core/recovery-key.ts';
import { protect, unwrapTyped, unwrapWithoutAgent } from './key-protection.ts';
import { KEY_BYTES, type KeyRecord, openRecoverySlot, type RecoverySlot } from './key-record.ts';
import { findNextKey, openFormerKeys, succeed, withNextKey, withoutNextKey } from './key-succession.ts';
import type { Keyring } from './keyring.ts';
import type { LocalStore } from './local-store.ts';
import type { RecoveryFiles } from './recovery-files.ts';
import type { KeyedFile, StoreClient } from './store-client.ts';

export interface VaultPorts {
  readonly records: LocalStore<KeyRecord>;
  readonly recoveryFiles: RecoveryFiles;
  readonly keyring: Keyring;
  readonly databaseFile: string;
  /** Also true while the file is being exchanged. */
  readonly databaseExists: () => boolean;
  /** There are backups, so this computer has had records even if everything else is gone. */
  readonly hasBackups: () => boolean;
  readonly store: Pick<StoreClient, 'open' | 'rekey' | 'backUp' | 'whoHolds'>;
  readonly onChange: (state: VaultState) => void;
}

/** The key in memory. `record` is null while a recovery key has opened records whose key file is gone. */
interface Session {
  readonly key: Buffer;
  readonly record: KeyRecord | null;
  readonly isRecovered: boolean;
}

/** The key of the database: makes it, keeps it, opens the database with it. Never replaces a key or a database unasked. */
export class Vault {
  readonly #ports: VaultPorts;
  #state: VaultState;
  #session: Session | null = null;
  #repair: Repair | null = null;
  #isBusy = false;

  constructor(ports: VaultPorts) {
    this.#ports = ports;
    this.#state = this.#initialState();
  }

  getState(): VaultState {
    return this.#state;
  }

  /** Opens the database if that needs nothing of the agent. */
  async start(): Promise<void> {
    const { records, keyring } = this.#ports;
    const record = records.read();
    if (record === null || record.protection === 'passphrase') return;
    const key = unwrapWithoutAgent(record, keyring);
    if (key !== null) await this.#open({ key, record, isRecovered: false });
    else this.#fail(record.protection === 'keyring' ? 'keyringChanged' : 'keyMissing');
  }

  /** @throws CallError `refused` unless the vault is new and the key comes back; nothing is written then. */
  create(choice: NewProtection): Promise<VaultState> {
    return this.alone(async () => {
      if (this.#state.state !== 'new')
        throw new CallError('refused', 'There is a database or a key on this computer already.');
      const key = randomBytes(KEY_BYTES);
      const kept = await protect(key, choice, this.#ports.keyring);
      const record = { ...kept, hasDatabase: false, recovery: null, nextKey: null, formerKeys: [] };
      this.#ports.records.write(record);
      return await this.#open({ key, record, isRecovered: false });
    });
  }

  /** @throws CallError `wrong_passphrase`, or `refused` unless a passphrase is what is missing. */
  unlock(passphrase: string): Promise<VaultState> {
    return this.alone(async () => {
      const record = this.#ports.records.read();
      if (this.#state.state !== 'locked' || record === null)
        throw new CallError('refused', 'The database is not locked by a passphrase.');
      const key = await unwrapTyped(record, passphrase);
      if (key === null)
        throw new CallError('wrong_passphrase', 'The passphrase does not open this database.');
      return await this.#open({ key, record, isRecovered: false });
    });
  }

  /** @throws CallError `refused` for a typo, for a key of other records, and while the records are open */
  unlockWithRecoveryKey(text: string): Promise<VaultState> {
    return this.alone(async () => {
      if (this.#session !== null || this.#state.state === 'new')
        throw new CallError('refused', 'A recovery key is not what is missing.');
      const parsed = parseRecoveryKey(text);
      if (!parsed.ok) throw new CallError('refused', 'There is a typo in the recovery key.');
      for (const slot of this.#recoverySlots()) {
        const key = await openRecoverySlot(slot, parsed.secret);
        if (key === null) continue;
        const record = this.#ports.records.read();
        const isOfRecord = record?.keyId === slot.keyId;
        return await this.#open({ key, record: isOfRecord ? record : null, isRecovered: true });
      }
      throw new CallError('refused', 'This recovery key does not belong to these records.');
    });
  }

  /** After the backend was started again, or the file was repaired: opens the database with the key in memory, if there is one. */
  async reopen(): Promise<VaultState> {
    return this.#session === null ? this.#state : await this.#open(this.#session);
  }

  /** @throws CallError `wrong_passphrase` for the present one, `refused`; the key is kept as before then */
  changeProtection(choice: NewProtection, currentPassphrase: string | null): Promise<VaultState> {
    return this.alone(async () => {
      const { key, record, isRecovered } = this.#openSession();
      if (!isRecovered) await this.#requirePassphrase(record, currentPassphrase);
      const kept = await protect(key, choice, this.#ports.keyring);
      const recovery =
        record?.recovery ?? this.#recoverySlots().find(({ keyId }) => keyId === kept.keyId) ?? null;
      const formerKeys = record?.formerKeys ?? [];
      const next = { ...kept, hasDatabase: true, recovery, nextKey: null, formerKeys };
      this.#ports.records.write(next);
      this.#session = { key, record: next, isRecovered: false };
      return this.#showOpen();
    });
  }

  /**
   * Gives the database another key. The new one is on disk, sealed by the present one, before the database changes; so
   * whichever key it has after a crash is found.
   */
  makeNewKey(currentPassphrase: string | null): Promise<VaultState> {
    return this.alone(async () => {
      const { key, record } = this.#openSession();
      if (record === null) throw new CallError('refused', 'Choose first how the key is kept.');
      await this.#requirePassphrase(record, currentPassphrase);
      const { keyring, records, store } = this.#ports;
      const next = randomBytes(KEY_BYTES);
      const kept = await protect(next, choiceOf(record, currentPassphrase), keyring);
      const prepared = withNextKey(record, key, next, kept);
      records.write(prepared);
      const failure = await failureOf(store.rekey(this.#fileWith(key), next.toString('hex')));
      const state = await this.#open({ key, record: prepared, isRecovered: false });
      if (failure !== null) throw failure;
      // The older ones have the former key.
      await store.backUp();
      return state;
    });
  }

  /** The key of the open database. */
  openKey(): Buffer {
    return this.#openSession().key;
  }

  /** A recovery key that the agent has on paper; the former one ends with it. */
  keepRecovery(slot: RecoverySlot): VaultState {
    const session = this.#openSession();
    if (session.record === null) throw new CallError('refused', 'Choose first how the key is kept.');
    const record = { ...session.record, recovery: slot };
    this.#ports.recoveryFiles.write(slot);
    this.#ports.records.write(record);
    this.#session = { ...session, record };
    return this.#showOpen();
  }

  /** The database with its key, and its former keys, while it is open or does not open; null without the key. */
  keys(): { readonly database: KeyedFile; readonly formerKeys: readonly string[] } | null {
    if (this.#session === null) return null;
    const { key, record } = this.#session;
    const former = record === null ? [] : openFormerKeys(record, key);
    return { database: this.#fileWith(key), formerKeys: former.map((one) => one.key.toString('hex')) };
  }

  noteRepair(repair: Repair): void {
    this.#repair = repair;
  }

  /** One at a time: a second click must not make a second key. */
  async alone<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#isBusy) throw new CallError('refused', 'The database is being opened already.');
    this.#isBusy = true;
    try {
      return await task();
    } finally {
      this.#isBusy = false;
    }
  }

  async #open(session: Session): Promise<VaultState> {
    const { record, key } = session;
    this.#session = session;
    // The file was moved or removed: an empty one in its place would look like lost records.
    if ((record === null || record.hasDatabase) && !this.#ports.databaseExists()) return this.#fail('moved');
    const failure = await this.#tryKey(key);
    const next = record === null ? null : findNextKey(record, key);
    if (record !== null && next !== null && failure === 'wrongKey' && (await this.#tryKey(next)) === null) {
      const { nextKey } = record;
      if (nextKey !== null)
        this.#take({ ...session, key: next, record: succeed(record, key, next, nextKey.key) });
      return this.#showOpen();
    }
    if (failure !== null) return this.#fail(failure, await this.#holderFor(failure));
    if (record !== null && (!record.hasDatabase || record.nextKey !== null))
      this.#take({ ...session, record: withoutNextKey({ ...record, hasDatabase: true }) });
    return this.#showOpen();
  }

  #take(session: Session): void {
    if (session.record !== null) this.#ports.records.write(session.record);
    this.#session = session;
  }

  async #tryKey(key: Buffer): Promise<VaultFailure | null> {
    const failure = await failureOf(this.#ports.store.open(this.#fileWith(key)));
    return failure === null ? null : (storeFailureOf(failure) ?? 'unknown');
  }

  #fileWith(key: Buffer): KeyedFile {
    return { file: this.#ports.databaseFile, keyHex: key.toString('hex') };
  }

  #openSession(): Session {
    if (this.#session === null || this.#state.state !== 'open')
      throw new CallError('store_locked', 'The database is not open.');
    return this.#session;
  }

  async #requirePassphrase(record: KeyRecord | null, passphrase: string | null): Promise<void> {
    if (record?.protection !== 'passphrase') return;
    if (passphrase === null || (await unwrapTyped(record, passphrase)) === null)
      throw new CallError('wrong_passphrase', 'The passphrase does not open this database.');
  }

  #recoverySlots(): readonly RecoverySlot[] {
    const { records, recoveryFiles } = this.#ports;
    const own = records.read()?.recovery ?? null;
    return own === null ? recoveryFiles.list() : [own, ...recoveryFiles.list()];
  }

  /** What can be said before anything is opened. */
  #initialState(): VaultState {
    const { records, databaseExists, hasBackups } = this.#ports;
    if (records.fileState === 'unreadable') return this.#failed('keyUnreadable');
    if (records.read() !== null) return { state: 'locked', hasRecoveryKey: this.#recoverySlots().length > 0 };
    if (databaseExists() || hasBackups()) return this.#failed('keyMissing');
    return { state: 'new', ...this.#keyringFacts() };
  }

  #keyringFacts() {
    const { keyring } = this.#ports;
    return { isKeyringAvailable: keyring.isAvailable, keyringName: keyring.name };
  }

  /** Who is in the way; asking must not hide the failure itself. */
  async #holderFor(reason: VaultFailure): Promise<HolderFacts | null> {
    if (reason !== 'inUse') return null;
    return await this.#ports.store.whoHolds(this.#ports.databaseFile).catch(() => null);
  }

  #fail(reason: VaultFailure, holder: HolderFacts | null = null): VaultState {
    return this.#change(this.#failed(reason, holder));
  }

  #failed(reason: VaultFailure, holder: HolderFacts | null = null): VaultState {
    const { records, keyring, databaseFile } = this.#ports;
    const record = records.read();
    const former =
      reason === 'keyringChanged' && record?.protection === 'keyring' ? record.keyringName : null;
    return {
      state: 'failed',
      reason,
      file: databaseFile,
      isKeyKnown: this.#session !== null,
      hasRecoveryKey: this.#recoverySlots().length > 0,
      keyrings: former === null ? null : { former, present: keyring.name },
      holder,
    };
  }

  #showOpen(): VaultState {
    const session = this.#session;
    return this.#change({
      state: 'open',
      protection: session?.record?.protection ?? 'unprotected',
      recoveryKeyMadeAt: session?.record?.recovery?.madeAt ?? null,
      mustProtectAnew: session?.isRecovered ?? false,
      repair: this.#repair,
      ...this.#keyringFacts(),
    });
  }

  #change(state: VaultState): VaultState {
    this.#state = state;
    this.#ports.onChange(state);
    return state;
  }
}

function choiceOf(record: KeyRecord, passphrase: string | null): NewProtection {
  return record.protection === 'passphrase'
    ? { protection: 'passphrase', passphrase: passphrase ?? '' }
    : { protection: record.protection };
}

async function failureOf(work: Promise<void>): Promise<CallError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
}
