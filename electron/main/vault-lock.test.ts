import { describe, expect, it, vi } from 'vitest';
import { storeFailed } from '../../core/contract/errors.ts';
import { waitBeforeTry } from './passphrase-tries.ts';
import { Computer, computerWithPaper, onPaper } from './vault-computer.fixture.ts';

/** What a guess costs is a matter of key-record.test.ts. */
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const scrypt = (text: string, salt: Buffer, length: number, _: object, done: () => void) =>
    real.scrypt(text, salt, length, { N: 16 }, done);
  return { ...real, scrypt };
});

describe('locking', () => {
  it('forgets the key, and the passphrase opens the same records again', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    const key = await vault.changes.confirmedKey('correct horse');
    expect(await vault.lock('agent')).toMatchObject({
      state: 'locked',
      needs: 'passphrase',
      lockedBy: 'agent',
    });
    expect(key.every((byte) => byte === 0)).toBe(true);
    expect(vault.keys()).toBeNull();
    await vi.waitFor(() => expect(computer.happened.slice(-2)).toEqual(['released', 'locked']));
    await expect(vault.unlock('wrong horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(await vault.unlock('correct horse')).toMatchObject({ state: 'open' });
    expect(new Set(computer.opened).size).toBe(1);
  });

  it.each(['keyring', 'unprotected'] as const)(
    'says of a desk with protection %s that nothing is needed to open it',
    async (protection) => {
      const vault = new Computer().start();
      await vault.create({ protection });
      expect(await vault.lock('idle')).toMatchObject({ needs: 'nothing', lockedBy: 'idle' });
      expect(await vault.unlock(null)).toMatchObject({ state: 'open', protection });
    },
  );

  it('says for how long what was under way is still being ended', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    let end = () => {};
    computer.releasing = new Promise((resolve) => {
      end = resolve;
    });
    expect(await vault.lock('agent')).toMatchObject({ state: 'locked', isClosing: true });
    const opened = vault.unlock('correct horse');
    expect(vault.getState()).toMatchObject({ state: 'locked', isClosing: true });
    end();
    await opened;
    expect(computer.happened.slice(-4)).toEqual(['released', 'locked', 'store opened', 'open']);
    expect(await vault.lock('agent')).toMatchObject({ lockedBy: 'agent' });
    await vi.waitFor(() => expect(vault.getState()).toMatchObject({ isClosing: false, lockedBy: 'agent' }));
  });

  it('holds a key in memory while another computer has the records, and lets it go', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    computer.failure = storeFailed('inUse', 'Another computer has them.');
    const vault = computer.start();
    expect(vault.keptBy()).toBeNull();
    expect(await vault.unlock('correct horse')).toMatchObject({ state: 'failed', reason: 'inUse' });
    expect(vault.keptBy()).toBe('passphrase');
    expect(await vault.lock('idle')).toMatchObject({ state: 'locked', lockedBy: 'idle' });
    expect(vault.keptBy()).toBeNull();
  });

  it('opens with the passphrase that another computer has given the records meanwhile', async () => {
    const here = new Computer();
    await here.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    here.failure = storeFailed('inUse', 'Another computer has them.');
    const vault = here.start();
    await vault.unlock('correct horse');
    // The other one, with the same files.
    const there = new Computer();
    [there.record, there.databaseKey] = [here.record, here.databaseKey];
    const other = there.start();
    await other.unlock('correct horse');
    await other.changes.changeProtection(
      { protection: 'passphrase', passphrase: 'other horse' },
      'correct horse',
    );
    [here.record, here.databaseKey, here.failure] = [there.record, there.databaseKey, null];
    expect(await vault.reopen()).toMatchObject({ state: 'locked', needs: 'passphrase', lockedBy: null });
    await expect(vault.unlock('correct horse')).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(await vault.unlock('other horse')).toMatchObject({ state: 'open' });
  });

  it('lets what is being done with the key end first', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    const renewed = vault.changes.makeNewKey('correct horse');
    await vault.lock('agent');
    expect(await renewed).toMatchObject({ state: 'open' });
    expect(vault.getState()).toMatchObject({ state: 'locked' });
    expect(computer.record?.nextKey).toBeNull();
  });

  it('does not wait for a guess that has to wait, which so is not made', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    for (let round = 0; round < 5; round += 1)
      await vault.changes.confirmedKey('wrong horse').catch(() => undefined);
    computer.patience = new Promise(() => undefined);
    const guess = vault.changes.confirmedKey('correct horse').catch((error: unknown) => error);
    await vi.waitFor(() => expect(computer.waitsMs.at(-1)).toBe(4000));
    expect(await vault.lock('agent')).toMatchObject({ state: 'locked' });
    expect(await guess).toMatchObject({ code: 'store_locked' });
    computer.patience = Promise.resolve();
    await vault.unlock('correct horse');
    expect(computer.waitsMs.at(-1)).toBe(4000);
  });

  it('keeps a backend that was started again from opening anything', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    await vault.lock('system');
    expect(await vault.reopen()).toMatchObject({ state: 'locked' });
    expect(computer.opened).toHaveLength(1);
  });

  it('does nothing where nothing is open', async () => {
    const computer = new Computer();
    expect(await computer.start().lock('agent')).toMatchObject({ state: 'new' });
    expect(computer.happened).toEqual([]);
  });
});

describe('wrong tries', () => {
  it('cost nothing three times, then more and more, until one is right', async () => {
    const computer = new Computer();
    await computer.start().create({ protection: 'passphrase', passphrase: 'correct horse' });
    const vault = computer.start();
    for (let round = 0; round < 5; round += 1) await vault.unlock('wrong horse').catch(() => undefined);
    await vault.unlock('correct horse');
    expect(computer.waitsMs).toEqual([0, 0, 0, 1000, 2000, 4000]);
    await vault.changes.makeNewKey('correct horse');
    expect(computer.waitsMs.at(-1)).toBe(0);
  });

  it('count for whatever asks for the passphrase, and for the recovery key', async () => {
    const computer = await computerWithPaper();
    computer.waitsMs.length = 0;
    const vault = computer.start();
    await vault.unlock('correct horse');
    for (let round = 0; round < 3; round += 1)
      await vault.changes.confirmedKey('wrong horse').catch(() => undefined);
    await vault.changes.makeNewKey('wrong horse').catch(() => undefined);
    await vault.lock('agent');
    await vault.unlockWithRecoveryKey(onPaper).catch(() => undefined);
    expect(computer.waitsMs).toEqual([0, 0, 0, 0, 1000, 2000]);
  });

  it('never make one wait longer than half a minute', () => {
    expect(waitBeforeTry(1000)).toBe(30_000);
  });
});

describe('who makes, shows or changes a key', () => {
  it.each([null, '', 'wrong horse'])(
    'and gives the passphrase as %j is refused, with no trace',
    async (text) => {
      const computer = await computerWithPaper();
      const vault = computer.start();
      await vault.unlock('correct horse');
      const before = { record: computer.record, acts: [...computer.acts], opened: computer.opened.length };
      const other = { protection: 'passphrase', passphrase: 'battery staple' } as const;
      for (const act of [
        () => vault.changes.confirmedKey(text),
        () => vault.changes.makeNewKey(text),
        () => vault.changes.changeProtection(other, text),
        () => vault.changes.changeProtection({ protection: 'unprotected' }, text),
        () => vault.changes.changeProtection({ protection: 'keyring' }, text),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'wrong_passphrase' });
      expect({ record: computer.record, acts: computer.acts, opened: computer.opened.length }).toEqual(
        before,
      );
    },
  );

  it('is asked by the computer where a keyring has the key', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'keyring' });
    computer.isPersonThere = false;
    const other = { protection: 'passphrase', passphrase: 'battery staple' } as const;
    for (const act of [
      () => vault.changes.confirmedKey(null),
      () => vault.changes.changeProtection(other, null),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'refused' });
    expect(computer.record).toMatchObject({ protection: 'keyring' });
  });

  it('is in the log of the desk', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    await vault.unlockWithRecoveryKey(onPaper);
    await vault.changes.changeProtection({ protection: 'passphrase', passphrase: 'battery staple' }, null);
    await vault.changes.makeNewKey('battery staple');
    await vault.changes.changeProtection({ protection: 'unprotected' }, 'battery staple');
    expect(computer.acts).toEqual([
      { type: 'recoveryKeyMade' },
      { type: 'recoveryKeyUsed' },
      { type: 'protectionChanged', from: 'passphrase', to: 'passphrase' },
      { type: 'keyRenewed' },
      { type: 'protectionChanged', from: 'passphrase', to: 'unprotected' },
    ]);
  });

  it('does not get in with a recovery key that can not be logged', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    computer.canLog = false;
    await expect(vault.unlockWithRecoveryKey(onPaper)).rejects.toMatchObject({ code: 'store_failed' });
    expect(vault.getState()).toMatchObject({ state: 'locked' });
    expect(vault.keys()).toBeNull();
  });

  it('with the recovery key leaves word of it before the door', async () => {
    const computer = await computerWithPaper();
    const vault = computer.start();
    await vault.unlockWithRecoveryKey(onPaper);
    computer.nowMs = 99;
    await vault.changes.changeProtection({ protection: 'passphrase', passphrase: 'battery staple' }, null);
    expect(computer.start().getState()).toMatchObject({ lastChange: { at: 99, wasRecovered: true } });
  });
});

describe('a copy of the key record', () => {
  it.each(['unprotected', 'keyring'] as const)(
    'from when the desk was kept %s opens nothing once a passphrase was set',
    async (protection) => {
      const computer = new Computer();
      const vault = computer.start();
      await vault.create({ protection });
      const copy = computer.record;
      const formerKey = computer.databaseKey;
      await vault.changes.changeProtection({ protection: 'passphrase', passphrase: 'correct horse' }, null);
      expect(computer.rekeyedBackupsOf).toEqual([formerKey]);
      computer.record = copy;
      computer.remembered = null;
      const thief = computer.start();
      await thief.start();
      expect(thief.getState()).toMatchObject({ state: 'failed', reason: 'wrongKey' });
    },
  );

  it('with a former passphrase opens nothing either', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    const copy = computer.record;
    await vault.changes.changeProtection(
      { protection: 'passphrase', passphrase: 'battery staple' },
      'correct horse',
    );
    computer.record = copy;
    expect(await computer.start().unlock('correct horse')).toMatchObject({ reason: 'wrongKey' });
  });
});

describe('a key record that protects less than this computer remembers', () => {
  /** The files of an unprotected desk lie in the place of a protected one. */
  async function exchanged(protection: 'passphrase' | 'keyring'): Promise<Computer> {
    const computer = new Computer();
    const own = { protection: 'passphrase', passphrase: 'correct horse' } as const;
    await computer.start().create(protection === 'passphrase' ? own : { protection });
    const other = new Computer();
    await other.start().create({ protection: 'unprotected' });
    computer.record = other.record;
    computer.databaseKey = other.databaseKey;
    return computer;
  }

  it.each(['passphrase', 'keyring'] as const)('(%s) does not open without asking', async (protection) => {
    const computer = await exchanged(protection);
    const opened = computer.opened.length;
    const vault = computer.start();
    await vault.start();
    expect(vault.getState()).toMatchObject({ state: 'failed', reason: 'weakerKey' });
    expect(computer.opened).toHaveLength(opened);
  });

  it('is taken when the agent says so, which the log has, and is not asked again', async () => {
    const computer = await exchanged('passphrase');
    const vault = computer.start();
    await vault.start();
    expect(await vault.takeWeakerKey()).toMatchObject({ state: 'open', protection: 'unprotected' });
    expect(computer.acts).toEqual([
      { type: 'weakerKeyTaken', remembered: 'passphrase', found: 'unprotected' },
    ]);
    const next = computer.start();
    await next.start();
    expect(next.getState()).toMatchObject({ state: 'open' });
  });

  it('is no question after the agent chose less protection', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    await vault.changes.changeProtection({ protection: 'unprotected' }, 'correct horse');
    const next = computer.start();
    await next.start();
    expect(next.getState()).toMatchObject({ state: 'open' });
  });

  it.each(['unprotected', 'keyring'] as const)(
    'is never what a crash leaves while the agent chooses less protection (%s)',
    async (protection) => {
      const computer = new Computer();
      const vault = computer.start();
      await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
      await vault.changes.changeProtection({ protection }, 'correct horse');
      expect(computer.record).toMatchObject({ protection });
      expect(computer.wasLessThanRemembered).toBe(false);
    },
  );

  it('stays remembered where choosing less fails', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'passphrase', passphrase: 'correct horse' });
    computer.rekeyEnds = 'before';
    const less = vault.changes.changeProtection({ protection: 'keyring' }, 'correct horse');
    await expect(less).rejects.toMatchObject({ code: 'store_failed' });
    expect(computer.remembered).toBe('passphrase');
  });

  it('is not taken where nothing was exchanged', async () => {
    const computer = new Computer();
    const vault = computer.start();
    await vault.create({ protection: 'unprotected' });
    await expect(vault.takeWeakerKey()).rejects.toMatchObject({ code: 'refused' });
  });
});
