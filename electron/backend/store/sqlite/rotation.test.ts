import { describe, expect, it } from 'vitest';
import type { Backup, BackupKind } from '../../../../core/contract/safety-calls.ts';
import { backupName, parseBackupName } from './backup-files.ts';
import { backupsToRemove } from './rotation.ts';

const backup = (when: string, kind: BackupKind = 'daily'): Backup => {
  const madeAt = new Date(when).getTime();
  return { name: backupName(kind, madeAt), kind, madeAt, sizeBytes: 1000 };
};

/** One a day at six in the evening, newest first. */
const daily = (days: number): Backup[] =>
  Array.from({ length: days }, (_, index) => {
    const at = new Date('2026-11-25T18:00:00');
    at.setDate(at.getDate() - index);
    return backup(at.toISOString());
  });

const keptOf = (backups: readonly Backup[], bytesShort = 0) => {
  const removed = backupsToRemove(backups, bytesShort);
  return backups.filter((one) => !removed.includes(one));
};
const daysOf = (backups: readonly Backup[]) =>
  backups.map(({ madeAt }) => new Date(madeAt).toLocaleDateString('sv'));

describe('backupsToRemove', () => {
  it('keeps seven days, four weeks and six months of a year of daily backups', () => {
    expect(daysOf(keptOf(daily(365)))).toEqual([
      ...['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19'],
      // The last days of the weeks before; the week of 22 November is there already.
      ...['2026-11-15', '2026-11-08'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
    ]);
  });

  it('counts days that have a backup, so a holiday costs none', () => {
    const backups = ['2026-11-25', '2026-11-10', '2026-10-01', '2026-03-01'].map((day) =>
      backup(`${day}T09:00`),
    );
    expect(backupsToRemove(backups)).toEqual([]);
  });

  it('keeps the newest of a day that has several', () => {
    const backups = ['T17:00', 'T12:00', 'T08:00'].map((time) => backup(`2026-11-25${time}`, 'manual'));
    expect(keptOf(backups)).toEqual(backups.slice(0, 1));
  });

  it('keeps the ones from before the last two updates', () => {
    const updates = [3, 2, 1].map((month) => backup(`2020-0${month}-01T08:00`, 'beforeUpdate'));
    expect(keptOf([...daily(300), ...updates]).filter(({ kind }) => kind === 'beforeUpdate')).toEqual(
      updates.slice(0, 2),
    );
  });

  it('gives up the oldest where room is missing, but never the newest two', () => {
    expect(keptOf(daily(7), 2500)).toHaveLength(4);
    expect(daysOf(keptOf(daily(7), 1_000_000))).toEqual(['2026-11-25', '2026-11-24']);
  });
});

describe('the name of a backup', () => {
  it('tells its kind and its time', () => {
    const madeAt = Date.UTC(2026, 10, 25, 22, 17, 6);
    expect(backupName('daily', madeAt)).toBe('resetdesk-20261125-221706-daily.db');
    expect(parseBackupName('resetdesk-20261125-221706-daily.db')).toEqual({ kind: 'daily', madeAt });
  });

  it.each(['records.db', 'resetdesk-20261125-221706-daily.db.part', 'resetdesk-20261399-000000-daily.db'])(
    'is not seen in %s',
    (name) => expect(parseBackupName(name)).toBeNull(),
  );
});
