import type { RecordsHead } from '../../../../core/evidence/records-head.ts';
import { sketchFromBytes, sketchToBytes } from '../../../../core/evidence/trail-sketch.ts';
import type { Connection } from './connection.ts';

/** Whether the database has the form that keeps a head. */
export function canKeepHead(connection: Connection): boolean {
  const table = connection
    .prepare(`select 1 from sqlite_master where type = 'table' and name = 'records_head'`)
    .get();
  return table !== undefined;
}

/** The head that the database keeps itself; null when there is none. */
export function readHeadRow(connection: Connection): RecordsHead | null {
  const row = connection.prepare('select serial, sketch from records_head where only = 1').get() as
    | { readonly serial: number; readonly sketch: Uint8Array }
    | undefined;
  const sketch = row === undefined ? null : sketchFromBytes(row.sketch);
  return row === undefined || sketch === null ? null : { serial: row.serial, sketch };
}

export function writeHeadRow(connection: Connection, { serial, sketch }: RecordsHead): void {
  connection
    .prepare('insert or replace into records_head (only, serial, sketch) values (1, ?, ?)')
    .run([serial, sketchToBytes(sketch)]);
}
