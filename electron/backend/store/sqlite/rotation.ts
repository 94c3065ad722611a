import type { Backup } from '../../../../core/contract/safety-calls.ts';

/**
 * How many are kept. Days catch what is noticed at once, weeks a mistake that is found late, months a disk that was
 * failing for long. Seventeen files at most; a shop's database has a few megabytes.
 */
const KEPT = { days: 7, weeks: 4, months: 6, beforeUpdate: 2 } as const;

/** So many stay, however little room there is. */
const ALWAYS_KEPT = 2;

/**
 * The backups to remove, oldest first: all that is not the newest of one of the last days, weeks and months that have
 * one, nor made before one of the last updates.
 *
 * @param backups newest first
 * @param bytesShort how much room is missing; more is given up until it is there
 */
export function backupsToRemove(backups: readonly Backup[], bytesShort = 0): Backup[] {
  const kept = new Set<Backup>([
    ...newestOfEach(backups, KEPT.days, dayOf),
    ...newestOfEach(backups, KEPT.weeks, weekOf),
    ...newestOfEach(backups, KEPT.months, monthOf),
    ...backups.filter(({ kind }) => kind === 'beforeUpdate').slice(0, KEPT.beforeUpdate),
  ]);
  const removed = backups.filter((backup) => !kept.has(backup));
  const candidates = backups.filter((backup) => kept.has(backup)).slice(ALWAYS_KEPT);
  let missing = bytesShort - removed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  while (missing > 0) {
    const oldest = candidates.pop();
    if (oldest === undefined) break;
    removed.push(oldest);
    missing -= oldest.sizeBytes;
  }
  return removed.reverse();
}

/** When the last backup of today's kind has gone, on a desk that is used every month: the first day of that month, epoch ms. */
export function goneAt(now: number): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth() + KEPT.months, 1).getTime();
}

function newestOfEach(
  backups: readonly Backup[],
  count: number,
  periodOf: (at: Date) => string,
): readonly Backup[] {
  const newest = new Map<string, Backup>();
  for (const backup of backups) {
    const period = periodOf(new Date(backup.madeAt));
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, count);
}

/** In local time: "yesterday's backup" is what the agent calls so. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

/** Weeks begin on Monday. */
function weekOf(at: Date): string {
  const daysSinceMonday = (at.getDay() + 6) % 7;
  return dayOf(new Date(at.getFullYear(), at.getMonth(), at.getDate() - daysSinceMonday));
}

function monthOf(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth()}`;
}
