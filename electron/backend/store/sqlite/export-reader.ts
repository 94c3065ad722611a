import type { ExportReader } from '../ports/export-reader.ts';
import type { Connection } from './connection.ts';
import { headFacts } from './evidence-check.ts';
import { listPages } from './export-lists.ts';
import { tablePages } from './export-pages.ts';
import { translateFailure } from './failure.ts';

const tableOf = {
  customers: 'customers',
  sites: 'sites',
  devices: 'devices',
  tickets: 'tickets',
  histories: 'ticket_events',
} as const;

/** Runs `work` in one transaction for all its reads: others may write meanwhile, what it reads is of one moment. */
export async function readForExport<Result>(
  connection: Connection,
  work: (reader: ExportReader) => Promise<Result>,
): Promise<Result> {
  connection.exec('begin');
  try {
    return await work(exportReaderOf(connection));
  } finally {
    connection.exec('rollback');
  }
}

/** @throws CallError `store_failed`, from every read, when the database can not be read */
export function exportReaderOf(connection: Connection): ExportReader {
  return {
    count: async (name) =>
      told(() => Number(connection.prepare(`select count(*) from ${tableOf[name]}`).pluck().get())),
    table: (name, rowsPerPage) => toldPages(tablePages(connection, name, rowsPerPage)),
    list: (name, rowsPerPage) => toldPages(listPages(connection, name, rowsPerPage)),
    head: async () => told(() => headFacts(connection)),
  };
}

function told<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw translateFailure(error);
  }
}

async function* toldPages<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  try {
    yield* pages;
  } catch (error) {
    throw translateFailure(error);
  }
}
