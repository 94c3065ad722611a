import { customerFields } from '../../../core/records/customer-fields.ts';
import { deviceFields } from '../../../core/records/device-fields.ts';
import { type Fields, isList } from '../../../core/records/field.ts';
import { siteFields } from '../../../core/records/site-fields.ts';
import { putTogether } from '../../../core/ticket/kept-text.ts';
import { ticketEventSchema } from '../../../core/ticket/schema.ts';
import type { Cell, ExportRow as Row, TableName } from '../store/ports/export-reader.ts';

/** How one kind of record becomes a table. Headings are the same in every language, so that programs can rely on them. */
export interface ExportTable {
  readonly headings: readonly string[];
  readonly cells: (row: Row) => readonly Cell[];
}

const when = (at: Cell | undefined): string => (typeof at === 'number' ? new Date(at).toISOString() : '');
const list = (json: Cell | undefined): string => (JSON.parse(String(json ?? '[]')) as string[]).join('; ');
const text = (value: Cell | undefined): Cell => value ?? '';

type Column = readonly [heading: string, cell: (row: Row) => Cell];

/** The columns of a record's fields, in their order. */
function fieldColumns(fields: Fields): readonly Column[] {
  return Object.values(fields).flatMap((field): readonly Column[] => {
    const { heading, column } = field;
    if (heading === null) return [];
    return [[heading, (row) => (isList(field) ? list(row[column]) : text(row[column]))]];
  });
}

function tableOf(columns: readonly Column[]): ExportTable {
  return {
    headings: columns.map(([heading]) => heading),
    cells: (row) => columns.map(([, cell]) => cell(row)),
  };
}

const times: readonly Column[] = [
  ['Added', (row) => when(row['created_at'])],
  ['Changed', (row) => when(row['updated_at'])],
];

const { name, phones, emails } = customerFields;
const owner = fieldColumns({ name, phones, emails });

const customers = tableOf([
  ['Customer ID', (row) => text(row['place'])],
  ...fieldColumns(customerFields),
  ...times,
]);

const devices = tableOf([
  ...fieldColumns(deviceFields),
  ...owner,
  [siteFields.name.heading, (row) => text(row['site'])],
  [siteFields.address.heading, (row) => text(row['address'])],
  ...times,
]);

const tickets: ExportTable = {
  headings: [
    ...['Ticket', 'Lane', 'Outcome', 'Failure reason', 'Procedure', 'Step', 'Assignee', 'Priority', 'Tags'],
    ...['Customer ID', 'Name', 'Phones', 'Serial', 'Model', 'Opened', 'Changed', 'Closed'],
  ],
  cells: (row) => [
    ...['place', 'lane', 'outcome', 'failure_reason', 'playbook_id', 'step_id', 'assignee'].map((name) =>
      text(row[name]),
    ),
    priorityNames[Number(row['priority'])] ?? '',
    list(row['tags']),
    text(row['customer_id']),
    text(row['name']),
    list(row['phones']),
    text(row['serial']),
    text(row['model']),
    when(row['created_at']),
    when(row['updated_at']),
    when(row['closed_at']),
  ],
};

const histories: ExportTable = {
  headings: ['Ticket', 'Entry', 'At', 'Agent', 'Event', 'Details'],
  cells: (row) => {
    const { type, ...details } = eventOf(row);
    return [
      text(row['number']),
      text(row['sequence']),
      when(row['at']),
      text(row['actor']),
      type,
      Object.keys(details).length === 0 ? '' : JSON.stringify(details),
    ];
  },
};

const priorityNames = ['low', 'normal', 'high', 'urgent'] as const;

function eventOf(row: Row) {
  const content = row['content'];
  return ticketEventSchema.parse(
    putTogether({ eventJson: String(row['event']), textJson: content == null ? null : String(content) }),
  );
}

export const exportTables: Readonly<Record<TableName, ExportTable>> = {
  customers,
  devices,
  tickets,
  histories,
};
