import { connect } from '../store/sqlite/connection.ts';
import { exportReaderOf } from '../store/sqlite/export-reader.ts';
import { documentParts } from '../transfer/export-document.ts';
import { exportTables } from '../transfer/export-tables.ts';

/** The whole document and every table that the desk lets out, as one text. */
export async function everythingExported(file: string, keyHex: string): Promise<string> {
  const connection = await connect(file, keyHex, { mustExist: true });
  const reader = exportReaderOf(connection);
  const parts: unknown[] = [];
  for await (const { text } of documentParts(reader, 0, 10)) parts.push(text);
  for (const name of ['customers', 'devices', 'tickets', 'histories'] as const)
    for await (const rows of reader.table(name, 10)) parts.push(rows.map(exportTables[name].cells));
  connection.close();
  return JSON.stringify(parts);
}
