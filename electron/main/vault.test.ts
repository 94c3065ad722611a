import { describe, expect, it, vi } from 'vitest';
import { CallError, storeFailed } from '../../core/contract/errors.ts';
import { formatRecoveryKey } from '../../core/recovery-key.ts';
import { type KeyRecord, makeRecoverySlot } from './key-record.ts';
import type { Vault } from './vault.ts';
import { Computer, computerWithPaper, onPaper, secret } from './vault-computer.fixture.ts';

/** What a guess costs is a matter of key-record.test.ts. */
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const scrypt = (text: string, salt: Buffer, length: number, _: object, done: () => void) =>
    real.scrypt(text, salt, length, { N: 16 }, done);
  return { ...real, scrypt };
});

describe('a new vault', () => {
  it('says whether there is a keyring, and which, once it has looked', async () => {
    const vault = new Computer().start();
    await vault.start();
    expect(vault.getState()).toEqual({
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
    expect(await first).toMatchObject({ state: 'open', protection: 'unprotected' });
    expect(new Set(computer.opened).size).toBe(1);
  });
});

describe('the next start', () => {
  it.each(['keyring', 'unprotected'] as const)('opens by itself with protection %s', async (protection) => {
    const computer = new Computer();
    await computer.start().create({ protection });
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'open', protection });
  });

  it('asks for the passphrase, refuses a wrong one and opens with the right one', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toEqual({
      state: 'locked',
      needs: 'passphrase',
      lockedBy: null,
      isClosing: false,
      hasRecoveryKey: false,
      lastChange: null,
    });
    const opens = computer.opened.length;
    await expect(vault.unlock('wrong horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(computer.opened).toHaveLength(opens);
    expect(await vault.unlock('correct horse')).toMatchObject({ state: 'open', protection: 'passphrase' });
  });

  it('says that the keyring changed and does not touch the database', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'keyring' });
    computer.keyringName = 'kwallet6';
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({
      state: 'failed',
      reason: 'keyringChanged',
      keyrings: { former: 'gnome_libsecret', present: 'kwallet6' },
    });
    expect(computer.opened).toHaveLength(1);
  });

  it('says that the keyring is locked, and opens when its user unlocks it', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'keyring' });
    computer.isKeyringLocked = true;
    const vault = computer.start();
    await vault.start();
    const locked = { state: 'failed', reason: 'keyringLocked', keyrings: null };
    expect(vault.getState()).toMatchObject(locked);
    // The desktop's question was cancelled.
    expect(await vault.tryAgain()).toMatchObject(locked);
    computer.isKeyringUnlockedWhenAsked = true;
    expect(await vault.tryAgain()).toMatchObject({ state: 'open', protection: 'keyring' });
  });

  it('says that the keyring has lost its entry', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'keyring' });
    computer.keyringEntry = 'entry 2';
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'keyringForgot', keyrings: null });
    computer.keyringEntry = 'entry 1';
    expect(await vault.tryAgain()).toMatchObject({ state: 'open' });
  });

  it('opens after the file with the key was put back, when it is tried again', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    const kept = computer.record;
    computer.record = null;
    const vault = computer.start();
    await vault.start();
    expect(await vault.tryAgain()).toMatchObject({ state: 'failed', reason: 'keyMissing' });
    computer.record = kept;
    expect(await vault.tryAgain()).toMatchObject({ state: 'open' });
  });

  it('takes a locked keyring only once it is unlocked', async () => {
    const computer = new Computer();
    computer.isKeyringLocked = true;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'new', isKeyringAvailable: true });
    await expect(vault.create({ protection: 'keyring' })).rejects.toMatchObject({ code: 'refused' });
    expect(computer.record).toBeNull();
    computer.isKeyringUnlockedWhenAsked = true;
    expect(await vault.create({ protection: 'keyring' })).toMatchObject({ state: 'open' });
  });

  it('says on which computer the records are open', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    computer.failure = storeFailed('inUse', 'Another program has the records open.');
    computer.holder = { host: 'COUNTER-2', since: 5 };
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'inUse', holder: computer.holder });
    computer.failure = null;
    expect(await vault.reopen()).toMatchObject({ state: 'open' });
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
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'moved', isKeyKnown: true });
    expect(computer.databaseKey).toBeNull();
  });

  it('makes the database if the program ended between key and database', async () => {
    const computer = new Computer();
    computer.failure = new CallError('backend_unavailable', '');
    await computer.start().create({ protection: 'unprotected' });
    computer.failure = null;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'open' });
  });

  it('passes on why the database could not be opened', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    computer.failure = storeFailed('newerThanApp', 'Made by a later version.');
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

describe('a recovery key', () => {
  it('opens the records when the passphrase is forgotten, and asks for a new protection', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    expect(vault.getState()).toMatchObject({ state: 'locked', hasRecoveryKey: true });
    expect(await vault.unlockWithRecoveryKey(onPaper.toLowerCase())).toMatchObject({
      state: 'open',
      mustProtectAnew: true,
    });
    await vault.changes.changeProtection({ protection: 'passphrase', passphrase: 'battery staple' }, null);
    const next = computer.start();
    expect(await next.unlock('battery staple')).toMatchObject({ state: 'open', recoveryKeyMadeAt: null });
  });

  it('opens the records when the key file is gone, with what lies beside the backups', async () => {
    const computer = await computerWithPaper();
    computer.record = null;
    const vault = computer.start();
    expect(vault.getState()).toMatchObject({ reason: 'keyMissing', hasRecoveryKey: true });
    expect(await vault.unlockWithRecoveryKey(onPaper)).toMatchObject({
      state: 'open',
      mustProtectAnew: true,
    });
    expect(computer.record).toBeNull();
    await vault.changes.changeProtection({ protection: 'unprotected' }, null);
    const next = computer.start();
    await next.start();
    expect(next.getState()).toMatchObject({ state: 'open', protection: 'unprotected', recoveryKeyMadeAt: 7 });
  });

  it('opens the records when the keyring changed', async () => {
    const computer = new Computer();
    const first = computer.start();
    await first.create({ protection: 'keyring' });
    await first.changes.keepRecovery(
      await makeRecoverySlot(await first.changes.confirmedKey(null), secret, 7),
    );
    computer.keyringName = 'kwallet6';
    const vault = computer.start();
    await vault.start();
    await vault.unlockWithRecoveryKey(onPaper);
    await vault.changes.changeProtection({ protection: 'keyring' }, null);
    const next = computer.start();
    await next.start();
    expect(next.getState()).toMatchObject({ state: 'open', protection: 'keyring' });
  });

  it('is refused with a typo, of other records, and where nothing is locked', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    const other = formatRecoveryKey(Buffer.from('another, of 15b'));
    for (const wrong of ['', onPaper.slice(1), other])
      await expect(vault.unlockWithRecoveryKey(wrong)).rejects.toMatchObject({ code: 'refused' });
    await vault.unlock('correct horse');
    await expect(vault.unlockWithRecoveryKey(onPaper)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a change of protection', () => {
  it('needs the present passphrase, and changes the key with it', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    const before = computer.record;
    const choice = { protection: 'passphrase', passphrase: 'battery staple' } as const;
    for (const wrong of ['wrong horse', null])
      await expect(vault.changes.changeProtection(choice, wrong)).rejects.toMatchObject({
        code: 'wrong_passphrase',
      });
    expect(computer.record).toEqual(before);
    await vault.changes.changeProtection(choice, 'correct horse');
    const next = computer.start();
    await expect(next.unlock('correct horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(await next.unlock('battery staple')).toMatchObject({ state: 'open' });
    expect(computer.record?.keyId).not.toBe(before?.keyId);
  });

  it('goes from unprotected to a keyring', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'unprotected' });
    expect(await vault.changes.changeProtection({ protection: 'keyring' }, null)).toMatchObject({
      protection: 'keyring',
    });
    expect(JSON.stringify(computer.record)).not.toContain('"key":');
  });

  it('to a keyring that is not there changes nothing', async () => {
    const computer = new Computer();
    computer.hasKeyring = false;
    const vault = computer.start();
    await vault.create({ protection: 'unprotected' });
    await expect(vault.changes.changeProtection({ protection: 'keyring' }, null)).rejects.toMatchObject({
      code: 'refused',
    });
    expect(computer.record).toMatchObject({ protection: 'unprotected' });
  });
});

describe('another key for the database', () => {
  it('takes the place of the former one, which older backups can still be opened with', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    await vault.unlock('correct horse');
    const formerKey = computer.databaseKey;
    expect(await vault.changes.makeNewKey('correct horse')).toMatchObject({
      state: 'open',
      recoveryKeyMadeAt: null,
    });
    expect(computer.databaseKey).not.toBe(formerKey);
    expect(vault.keys()?.formerKeys).toEqual([formerKey]);
    expect(computer.happened.at(-1)).toBe('backup started');
    const next = computer.start();
    expect(await next.unlock('correct horse')).toMatchObject({ state: 'open' });
    expect(next.keys()?.formerKeys).toEqual([formerKey]);
  });

  it('remembers every former key', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'unprotected' });
    const keys = [computer.databaseKey];
    for (let round = 0; round < 2; round += 1) {
      await vault.changes.makeNewKey(null);
      keys.push(computer.databaseKey);
    }
    expect(vault.keys()?.formerKeys).toEqual(keys.slice(0, -1));
  });

  it('is refused with a wrong passphrase', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    await vault.unlock('correct horse');
    await expect(vault.changes.makeNewKey('wrong horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(computer.record?.nextKey).toBeNull();
  });

  it.each(['before', 'after'] as const)(
    'that fails %s the exchange leaves the records open with one key',
    async (rekeyEnds) => {
      const computer = new Computer();
      const vault = computer.start();
      await vault.create({ protection: 'unprotected' });
      computer.rekeyEnds = rekeyEnds;
      await expect(vault.changes.makeNewKey(null)).rejects.toBeInstanceOf(CallError);
      expect(vault.getState()).toMatchObject({ state: 'open' });
      expect(computer.record?.nextKey).toBeNull();
      const next = computer.start();
      await next.start();
      expect(next.getState()).toMatchObject({ state: 'open' });
    },
  );

  it('is found when the program ends before it is noted, also by the recovery key of the former one', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    await vault.unlock('correct horse');
    const onDisk: KeyRecord[] = [];
    computer.onRekeyed = () => {
      if (computer.record !== null) onDisk.push(computer.record);
    };
    await vault.changes.makeNewKey('correct horse');
    for (const unlock of [
      (next: Vault) => next.unlock('correct horse'),
      (next: Vault) => next.unlockWithRecoveryKey(onPaper),
    ]) {
      // As the program left it when it ended between the exchange and the note of it.
      computer.record = onDisk[0] ?? null;
      expect(await unlock(computer.start())).toMatchObject({ state: 'open' });
      expect(computer.record).toMatchObject({ nextKey: null });
    }
    expect(await computer.start().unlock('correct horse')).toMatchObject({ state: 'open' });
  });
});

describe('what is still missing', () => {
  it('is called the key when there are only backups, so that no new records begin over them', () => {
    const computer = new Computer();
    computer.hasBackups = true;
    expect(computer.start().getState()).toMatchObject({ state: 'failed', reason: 'keyMissing' });
  });

  it('is called unreadable when the key file can not be read', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'unprotected' });
    computer.isKeyFileUnreadable = true;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'keyUnreadable' });
    await expect(vault.create({ protection: 'unprotected' })).rejects.toMatchObject({ code: 'refused' });
  });
});
