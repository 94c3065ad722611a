import { rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CallError } from '../../../core/contract/errors.ts';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import { shownFileName } from '../../../core/file-name.ts';
import type { ExportOutcome, TransferState, TransferTask } from '../../../core/transfer/transfer.ts';
import { syncFolder } from '../../files/durable.ts';
import { partFileOf, removePart } from '../../files/part-file.ts';
import type { Announcement } from '../work/work.ts';
import { type ExportHooks, type ExportOrder, type ExportResult, reasonOf } from './export-records.ts';

/** Often enough to look alive. */
const TELL_EVERY_MS = 150;

/** The open database, as whoever reads it beside the calls needs it. */
export interface ExportedDatabase {
  readonly file: string;
  readonly keyHex: string;
}

/** Writes records into a file beside the calls. */
export type RunExport = (
  database: ExportedDatabase,
  order: ExportOrder,
  hooks: ExportHooks,
) => Promise<ExportResult>;

export interface TransferParts {
  /** Epoch ms. */
  readonly now: () => number;
  readonly runExport: RunExport;
  readonly announce: (announcement: Announcement) => void;
  readonly log: (name: string, error: unknown) => void;
}

export interface ExportRequest {
  readonly what: Exported;
  /** The whole path. */
  readonly file: string;
  readonly database: ExportedDatabase;
  /** Puts it into the desk's log; before the file gets its name, so that none goes out unseen. */
  readonly note: (rows: number) => Promise<void>;
  /** Keeps the path of what is not finished, so that nothing readable is left of it when the program is killed. */
  readonly remember: (path: string | null) => Promise<void>;
}

/** Hears how far a task is, and whether it is to stop. */
export interface Progress {
  readonly report: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Long work on many records, one at a time: tells how far it is, and stops when asked. */
export class Transfers {
  readonly #parts: TransferParts;
  #running: TransferState['running'] = null;
  #lastExport: ExportOutcome | null = null;
  #stop = new AbortController();
  #work: Promise<unknown> = Promise.resolve();
  #toldAt = 0;

  constructor(parts: TransferParts) {
    this.#parts = parts;
  }

  getState(): TransferState {
    return { running: this.#running, lastExport: this.#lastExport };
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** Resolves when nothing is running any more. */
  async stop(): Promise<void> {
    this.cancel();
    await this.#work.catch(() => undefined);
  }

  /** @throws CallError `refused` while something else is running */
  run<Result>(task: TransferTask, work: (progress: Progress) => Promise<Result>): Promise<Result> {
    if (this.#running !== null)
      throw new CallError('refused', 'An export or import is running. Wait for its end, or stop it.');
    this.#stop = new AbortController();
    this.#running = { task, done: 0, total: 0 };
    this.#tell();
    const report = (done: number, total: number) => {
      this.#running = { task, done, total };
      if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.#tell();
    };
    const result = work({ report, signal: this.#stop.signal }).finally(() => {
      this.#running = null;
      this.#tell();
    });
    this.#work = result;
    return result;
  }

  /** Starts and does not wait; the state tells how it ended. */
  startExport(request: ExportRequest): void {
    const { what, file } = request;
    void this.run(what, async (progress) => {
      const result = await this.#export(request, progress).catch((error: unknown): ExportResult => {
        this.#parts.log('export', error);
        return { type: 'exportFailed', reason: 'unknown' };
      });
      this.#lastExport = {
        what,
        fileName: shownFileName(basename(file), 'table'),
        at: this.#parts.now(),
        rows: result.type === 'exported' ? result.rows : 0,
        reason: result.type === 'exportFailed' ? result.reason : null,
        result:
          result.type === 'exported' ? 'done' : result.type === 'exportCancelled' ? 'cancelled' : 'failed',
      };
    });
  }

  async #export(request: ExportRequest, progress: Progress): Promise<ExportResult> {
    const partFile = partFileOf(request.file);
    await request.remember(partFile);
    const result = await this.#write(request, partFile, progress);
    // After a failure the job may have been ended in the middle.
    if (result.type === 'exported' || (await removePart(partFile))) await request.remember(null);
    return result;
  }

  async #write(
    { what, file, database, note }: ExportRequest,
    partFile: string,
    { report, signal }: Progress,
  ): Promise<ExportResult> {
    const order = { at: this.#parts.now(), what, partFile };
    const result = await this.#parts.runExport(database, order, { onProgress: report, signal });
    if (result.type !== 'exported') return result;
    try {
      await note(result.rows);
      await rename(partFile, file);
      syncFolder(dirname(file));
      return result;
    } catch (error) {
      return { type: 'exportFailed', reason: reasonOf(error) };
    }
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#parts.announce({ name: 'transfer.stateChanged', payload: this.getState() });
  }
}
