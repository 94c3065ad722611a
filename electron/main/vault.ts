import { randomBytes } from 'node:crypto';
import { assertNever } from '../../core/assert-never.ts';
import { CallError, type CallResult, storeFailureOf } from '../../core/contract/errors.ts';
import type { VaultState } from '../../core/contract/shell-records.ts';
import {
  isKeyOf,
  KEY_BYTES,
  type KeyRecord,
  keyIdOf,
  unwrapWithPassphrase,
  wrapWithPassphrase,
} from './key-record.ts';
import type { Keyring } from './keyring.ts';
import type { LocalStore } from './local-store.ts';

export interface VaultPorts {
  readonly records: LocalStore<KeyRecord>;
  readonly keyring: Keyring;
  readonly databaseFile: string;
  readonly databaseExists: () => boolean;
  /** Opens the database in the backend, making it if it does not exist. */
  readonly openStore: (file: string, keyHex: string) => Promise<CallResult>;
  readonly onChange: (state: VaultState) => void;
}

export type NewProtection =
  | { readonly protection: 'keyring' }
  | { readonly protection: 'passphrase'; readonly passphrase: string }
  | { readonly protection: 'unprotected' };

type FailureReason = Extract<VaultState, { state: 'failed' }>['reason'];

/** The key of the database: makes it, keeps it, opens the database with it. Never replaces a key or a database. */
export class Vault {
  readonly #ports: VaultPorts;
  #state: VaultState;
  #key: Buffer | null = null;
  #isBusy = false;

  constructor(ports: VaultPorts) {
    this.#ports = ports;
    this.#state = initialState(ports);
  }

  getState(): VaultState {
    return this.#state;
  }

  /** Opens the database if that needs nothing of the agent. */
  async start(): Promise<void> {
    const record = this.#ports.records.read();
    if (record === null || record.protection === 'passphrase') return;
    const key = unwrapWithoutAgent(record, this.#ports.keyring);
    if (key !== null) await this.#open(record, key);
    else this.#fail(record.protection === 'keyring' ? 'keyringChanged' : 'keyMissing');
  }

  /** @throws CallError `refused` unless the vault is new and the key comes back; nothing is written then. */
  create(choice: NewProtection): Promise<VaultState> {
    return this.#alone(async () => {
      if (this.#state.state !== 'new')
        throw new CallError('refused', 'There is a database or a key on this computer already.');
      const key = randomBytes(KEY_BYTES);
      const record = await wrap(key, choice, this.#ports.keyring);
      // Only a key that is known to come back may lock up a database.
      const back = await unwrapAs(choice, record, this.#ports.keyring);
      if (back === null || !back.equals(key)) {
        throw new CallError('refused', 'The key could not be read back after protecting it.');
      }
      this.#ports.records.write(record);
      return await this.#open(record, key);
    });
  }

  /** @throws CallError `wrong_passphrase`, or `refused` unless a passphrase is what is missing. */
  unlock(passphrase: string): Promise<VaultState> {
    return this.#alone(async () => {
      const record = this.#ports.records.read();
      if (this.#state.state !== 'locked' || record?.protection !== 'passphrase') {
        throw new CallError('refused', 'The database is not locked by a passphrase.');
      }
      const key = await unwrapWithPassphrase(record, passphrase);
      if (key === null) {
        throw new CallError('wrong_passphrase', 'The passphrase does not open this database.');
      }
      return await this.#open(record, key);
    });
  }

  /** After the backend was started again: opens the database with the key in memory, if there is one. */
  async reopen(): Promise<void> {
    const record = this.#ports.records.read();
    if (record !== null && this.#key !== null) await this.#open(record, this.#key);
  }

  async #open(record: KeyRecord, key: Buffer): Promise<VaultState> {
    const { databaseFile, databaseExists, openStore, records } = this.#ports;
    // The file was moved or removed: an empty one in its place would look like lost records.
    if (record.hasDatabase && !databaseExists()) return this.#fail('unknown');
    this.#key = key;
    const answer = await openStore(databaseFile, key.toString('hex'));
    if (!answer.ok) return this.#fail(storeFailureOf(answer.error) ?? 'unknown');
    if (!record.hasDatabase) records.write({ ...record, hasDatabase: true });
    return this.#change({ state: 'open', protection: record.protection });
  }

  #fail(reason: FailureReason): VaultState {
    return this.#change({ state: 'failed', reason, file: this.#ports.databaseFile });
  }

  #change(state: VaultState): VaultState {
    this.#state = state;
    this.#ports.onChange(state);
    return state;
  }

  /** One at a time: a second click must not make a second key. */
  async #alone(task: () => Promise<VaultState>): Promise<VaultState> {
    if (this.#isBusy) throw new CallError('refused', 'The database is being opened already.');
    this.#isBusy = true;
    try {
      return await task();
    } finally {
      this.#isBusy = false;
    }
  }
}

/** What can be said before anything is opened. */
function initialState({ records, keyring, databaseExists, databaseFile }: VaultPorts): VaultState {
  if (records.read() !== null) return { state: 'locked' };
  if (databaseExists()) return { state: 'failed', reason: 'keyMissing', file: databaseFile };
  return { state: 'new', isKeyringAvailable: keyring.isAvailable, keyringName: keyring.name };
}

async function wrap(key: Buffer, choice: NewProtection, keyring: Keyring): Promise<KeyRecord> {
  const common = { keyId: keyIdOf(key), hasDatabase: false };
  switch (choice.protection) {
    case 'keyring':
      if (!keyring.isAvailable) throw new CallError('refused', 'This computer has no keyring.');
      return { ...common, protection: 'keyring', keyringName: keyring.name, wrappedKey: keyring.wrap(key) };
    case 'passphrase':
      return await wrapWithPassphrase(key, choice.passphrase);
    case 'unprotected':
      return { ...common, protection: 'unprotected', key: key.toString('base64') };
    default:
      return assertNever(choice);
  }
}

async function unwrapAs(choice: NewProtection, record: KeyRecord, keyring: Keyring): Promise<Buffer | null> {
  if (choice.protection === 'passphrase' && record.protection === 'passphrase') {
    return await unwrapWithPassphrase(record, choice.passphrase);
  }
  return unwrapWithoutAgent(record, keyring);
}

/** Null when the key does not come back: it needs the agent, another keyring, or the record was changed. */
function unwrapWithoutAgent(record: KeyRecord, keyring: Keyring): Buffer | null {
  const key = unwrapRecord(record, keyring);
  return key !== null && isKeyOf(record, key) ? key : null;
}

function unwrapRecord(record: KeyRecord, keyring: Keyring): Buffer | null {
  switch (record.protection) {
    case 'keyring':
      if (record.keyringName !== keyring.name || !keyring.isAvailable) return null;
      return keyring.unwrap(record.wrappedKey);
    case 'passphrase':
      return null;
    case 'unprotected':
      return Buffer.from(record.key, 'base64');
    default:
      return assertNever(record);
  }
}
