import { assertNever } from '../../../core/assert-never.ts';
import { CallError, type StoreFailure, storeFailureOf } from '../../../core/contract/errors.ts';
import type { Backup, BackupKind } from '../../../core/contract/safety-calls.ts';
import type { CheckRecord } from '../store/ports/desk.ts';
import { backupFolderOf } from '../store/sqlite/backup-files.ts';
import { checkChains } from '../store/sqlite/chain-check.ts';
import { type Connection, connect } from '../store/sqlite/connection.ts';
import { checkEvidence, isWellKept, noForgery } from '../store/sqlite/evidence-check.ts';
import { readForExport } from '../store/sqlite/export-reader.ts';
import { translateFailure } from '../store/sqlite/failure.ts';
import { makeBackup } from '../store/sqlite/make-backup.ts';
import { findPageFault } from '../store/sqlite/page-check.ts';
import { rekeyBackups } from '../store/sqlite/rekey-backups.ts';
import { type ExportHooks, type ExportOrder, type ExportResult, exportRecords } from '../transfer/index.ts';

/**
 * Entries of histories per check, some seconds of work: a shop's whole database in one day, one with a million tickets
 * within two weeks. The pages of the file are read to the end every time.
 */
const EVENTS_PER_CHECK = 300_000;

interface JobBase {
  readonly file: string;
  readonly keyHex: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Long work on the database file beside the running store, over a connection of its own. */
export type Job =
  | (JobBase & { readonly type: 'backup'; readonly kind: BackupKind })
  /** `after`: where the last check of histories stopped. */
  | (JobBase & { readonly type: 'check'; readonly after: string | null })
  | (JobBase & { readonly type: 'rekeyBackups'; readonly formerKeys: readonly string[] })
  | (JobBase & ExportOrder & { readonly type: 'export' });

export type JobResult =
  | { readonly type: 'backup'; readonly backup: Backup }
  | { readonly type: 'check'; readonly check: CheckRecord }
  | { readonly type: 'backupsRekeyed' }
  | ExportResult
  | { readonly type: 'failed'; readonly reason: StoreFailure };

/** How whoever waits for a job hears of it, and stops it; only exports do either. */
export type JobHooks = ExportHooks;

export const noHooks: JobHooks = { onProgress: () => undefined, signal: new AbortController().signal };

/** Never throws for a failure of the file or the disk: the reason is the result. */
export async function runJob(job: Job, hooks: JobHooks = noHooks): Promise<JobResult> {
  try {
    const connection = await connect(job.file, job.keyHex, { mustExist: true });
    try {
      // Sorting must not spill plain rows into a temporary file.
      connection.pragma('temp_store = MEMORY');
      return await runOn(connection, job, hooks);
    } finally {
      connection.close();
    }
  } catch (error) {
    const failure = translateFailure(error);
    const reason = failure instanceof CallError ? storeFailureOf(failure) : null;
    if (reason === null) throw failure;
    return { type: 'failed', reason };
  }
}

async function runOn(connection: Connection, job: Job, hooks: JobHooks): Promise<JobResult> {
  switch (job.type) {
    case 'backup': {
      const order = { folder: backupFolderOf(job.file), keyHex: job.keyHex, kind: job.kind, at: job.at };
      return { type: 'backup', backup: await makeBackup(connection, order) };
    }
    case 'rekeyBackups':
      await rekeyBackups(backupFolderOf(job.file), job);
      return { type: 'backupsRekeyed' };
    case 'check':
      return { type: 'check', check: await check(connection, job) };
    case 'export':
      return readForExport(connection, (reader) => exportRecords(reader, job, hooks));
    default:
      return assertNever(job);
  }
}

async function check(
  connection: Connection,
  { file, keyHex, at, after }: Extract<Job, { type: 'check' }>,
): Promise<CheckRecord> {
  if (findPageFault(connection) !== null) {
    return {
      result: { at, finding: 'pages', verifiedEvents: 0, brokenTickets: [], brokenRecords: [], ...noForgery },
      stoppedAfter: after,
    };
  }
  try {
    return await checkTrails(connection, { file, keyHex, at, after });
  } catch (error) {
    if (translateFailure(error, file) instanceof CallError) throw error;
    // A row that this program can not have written must not keep the check from telling so.
    const forged = { ...noForgery, isMoreForged: true };
    const nothing = { verifiedEvents: 0, brokenTickets: [], brokenRecords: [] };
    return { result: { at, finding: 'histories', ...nothing, ...forged }, stoppedAfter: null };
  }
}

async function checkTrails(
  connection: Connection,
  { file, keyHex, at, after }: Omit<Extract<Job, { type: 'check' }>, 'type'>,
): Promise<CheckRecord> {
  const { stoppedAfter, verifiedEvents, ...found } = checkChains(connection, after, EVENTS_PER_CHECK);
  const brokenTickets = [...found.brokenTickets];
  const brokenRecords = [...found.brokenRecords];
  const evidence = await checkEvidence(connection, file, keyHex);
  const isWhole = brokenTickets.length + brokenRecords.length === 0 && isWellKept(evidence);
  const finding = isWhole ? 'whole' : 'histories';
  const result = { at, finding, verifiedEvents, brokenTickets, brokenRecords, ...evidence } as const;
  return { result: { ...result, forged: [...evidence.forged] }, stoppedAfter };
}
