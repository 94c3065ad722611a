import { type FileHandle, open, rm } from 'node:fs/promises';
import { setImmediate as otherWork } from 'node:timers/promises';
import { CallError, storeFailureOf } from '../../../core/contract/errors.ts';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import type { TransferFailure } from '../../../core/transfer/transfer.ts';
import { fileFailureOf } from '../../files/file-failure.ts';
import type { ExportReader, TableName } from '../store/ports/export-reader.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import { countRecords, documentParts } from './export-document.ts';
import { exportTables } from './export-tables.ts';

/** Some milliseconds of work, so that a cancel is heard soon. */
const ROWS_PER_PART = 500;

export interface ExportOrder {
  readonly what: Exported;
  /** Written under this name; whoever ordered it gives it its own one. */
  readonly partFile: string;
  /** Epoch ms. */
  readonly at: number;
}

export type ExportResult =
  | { readonly type: 'exported'; readonly rows: number }
  | { readonly type: 'exportCancelled' }
  | { readonly type: 'exportFailed'; readonly reason: TransferFailure };

export interface ExportHooks {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes records into a file, as they were at one moment, and makes it durable. Unless the result is `exported` nothing is
 * left of the file.
 */
export async function exportRecords(
  reader: ExportReader,
  order: ExportOrder,
  hooks: ExportHooks,
): Promise<ExportResult> {
  try {
    // Readable by this user only: it is not encrypted.
    const file = await open(order.partFile, 'wx', 0o600);
    try {
      const rows = await writeParts(reader, file, order, hooks);
      if (rows === null) return await without(order, { type: 'exportCancelled' });
      await file.sync();
      return { type: 'exported', rows };
    } finally {
      await file.close();
    }
  } catch (error) {
    return without(order, { type: 'exportFailed', reason: reasonOf(error) });
  }
}

/** Null once it was cancelled. */
async function writeParts(
  reader: ExportReader,
  file: FileHandle,
  { what, at }: ExportOrder,
  { onProgress, signal }: ExportHooks,
): Promise<number | null> {
  const total = what === 'everything' ? await countRecords(reader) : await reader.count(what);
  const parts = what === 'everything' ? documentParts(reader, at, ROWS_PER_PART) : tableParts(reader, what);
  let done = 0;
  for await (const { text, records } of parts) {
    await file.write(text);
    done += records;
    onProgress(done, total);
    await otherWork();
    if (signal.aborted) return null;
  }
  return done;
}

async function* tableParts(reader: ExportReader, name: TableName) {
  const { headings, cells } = exportTables[name];
  yield { text: byteOrderMark + csvLines([headings]), records: 0 };
  for await (const rows of reader.table(name, ROWS_PER_PART))
    yield { text: csvLines(rows.map(cells)), records: rows.length };
}

async function without(order: ExportOrder, result: ExportResult): Promise<ExportResult> {
  await rm(order.partFile, { force: true });
  return result;
}

/** @throws the error itself when it is a fault of ours, which must be seen as one */
export function reasonOf(error: unknown): TransferFailure {
  const reason = error instanceof CallError ? storeFailureOf(error) : null;
  if (reason === 'diskFull' || reason === 'damaged') return reason;
  const ofFile = fileFailureOf(error);
  if (ofFile !== null) return ofFile;
  if (reason === null) throw error;
  return 'unknown';
}
