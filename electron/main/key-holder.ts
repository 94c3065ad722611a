import { CallError, storeFailureOf } from '../../core/contract/errors.ts';
import type { HolderFacts } from '../../core/contract/safety-calls.ts';
import type {
  LockCause,
  Protection,
  Repair,
  VaultFailure,
  VaultState,
} from '../../core/contract/shell-records.ts';
import type { KeyAct } from '../../core/desk-log/desk-entry.ts';
import type { KeyRecord, RecoverySlot } from './key-record.ts';
import { findNextKey, openFormerKeys, succeed, withoutNextKey } from './key-succession.ts';
import type { Keyring } from './keyring.ts';
import type { LocalStore } from './local-store.ts';
import type { Presence } from './presence.ts';
import type { ProtectionMark } from './protection-mark.ts';
import type { RecoveryFiles } from './recovery-files.ts';
import type { KeyedFile, StoreClient } from './store-client.ts';

export interface VaultPorts {
  readonly records: LocalStore<KeyRecord>;
  readonly recoveryFiles: RecoveryFiles;
  readonly keyring: Keyring;
  readonly mark: ProtectionMark;
  readonly presence: Presence;
  readonly databaseFile: string;
  /** Also true while the file is being exchanged. */
  readonly databaseExists: () => boolean;
  /** There are backups, so this computer has had records even if everything else is gone. */
  readonly hasBackups: () => boolean;
  readonly store: Pick<StoreClient, 'open' | 'rekey' | 'rekeyBackups' | 'backUp' | 'whoHolds'>;
  /** Puts it into the log of the open desk. */
  readonly note: (act: KeyAct) => Promise<void>;
  /** Closes the database and ends the program that knows its key, once the work under way is done. */
  readonly release: () => Promise<void>;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly onChange: (state: VaultState) => void;
}

/** The key in memory. `record` is null while a recovery key has opened records whose key file is gone. */
export interface Session {
  readonly key: Buffer;
  readonly record: KeyRecord | null;
  readonly isRecovered: boolean;
}

/** Holds the key while the database is open, opens the database with it, and says how the vault stands. */
export class KeyHolder {
  readonly ports: VaultPorts;
  #state: VaultState;
  #session: Session | null = null;
  #repair: Repair | null = null;
  #task: Promise<unknown> | null = null;
  #closing: Promise<void> = Promise.resolve();

  constructor(ports: VaultPorts) {
    this.ports = ports;
    this.#state = this.#shutState(null);
  }

  getState(): VaultState {
    return this.#state;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** @throws CallError `store_locked` */
  openSession(): Session {
    if (this.#session === null || this.#state.state !== 'open')
      throw new CallError('store_locked', 'The database is not open.');
    return this.#session;
  }

  /** How it stands while nothing is open. */
  lookAgain(): VaultState {
    return this.#change(this.#shutState(null));
  }

  noteRepair(repair: Repair): void {
    this.#repair = repair;
  }

  /** One at a time: a second click must not make a second key. */
  async alone<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#task !== null) throw new CallError('refused', 'The database is being opened already.');
    const running = this.#closing.then(task);
    this.#task = running;
    try {
      return await running;
    } finally {
      this.#task = null;
    }
  }

  /** Resolves when no task runs. */
  async settle(): Promise<void> {
    while (this.#task !== null) await this.#task.catch(() => undefined);
  }

  /**
   * @param act what opens them, for the log: there is no way in that leaves no trace
   * @throws CallError when it can not be logged; then the records are shut again
   */
  async open(session: Session, act: KeyAct | null = null): Promise<VaultState> {
    const { record } = session;
    this.#session = session;
    // The file was moved or removed: an empty one in its place would look like lost records.
    if ((record === null || record.hasDatabase) && !this.ports.databaseExists()) return this.fail('moved');
    const failure = await this.#openStore(session);
    if (failure !== null) return this.fail(failure, await this.#holderFor(failure));
    if (act !== null) await this.#noteOrShut(act);
    this.#rekeyBackups();
    return this.showOpen();
  }

  take(session: Session): void {
    if (session.record !== null) this.ports.records.write(session.record);
    this.#session = session;
  }

  /** Forgets the key and lets the database be closed. */
  shut(by: LockCause | null): VaultState {
    // What was made of the bytes for others, such as texts, only the collector of memory can take.
    this.#session?.key.fill(0);
    this.#session = null;
    const locked = this.#shutState(by);
    this.#change(locked.state === 'locked' ? { ...locked, isClosing: true } : locked);
    this.#closing = this.ports.release().finally(() => this.#showClosed(by));
    return this.#state;
  }

  /** Nothing else can have happened: whatever opens the records waits for this. */
  #showClosed(by: LockCause | null): void {
    if (this.#state.state === 'locked') this.#change(this.#shutState(by));
  }

  fileWith(key: Buffer): KeyedFile {
    return { file: this.ports.databaseFile, keyHex: key.toString('hex') };
  }

  recoverySlots(): readonly RecoverySlot[] {
    const { records, recoveryFiles } = this.ports;
    const own = records.read()?.recovery ?? null;
    return own === null ? recoveryFiles.list() : [own, ...recoveryFiles.list()];
  }

  fail(reason: VaultFailure, holder: HolderFacts | null = null): VaultState {
    return this.#change(this.#failed(reason, holder));
  }

  showOpen(): VaultState {
    const record = this.#session?.record ?? null;
    if (record !== null) this.ports.mark.remember(record.protection);
    return this.#change({
      state: 'open',
      protection: record?.protection ?? 'unprotected',
      recoveryKeyMadeAt: record?.recovery?.madeAt ?? null,
      mustProtectAnew: this.#session?.isRecovered ?? false,
      repair: this.#repair,
      ...this.#keyringFacts(),
    });
  }

  async #openStore(session: Session): Promise<VaultFailure | null> {
    const { record, key } = session;
    const next = record === null ? null : findNextKey(record, key);
    const failure = await this.#tryKey(key);
    if (record !== null && next !== null && failure === 'wrongKey' && (await this.#tryKey(next)) === null) {
      this.take({ key: next, record: succeed(record, key, next), isRecovered: false });
      key.fill(0);
      return null;
    }
    if (failure === null && record !== null && (!record.hasDatabase || record.nextKey !== null))
      this.take({ ...session, record: withoutNextKey({ ...record, hasDatabase: true }) });
    return failure;
  }

  async #tryKey(key: Buffer): Promise<VaultFailure | null> {
    const failure = await failureOf(this.ports.store.open(this.fileWith(key)));
    return failure === null ? null : (storeFailureOf(failure) ?? 'unknown');
  }

  /** Who is in the way; asking must not hide the failure itself. */
  async #holderFor(reason: VaultFailure): Promise<HolderFacts | null> {
    if (reason !== 'inUse') return null;
    return await this.ports.store.whoHolds(this.ports.databaseFile).catch(() => null);
  }

  async #noteOrShut(act: KeyAct): Promise<void> {
    try {
      await this.ports.note(act);
    } catch (error) {
      this.shut(null);
      throw error;
    }
  }

  /** Nobody waits for it: until it is done, and where it fails, they open with the former key. */
  #rekeyBackups(): void {
    if (this.#session === null) return;
    const { key, record } = this.#session;
    const former = record === null ? [] : openFormerKeys(record, key);
    if (former.length > 0)
      void failureOf(this.ports.store.rekeyBackups(former.map((one) => one.key.toString('hex'))));
  }

  /** What can be said while nothing is open. */
  #shutState(lockedBy: LockCause | null): VaultState {
    const { records, databaseExists, hasBackups } = this.ports;
    if (records.fileState === 'unreadable') return this.#failed('keyUnreadable');
    if (records.fileState === 'newer') return this.#failed('keyNewer');
    const record = records.read();
    if (record !== null)
      return {
        state: 'locked',
        needs: record.protection === 'passphrase' ? 'passphrase' : 'nothing',
        lockedBy,
        isClosing: false,
        hasRecoveryKey: this.recoverySlots().length > 0,
        lastChange: record.lastChange,
      };
    if (databaseExists() || hasBackups()) return this.#failed('keyMissing');
    return { state: 'new', ...this.#keyringFacts() };
  }

  #keyringFacts() {
    const { keyring } = this.ports;
    return { isKeyringAvailable: keyring.isAvailable, keyringName: keyring.name };
  }

  #failed(reason: VaultFailure, holder: HolderFacts | null = null): VaultState {
    const { records, keyring, databaseFile } = this.ports;
    const record = records.read();
    const former =
      reason === 'keyringChanged' && record?.protection === 'keyring' ? record.keyringName : null;
    return {
      state: 'failed',
      reason,
      file: databaseFile,
      isKeyKnown: this.#session !== null,
      hasRecoveryKey: this.recoverySlots().length > 0,
      keyrings: former === null ? null : { former, present: keyring.name },
      holder,
    };
  }

  #change(state: VaultState): VaultState {
    this.#state = state;
    this.ports.onChange(state);
    return state;
  }
}

/** Recovered records whose key file is gone are kept by nothing yet. */
export function protectionOf({ record }: Session): Protection {
  return record?.protection ?? 'unprotected';
}

/** Null when it went well. */
export async function failureOf(work: Promise<void>): Promise<CallError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
}
