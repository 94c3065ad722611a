import { customerFields } from '../../../../core/records/customer-fields.ts';
import { deviceFields } from '../../../../core/records/device-fields.ts';
import type { Fields } from '../../../../core/records/field.ts';
import type { Cell, ExportRow, TableName } from '../ports/export-reader.ts';
import type { Connection } from './connection.ts';
import { joinStandingTexts } from './standing-texts.ts';

/** Rows behind a place, in order; `place` is a row's own. */
interface TablePages {
  readonly page: string;
  readonly first: Cell;
}

const tables: Readonly<Record<TableName, TablePages>> = {
  customers: {
    page: `select id as place, ${columnsOf(customerFields)}, created_at, updated_at
      from customers where id > ? order by id limit ?`,
    first: '',
  },
  devices: {
    page: `select d.id as place, ${columnsOf(deviceFields, 'd.')},
        c.name, c.phones, c.emails, s.name as site, s.address, d.created_at, d.updated_at
      from devices d left join customers c on c.id = d.customer_id left join sites s on s.id = d.site_id
      where d.id > ? order by d.id limit ?`,
    first: '',
  },
  tickets: {
    page: `select t.number as place, t.lane, t.outcome, t.failure_reason, t.playbook_id, t.step_id, t.assignee,
        t.priority, t.tags, t.customer_id, c.name, c.phones, d.serial, d.model, t.created_at, t.updated_at, t.closed_at
      from tickets t left join customers c on c.id = t.customer_id left join devices d on d.id = t.device_id
      where t.number > ? order by t.number limit ?`,
    first: 0,
  },
  // By ticket and entry: a place is the ticket's id and the entry's number.
  histories: {
    page: `select e.ticket_id || ':' || e.sequence as place, t.number, e.sequence, e.at, e.actor, e.event, x.content
      from ticket_events e join tickets t on t.id = e.ticket_id
        ${joinStandingTexts}
      where (e.ticket_id, e.sequence) > (?, ?) order by e.ticket_id, e.sequence limit ?`,
    first: ':0',
  },
};

function columnsOf(fields: Fields, prefix = ''): string {
  return Object.values(fields)
    .map(({ column }) => prefix + column)
    .join(', ');
}

export async function* tablePages(
  connection: Connection,
  name: TableName,
  rowsPerPage: number,
): AsyncGenerator<readonly ExportRow[]> {
  const { page, first } = tables[name];
  const statement = connection.prepare(page);
  let place = first;
  for (;;) {
    const rows = statement.all([...placeValues(name, place), rowsPerPage]) as ExportRow[];
    if (rows.length > 0) yield rows;
    if (rows.length < rowsPerPage) return;
    place = rows.at(-1)?.['place'] ?? null;
  }
}

function placeValues(name: TableName, place: Cell): readonly Cell[] {
  if (name !== 'histories') return [place];
  const [ticketId = '', sequence = '0'] = String(place).split(':');
  return [ticketId, Number(sequence)];
}
