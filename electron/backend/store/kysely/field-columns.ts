import * as z from 'zod';
import { eachField, type Fields, isList, type ValuesOf } from '../../../../core/records/field.ts';
import { readTexts, writeTexts } from './text-list.ts';

type Stored<Value> = Value extends readonly unknown[] ? string : Value;

/** The columns of a record's table that hold its fields. */
export type ColumnsOf<Table extends Fields> = {
  [Name in keyof Table as Table[Name]['column']]: Stored<ValuesOf<Table>[Name]>;
};

type Selection<Table extends Fields> = {
  [Name in keyof Table & string]: `${Table[Name]['column']} as ${Name}`;
}[keyof Table & string];

/** The columns under the names of their fields, to be selected. */
export function selectionOf<Table extends Fields>(table: Table): readonly Selection<Table>[] {
  const selection = eachField<Record<string, Selection<Table>>>(
    table,
    ({ column }, name) => `${column} as ${name}`,
  );
  return Object.values(selection);
}

/** A record's fields as columns, to be inserted or set. */
export function columnValues<Table extends Fields>(table: Table, record: ValuesOf<Table>): ColumnsOf<Table> {
  const values: Readonly<Record<string, unknown>> = record;
  const columns = Object.entries(table).map(([name, field]) => [
    field.column,
    isList(field) ? writeTexts(z.array(z.string()).parse(values[name])) : values[name],
  ]);
  // Which column has which type is known by name only.
  return Object.fromEntries(columns) as ColumnsOf<Table>;
}

/** A selected row with its lists; the record's schema still has to read it. */
export function rowFields(table: Fields, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const lists = eachField<Record<string, string[]>>(table, (field, name) =>
    isList(field) ? readTexts(String(row[name])) : undefined,
  );
  return { ...row, ...lists };
}
