import { describe, expect, it } from 'vitest';
import { type CallResult, storeFailed } from '../../core/contract/errors.ts';
import type { KeyRecord } from './key-record.ts';
import type { Keyring } from './keyring.ts';
import type { LocalStore } from './local-store.ts';
import { Vault } from './vault.ts';

const OPENED: CallResult = { ok: true, value: {} };

/** A computer: its key file, its keyring, its database. Each `start()` is a start of the program. */
class Computer {
  record: KeyRecord | null = null;
  databaseKey: string | null = null;
  keyringName = 'gnome_libsecret';
  hasKeyring = true;
  /** What the backend answers instead of opening. */
  failure: CallResult | null = null;
  readonly opened: string[] = [];
  readonly happened: string[] = [];

  start(): Vault {
    const records: LocalStore<KeyRecord> = {
      fileState: 'good',
      read: () => this.record,
      write: (record) => {
        this.record = record;
        this.happened.push('key written');
      },
    };
    return new Vault({
      records,
      keyring: this.#keyring(),
      databaseFile: '/data/resetdesk.db',
      databaseExists: () => this.databaseKey !== null,
      openStore: async (_file, keyHex) => {
        this.happened.push('store opened');
        this.opened.push(keyHex);
        if (this.failure !== null) return this.failure;
        this.databaseKey ??= keyHex;
        if (this.databaseKey === keyHex) return OPENED;
        const { code, message } = storeFailed('wrongKey', 'Another key.');
        return { ok: false, error: { code, message } };
      },
      onChange: (state) => this.happened.push(state.state),
    });
  }

  #keyring(): Keyring {
    return {
      name: this.keyringName,
      isAvailable: this.hasKeyring,
      wrap: (key) => `wrapped by ${this.keyringName}: ${key.toString('hex')}`,
      unwrap: (wrapped) => Buffer.from(wrapped.split(': ')[1] ?? '', 'hex'),
    };
  }
}

describe('a new vault', () => {
  it('says whether there is a keyring, and which', () => {
    expect(new Computer().start().getState()).toEqual({
      state: 'new',
      isKeyringAvailable: true,
      keyringName: 'gnome_libsecret',
    });
  });

  it('writes the key before the database is made with it', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'keyring' });
    expect(computer.happened.slice(0, 2)).toEqual(['key written', 'store opened']);
  });

  it('refuses a keyring that is not there, and writes nothing', async () => {
    const computer = new Computer();
    computer.hasKeyring = false;
    await expect(computer.start().create({ protection: 'keyring' })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(computer.happened).toEqual([]);
  });

  it('makes one key when asked twice at once', async () => {
    const computer = new Computer();
    const vault = computer.start();
    const first = vault.create({ protection: 'unprotected' });
    await expect(vault.create({ protection: 'unprotected' })).rejects.toMatchObject({ code: 'refused' });
    expect(await first).toEqual({ state: 'open', protection: 'unprotected' });
    expect(new Set(computer.opened).size).toBe(1);
  });
});

describe('the next start', () => {
  it.each(['keyring', 'unprotected'] as const)('opens by itself with protection %s', async (protection) => {
    const computer = new Computer();
    await computer.start().create({ protection });
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toEqual({ state: 'open', protection });
  });

  it('asks for the passphrase, refuses a wrong one and opens with the right one', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toEqual({ state: 'locked' });
    const opens = computer.opened.length;
    await expect(vault.unlock('wrong horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(computer.opened).toHaveLength(opens);
    expect(await vault.unlock('correct horse')).toEqual({ state: 'open', protection: 'passphrase' });
  });

  it('says that the keyring changed and does not touch the database', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'keyring' });
    computer.keyringName = 'kwallet6';
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'keyringChanged' });
    expect(computer.opened).toHaveLength(1);
  });

  it('never makes a key for a database whose key is missing', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    computer.record = null;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'keyMissing' });
    await expect(vault.create({ protection: 'unprotected' })).rejects.toMatchObject({ code: 'refused' });
    expect(computer.record).toBeNull();
  });

  it('never makes an empty database where the old one is gone', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    computer.databaseKey = null;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed' });
    expect(computer.databaseKey).toBeNull();
  });

  it('makes the database if the program ended between key and database', async () => {
    const computer = new Computer();
    computer.failure = { ok: false, error: { code: 'backend_unavailable', message: '' } };
    await computer.start().create({ protection: 'unprotected' });
    computer.failure = null;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'open' });
  });

  it('passes on why the database could not be opened', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    const { code, message } = storeFailed('newerThanApp', 'Made by a later version.');
    computer.failure = { ok: false, error: { code, message } };
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'newerThanApp' });
  });
});

describe('after the backend restarted', () => {
  it('opens with the key in memory, without asking the agent', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    await vault.reopen();
    expect(computer.opened).toHaveLength(2);
    expect(new Set(computer.opened).size).toBe(1);
  });

  it('opens nothing while it is locked', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    await computer.start().reopen();
    expect(computer.opened).toHaveLength(1);
  });
});
