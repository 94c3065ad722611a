import { expect } from 'vitest';
import { CallError, storeFailed } from '../../core/contract/errors.ts';
import type { HolderFacts } from '../../core/contract/safety-calls.ts';
import type { Protection } from '../../core/contract/shell-records.ts';
import type { KeyAct } from '../../core/desk-log/desk-entry.ts';
import { formatRecoveryKey } from '../../core/recovery-key.ts';
import { type KeyRecord, keyRecordSchema, makeRecoverySlot, type RecoverySlot } from './key-record.ts';
import type { Keyring } from './keyring.ts';
import type { LocalStore } from './local-store.ts';
import { isWeaker } from './protection-mark.ts';
import { Vault } from './vault.ts';

/** A computer: its key file, its keyring, its database. Each `start()` is a start of the program. */
export class Computer {
  record: KeyRecord | null = null;
  databaseKey: string | null = null;
  keyringName = 'gnome_libsecret';
  hasKeyring = true;
  isKeyringLocked = false;
  /** Its user, asked to unlock it, does so. */
  isKeyringUnlockedWhenAsked = false;
  /** What it wraps with; deleted and made anew, it is another one. */
  keyringEntry = 'entry 1';
  /** What the backend answers instead of opening. */
  failure: CallError | null = null;
  /** Where giving the database another key fails. */
  rekeyEnds: 'well' | 'before' | 'after' = 'well';
  hasBackups = false;
  isKeyFileUnreadable = false;
  onRekeyed: () => void = () => undefined;
  /** Who has the database open elsewhere. */
  holder: HolderFacts | null = null;
  /** What the computer remembers beside the key record. */
  remembered: Protection | null = null;
  /** A crash at some moment would have left a key record that looks exchanged. */
  wasLessThanRemembered = false;
  /** Until when a wait goes on. */
  patience: Promise<void> = Promise.resolve();
  /** Until when what is under way keeps the database open. */
  releasing: Promise<void> = Promise.resolve();
  isPersonThere = true;
  canLog = true;
  nowMs = 1;
  readonly acts: KeyAct[] = [];
  readonly waitsMs: number[] = [];
  readonly rekeyedBackupsOf: string[] = [];
  readonly recoveryFiles: RecoverySlot[] = [];
  readonly opened: string[] = [];
  readonly happened: string[] = [];

  /** The key file as the program has read it. */
  #known: KeyRecord | null = null;

  start(): Vault {
    this.#known = this.record;
    const records: LocalStore<KeyRecord> = {
      fileState: this.isKeyFileUnreadable ? 'unreadable' : 'good',
      read: () => (this.isKeyFileUnreadable ? null : this.#known),
      readAnew: () => {
        this.#known = this.record;
        return this.#known;
      },
      write: (record) => {
        if (isWeaker(record.protection, this.remembered ?? 'unprotected')) this.wasLessThanRemembered = true;
        // As from the file: what the next start reads.
        this.record = keyRecordSchema.parse(JSON.parse(JSON.stringify(record)));
        this.#known = this.record;
        this.happened.push('key written');
      },
    };
    return new Vault({
      records,
      keyring: this.#keyring(),
      databaseFile: '/data/resetdesk.db',
      databaseExists: () => this.databaseKey !== null,
      recoveryFiles: {
        list: () => this.recoveryFiles,
        write: (slot) => void this.recoveryFiles.push(slot),
      },
      hasBackups: () => this.hasBackups,
      store: {
        whoHolds: async () => this.holder,
        open: async ({ keyHex }) => {
          this.happened.push('store opened');
          this.opened.push(keyHex);
          if (this.failure !== null) throw this.failure;
          this.databaseKey ??= keyHex;
          if (this.databaseKey !== keyHex) throw storeFailed('wrongKey', 'Another key.');
        },
        rekey: async ({ keyHex }, newKeyHex) => {
          expect(this.databaseKey).toBe(keyHex);
          if (this.rekeyEnds === 'before') throw storeFailed('diskFull', 'No room.');
          this.databaseKey = newKeyHex;
          this.onRekeyed();
          if (this.rekeyEnds === 'after') throw new CallError('backend_unavailable', 'It died.');
        },
        rekeyBackups: async (formerKeys) => void this.rekeyedBackupsOf.push(...formerKeys),
        backUp: async () => void this.happened.push('backup started'),
      },
      mark: {
        read: () => this.remembered,
        remember: (protection) => {
          this.remembered = protection === 'unprotected' ? null : protection;
        },
      },
      presence: { confirm: async () => this.isPersonThere },
      note: async (act) => {
        if (!this.canLog) throw storeFailed('diskFull', 'No room.');
        this.acts.push(act);
      },
      release: async () => {
        await this.releasing;
        this.happened.push('released');
      },
      clock: () => this.nowMs,
      wait: (ms) => {
        this.waitsMs.push(ms);
        return this.patience;
      },
      onChange: (state) => this.happened.push(state.state),
    });
  }

  #keyring(): Keyring {
    const wrappedBy = () => `wrapped by ${this.keyringName}, ${this.keyringEntry}: `;
    let isLocked = true;
    let isAvailable = false;
    return {
      name: this.keyringName,
      get isAvailable() {
        return isAvailable;
      },
      get isLocked() {
        return isLocked;
      },
      look: async (mayAsk) => {
        if (mayAsk && this.isKeyringUnlockedWhenAsked) this.isKeyringLocked = false;
        isAvailable = this.hasKeyring;
        isLocked = this.isKeyringLocked;
      },
      wrap: (key) => `${wrappedBy()}${key.toString('hex')}`,
      unwrap: (wrapped) =>
        isLocked || !wrapped.startsWith(wrappedBy())
          ? null
          : Buffer.from(wrapped.split(': ')[1] ?? '', 'hex'),
    };
  }
}

export const secret = Buffer.from('a secret of 15b');
export const onPaper = formatRecoveryKey(secret);

/** A computer with a passphrase and a recovery key, turned off. */
export async function computerWithPaper(): Promise<Computer> {
  const computer = new Computer();
  const vault = computer.start();
  await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
  await vault.changes.keepRecovery(
    await makeRecoverySlot(await vault.changes.confirmedKey('correct horse'), secret, 7),
  );
  return computer;
}
