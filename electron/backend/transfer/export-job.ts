import { type FileHandle, open, rm } from 'node:fs/promises';
import { setImmediate as otherWork } from 'node:timers/promises';
import { CallError, storeFailureOf } from '../../../core/contract/errors.ts';
import type { Exported } from '../../../core/desk-log/desk-entry.ts';
import type { TransferFailure } from '../../../core/transfer/transfer.ts';
import { fileFailureOf } from '../../files/file-failure.ts';
import type { Connection } from '../store/sqlite/connection.ts';
import { translateFailure } from '../store/sqlite/failure.ts';
import { byteOrderMark, csvLines } from './csv.ts';
import { countRecords, documentParts } from './export-document.ts';
import {
  customersTable,
  devicesTable,
  type ExportTable,
  historiesTable,
  pagesOf,
  ticketsTable,
} from './export-tables.ts';

/** Some milliseconds of work, so that a cancel is heard soon. */
const ROWS_PER_PART = 500;

const tables: Readonly<Record<Exclude<Exported, 'everything'>, ExportTable>> = {
  customers: customersTable,
  devices: devicesTable,
  tickets: ticketsTable,
  histories: historiesTable,
};

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
  connection: Connection,
  order: ExportOrder,
  hooks: ExportHooks,
): Promise<ExportResult> {
  try {
    // Readable by this user only: it is not encrypted.
    const file = await open(order.partFile, 'wx', 0o600);
    try {
      const rows = await writeParts(connection, file, order, hooks);
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
  connection: Connection,
  file: FileHandle,
  { what, at }: ExportOrder,
  { onProgress, signal }: ExportHooks,
): Promise<number | null> {
  // One transaction for all reads: others may write meanwhile, the file is of one moment.
  connection.exec('begin');
  try {
    const total =
      what === 'everything'
        ? countRecords(connection)
        : Number(connection.prepare(tables[what].count).pluck().get());
    const parts =
      what === 'everything'
        ? documentParts(connection, at, ROWS_PER_PART)
        : tableParts(connection, tables[what]);
    let done = 0;
    for (const { text, records } of parts) {
      await file.write(text);
      done += records;
      onProgress(done, total);
      await otherWork();
      if (signal.aborted) return null;
    }
    return done;
  } finally {
    connection.exec('rollback');
  }
}

function* tableParts(connection: Connection, table: ExportTable) {
  yield { text: byteOrderMark + csvLines([table.headings]), records: 0 };
  for (const rows of pagesOf(connection, table, ROWS_PER_PART))
    yield { text: csvLines(rows.map(table.cells)), records: rows.length };
}

async function without(order: ExportOrder, result: ExportResult): Promise<ExportResult> {
  await rm(order.partFile, { force: true });
  return result;
}

/** @throws the error itself when it is a fault of ours, which must be seen as one */
export function reasonOf(error: unknown): TransferFailure {
  const failure = translateFailure(error);
  const reason = failure instanceof CallError ? storeFailureOf(failure) : null;
  if (reason === 'diskFull' || reason === 'damaged') return reason;
  const ofFile = fileFailureOf(error);
  if (ofFile !== null) return ofFile;
  if (reason === null) throw error;
  return 'unknown';
}
