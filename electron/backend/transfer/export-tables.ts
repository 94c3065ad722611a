import { putTogether } from '../../../core/ticket/kept-text.ts';
import { ticketEventSchema } from '../../../core/ticket/schema.ts';
import type { Connection } from '../store/sqlite/connection.ts';
import { joinStandingTexts } from './standing-texts.ts';

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** How one kind of record becomes a table. Headings are the same in every language, so that programs can rely on them. */
export interface ExportTable {
  readonly headings: readonly string[];
  readonly count: string;
  /** Rows behind a place, in order; `place` is a row's own. */
  readonly page: string;
  readonly first: Cell;
  readonly cells: (row: Row) => readonly Cell[];
}

const when = (at: Cell | undefined): string => (typeof at === 'number' ? new Date(at).toISOString() : '');
const list = (json: Cell | undefined): string => (JSON.parse(String(json ?? '[]')) as string[]).join('; ');
const text = (value: Cell | undefined): Cell => value ?? '';

export const customersTable: ExportTable = {
  headings: ['Customer ID', 'Name', 'Phones', 'E-mails', 'Language', 'Notes', 'Added', 'Changed'],
  count: 'select count(*) from customers',
  page: `select id as place, name, phones, emails, language, notes, created_at, updated_at
    from customers where id > ? order by id limit ?`,
  first: '',
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

export const devicesTable: ExportTable = {
  headings: [
    ...['Serial', 'Model', 'Kind', 'Vendor family', 'Generation', 'Customer ID', 'Name', 'Phones', 'E-mails'],
    ...['Place', 'Address', 'Added', 'Changed'],
  ],
  count: 'select count(*) from devices',
  page: `select d.id as place, d.serial, d.model, d.kind, d.vendor_family, d.generation, d.customer_id,
      c.name, c.phones, c.emails, s.name as site, s.address, d.created_at, d.updated_at
    from devices d left join customers c on c.id = d.customer_id left join sites s on s.id = d.site_id
    where d.id > ? order by d.id limit ?`,
  first: '',
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

export const ticketsTable: ExportTable = {
  headings: [
    ...['Ticket', 'Lane', 'Outcome', 'Failure reason', 'Procedure', 'Step', 'Assignee', 'Priority', 'Tags'],
    ...['Customer ID', 'Name', 'Phones', 'Serial', 'Model', 'Opened', 'Changed', 'Closed'],
  ],
  count: 'select count(*) from tickets',
  page: `select t.number as place, t.lane, t.outcome, t.failure_reason, t.playbook_id, t.step_id, t.assignee,
      t.priority, t.tags, t.customer_id, c.name, c.phones, d.serial, d.model, t.created_at, t.updated_at, t.closed_at
    from tickets t left join customers c on c.id = t.customer_id left join devices d on d.id = t.device_id
    where t.number > ? order by t.number limit ?`,
  first: 0,
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

/** By ticket and entry: a place is the ticket's id and the entry's number. */
export const historiesTable: ExportTable = {
  headings: ['Ticket', 'Entry', 'At', 'Agent', 'Event', 'Details'],
  count: 'select count(*) from ticket_events',
  page: `select e.ticket_id || ':' || e.sequence as place, t.number, e.sequence, e.at, e.actor, e.event, x.content
    from ticket_events e join tickets t on t.id = e.ticket_id
      ${joinStandingTexts}
    where (e.ticket_id, e.sequence) > (?, ?) order by e.ticket_id, e.sequence limit ?`,
  first: ':0',
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

/** The rows of a table page by page, so that a large one never sits in memory. */
export function* pagesOf(
  connection: Connection,
  table: ExportTable,
  rowsPerPage: number,
): Generator<readonly Row[]> {
  const statement = connection.prepare(table.page);
  let place: Cell = table.first;
  for (;;) {
    const rows = statement.all([...placeValues(table, place), rowsPerPage]) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < rowsPerPage) return;
    place = rows.at(-1)?.['place'] ?? null;
  }
}

function placeValues(table: ExportTable, place: Cell): readonly Cell[] {
  if (table !== historiesTable) return [place];
  const [ticketId = '', sequence = '0'] = String(place).split(':');
  return [ticketId, Number(sequence)];
}
