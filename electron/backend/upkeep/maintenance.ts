import { dirname } from 'node:path';
import type { ErasePreview } from '../../../core/contract/privacy-calls.ts';
import type { Backup, BackupKind, CheckResult, SafetyState } from '../../../core/contract/safety-calls.ts';
import type { DeskEntry } from '../../../core/desk-log/desk-entry.ts';
import type { CheckRecord } from '../store/ports/desk.ts';
import type { Store } from '../store/ports/store.ts';
import { backupFolderOf, listBackups } from '../store/sqlite/backup-files.ts';
import { countSetAside } from '../store/sqlite/restore.ts';
import { dayOf, goneAt } from '../store/sqlite/rotation.ts';
import type { Announcement } from '../work/work.ts';
import type { Job, JobResult } from './jobs.ts';
import { SearchRenewal } from './search-renewal.ts';
import type { RunJob } from './worker.ts';

/** After the start the agent comes first. */
const FIRST_LOOK_AFTER_MS = 2 * 60 * 1000;
/** Short against a day, so that a computer that is on for an hour gets its backup; also how soon a failed one is tried again. */
const LOOK_EVERY_MS = 10 * 60 * 1000;

export interface MaintenanceParts {
  /** Epoch ms. */
  readonly clock: () => number;
  readonly runJob: RunJob;
  /** Does what the desk's rules say of data that is to go. */
  readonly runRetention: () => Promise<void>;
  readonly announce: (announcement: Announcement) => void;
  readonly log: (name: string, error: unknown) => void;
}

interface OpenDatabase {
  readonly file: string;
  readonly keyHex: string;
  readonly store: Store;
}

/**
 * Looks after the open database: retention, a backup and a check every day (a check also after each opening), and the latter two whenever the agent asks. One
 * job at a time.
 */
export class Maintenance {
  readonly #parts: MaintenanceParts;
  readonly #searchRenewal = new SearchRenewal(() => this.#tell());
  #database: OpenDatabase | null = null;
  #timer: NodeJS.Timeout | undefined;
  #jobs: Promise<void> = Promise.resolve();
  #running: Job['type'] | null = null;
  #backupFailure: SafetyState['backupFailure'] = null;
  #check: CheckRecord | null = null;
  #retainedAt: number | null = null;
  #isCheckedSinceOpen = false;

  constructor(parts: MaintenanceParts) {
    this.#parts = parts;
  }

  async attach(database: OpenDatabase): Promise<void> {
    this.#database = database;
    this.#backupFailure = null;
    // The note may lie in a damaged part; the next check then begins anew and says so.
    this.#check = await database.store.transact(({ safety }) => safety.getCheck()).catch(() => null);
    this.#retainedAt = await database.store
      .transact(({ privacy }) => privacy.getRetentionRun())
      .catch(() => null);
    this.#lookAgainAfter(FIRST_LOOK_AFTER_MS);
    this.#isCheckedSinceOpen = false;
    this.#searchRenewal.attach(database.store);
    // What is missing or changed is told before more work is put on top of it.
    if (database.store.found.isDoubtful) this.check();
  }

  /** Jobs that are under way go on to their end: they have connections of their own. */
  detach(): void {
    clearTimeout(this.#timer);
    this.#searchRenewal.detach();
    this.#database = null;
  }

  /** Resolves when no job holds the file. */
  settle(): Promise<void> {
    return this.#jobs;
  }

  getState(): SafetyState | null {
    if (this.#database === null) return null;
    const folder = backupFolderOf(this.#database.file);
    return {
      isBackingUp: this.#running === 'backup',
      isChecking: this.#running === 'check',
      backups: listBackups(folder),
      folder,
      backupFailure: this.#backupFailure,
      lastCheck: this.#check?.result ?? null,
      searchRenewal: this.#searchRenewal.progress,
    };
  }

  /** A little of what search needs after an update; answers whether more is to follow. To be called between the calls. */
  renewSearch(): Promise<boolean> {
    return this.#searchRenewal.step();
  }

  /** Where a customer who is erased now is still found, and until when. */
  holdingErased(): ErasePreview['backups'] {
    const state = this.getState();
    const backups = state?.backups ?? [];
    return {
      count: backups.length,
      goneAt: goneAt(this.#parts.clock()),
      beforeUpdate: backups.filter(({ kind }) => kind === 'beforeUpdate').length,
      setAside: state === null ? 0 : countSetAside(dirname(state.folder)),
    };
  }

  backUp(kind: BackupKind): void {
    this.#enqueue(({ file, keyHex }) => ({ type: 'backup', kind, file, keyHex, at: this.#parts.clock() }));
  }

  /** A copy of a former key must not open what lies beside the database. */
  rekeyBackups(formerKeys: readonly string[]): void {
    this.#enqueue(({ file, keyHex }) => ({
      type: 'rekeyBackups',
      file,
      keyHex,
      formerKeys,
      at: this.#parts.clock(),
    }));
  }

  check(): void {
    this.#isCheckedSinceOpen = true;
    this.#enqueue(({ file, keyHex }) => {
      const after = this.#check?.stoppedAfter ?? null;
      return { type: 'check', file, keyHex, at: this.#parts.clock(), after };
    });
  }

  #lookAgainAfter(delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#lookAgainAfter(LOOK_EVERY_MS);
      this.startWhatIsDue();
    }, delayMs);
    this.#timer.unref();
  }

  /** Retention if it has not run today, then a backup, which so lacks what is to go, and a check likewise. */
  startWhatIsDue(): void {
    const state = this.getState();
    if (state === null || this.#running !== null) return;
    const isFromToday = (at: number | undefined) =>
      at !== undefined && dayOf(new Date(at)) === dayOf(new Date(this.#parts.clock()));
    if (!isFromToday(this.#retainedAt ?? undefined)) this.#enqueueRetention();
    if (!state.backups.some((backup: Backup) => isFromToday(backup.madeAt))) this.backUp('daily');
    if (!this.#isCheckedSinceOpen || !isFromToday(state.lastCheck?.at)) this.check();
  }

  #enqueueRetention(): void {
    this.#jobs = this.#jobs
      .then(async () => {
        if (this.#database === null) return;
        await this.#parts.runRetention();
        this.#retainedAt = this.#parts.clock();
      })
      .catch((error: unknown) => this.#parts.log('retention', error));
  }

  #enqueue(jobOf: (database: OpenDatabase) => Job): void {
    this.#jobs = this.#jobs
      .then(() => this.#run(jobOf))
      .catch((error: unknown) => {
        this.#parts.log('maintenance', error);
      });
  }

  async #run(jobOf: (database: OpenDatabase) => Job): Promise<void> {
    const database = this.#database;
    if (database === null) return;
    const job = jobOf(database);
    this.#running = job.type;
    this.#tell();
    try {
      await this.#take(job, await this.#parts.runJob(job), database);
    } catch (error) {
      this.#backupFailure = job.type === 'backup' ? { at: job.at, reason: 'unknown' } : this.#backupFailure;
      throw error;
    } finally {
      this.#running = null;
      this.#tell();
    }
  }

  async #take(job: Job, result: JobResult, database: OpenDatabase): Promise<void> {
    if (this.#database !== database) return;
    if (result.type === 'failed') {
      if (job.type === 'backup') this.#backupFailure = { at: job.at, reason: result.reason };
      return;
    }
    if (result.type === 'backup') this.#backupFailure = null;
    if (result.type !== 'check') return;
    const isNews = isForgeryNews(this.#check?.result ?? null, result.check.result);
    this.#check = result.check;
    await database.store.transact(async ({ safety, deskLog }) => {
      await safety.putCheck(result.check);
      if (isNews) await deskLog.append(forgeryEntry(result.check.result), job.at, 'ResetDesk');
    });
  }

  #tell(): void {
    const payload = this.getState();
    if (payload !== null) this.#parts.announce({ name: 'safety.changed', payload });
  }
}

/** Told once, not with every check that finds the same. */
function isForgeryNews(before: CheckResult | null, now: CheckResult): boolean {
  const told = (check: CheckResult | null) =>
    JSON.stringify([check?.forged ?? [], check?.missingEntries ?? 0]);
  return (now.forged.length > 0 || now.missingEntries > 0) && told(before) !== told(now);
}

function forgeryEntry({ forged }: CheckResult): DeskEntry {
  const ticketNumbers = forged.flatMap(({ number }) => number ?? []);
  return { type: 'forgeryFound', trails: forged.length, ticketNumbers };
}
