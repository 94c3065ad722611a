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

const customers: ExportTable = {
  headings: ['Customer ID', 'Name', 'Phones', 'E-mails', 'Language', 'Notes', 'Added', 'Changed'],
  cells: (row) => [
    text(row['place']),
    text(row['name']),
    list(row['phones']),
    list(row['emails']),
    text(row['language']),
    text(row['notes']),
    when(row['created_at']),
    when(row['updated_at']),
  ],
};

const devices: ExportTable = {
  headings: [
    ...['Serial', 'Model', 'Kind', 'Vendor family', 'Generation', 'Customer ID', 'Name', 'Phones', 'E-mails'],
    ...['Place', 'Address', 'Added', 'Changed'],
  ],
  cells: (row) => [
    ...['serial', 'model', 'kind', 'vendor_family', 'generation', 'customer_id', 'name'].map((name) =>
      text(row[name]),
    ),
    list(row['phones']),
    list(row['emails']),
    text(row['site']),
    text(row['address']),
    when(row['created_at']),
    when(row['updated_at']),
  ],
};

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
