import type { HeadFacts } from '../../../../core/evidence/records-head.ts';

/** A value as the database has it: lists are JSON, times epoch ms. */
export type Cell = string | number | null;
export type ExportRow = Readonly<Record<string, Cell>>;

/** What is written as a table, one row a line. */
export type TableName = 'customers' | 'devices' | 'tickets' | 'histories';

/** The lists of the whole document. */
export type ListName = 'customers' | 'sites' | 'devices' | 'tickets';

/** A record of the whole document with all that belongs to it. */
export type DocumentRecord = Readonly<Record<string, unknown>>;

/** Reads all records as they are at one moment, page by page, so that a large database never sits in memory. */
export interface ExportReader {
  count(name: TableName | ListName): Promise<number>;
  table(name: TableName, rowsPerPage: number): AsyncIterable<readonly ExportRow[]>;
  list(name: ListName, rowsPerPage: number): AsyncIterable<readonly DocumentRecord[]>;
  /** What a later look at the records can be compared with; null for a form that has no head. */
  head(): Promise<HeadFacts | null>;
}
